"""How long papers lie open and answers may take, read from ``resources/law/periods.toml``."""

from __future__ import annotations

from datetime import date
from functools import cache

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.law import rule_in_force
from scrutiny_app.domain.periods import PeriodRule, Purpose
from scrutiny_app.rulebook.law_files import law_file, rule_facts


def period_rule(nation: Nation, purpose: Purpose, on: date) -> PeriodRule:
    """Return the rule on a period that begins on a day.

    Raises:
        NotFound: the rulebook has none.
    """
    rules = (rule for rule in period_rules() if rule.purpose is purpose)
    return rule_in_force(rules, nation, on, f"period for {purpose}")


@cache
def period_rules() -> tuple[PeriodRule, ...]:
    """Return every rule on a period, as the file has them.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    whole = law_file("periods.toml")
    rules = []
    for section in whole.needed_sections("rule"):
        rules.append(
            PeriodRule(
                purpose=section.needed_choice("purpose", Purpose),
                months=section.needed_number("months"),
                **rule_facts(section),
            )
        )
        section.finish()
    whole.finish()
    return tuple(rules)
