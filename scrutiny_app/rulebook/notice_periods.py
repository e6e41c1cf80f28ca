"""How much notice a meeting needs, read from ``resources/law/notice-periods.toml``."""

from __future__ import annotations

from datetime import date
from functools import cache

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.law import rule_in_force
from scrutiny_app.domain.notice import NoticeRule
from scrutiny_app.rulebook.law_files import law_file, rule_facts


def notice_rule(nation: Nation, on: date) -> NoticeRule:
    """Return the rule on notice that holds for a meeting on a day.

    Raises:
        NotFound: the rulebook has none.
    """
    return rule_in_force(notice_rules(), nation, on, "rule on notice of meetings")


@cache
def notice_rules() -> tuple[NoticeRule, ...]:
    """Return every rule on notice, of all nations and times, as the file has them.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    whole = law_file("notice-periods.toml")
    cut_off = whole.required_clock("cut_off")
    rules = []
    for section in whole.needed_sections("rule"):
        rules.append(
            NoticeRule(days=section.needed_number("days"), cut_off=cut_off, **rule_facts(section))
        )
        section.finish()
    whole.finish()
    return tuple(rules)
