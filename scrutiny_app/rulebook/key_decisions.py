"""How long key decisions are announced, read from ``resources/law/key-decisions.toml``."""

from __future__ import annotations

from datetime import date
from functools import cache

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.law import rule_in_force
from scrutiny_app.domain.programme.forward_plan import DayBasis, KeyDecisionRule
from scrutiny_app.rulebook.law_files import law_file, rule_facts


def key_decision_rule(nation: Nation, on: date) -> KeyDecisionRule:
    """Return the rule on the notice of a key decision on a day.

    Raises:
        NotFound: the rulebook has none; only England's is in it.
    """
    return rule_in_force(key_decision_rules(), nation, on, "notice of key decisions")


@cache
def key_decision_rules() -> tuple[KeyDecisionRule, ...]:
    """Return every rule on the notice of key decisions, as the file has them.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    whole = law_file("key-decisions.toml")
    rules = []
    for section in whole.needed_sections("rule"):
        rules.append(
            KeyDecisionRule(
                days=section.needed_number("days"),
                basis=section.needed_choice("basis", DayBasis),
                **rule_facts(section),
            )
        )
        section.finish()
    whole.finish()
    return tuple(rules)
