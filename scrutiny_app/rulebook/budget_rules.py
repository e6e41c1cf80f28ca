"""What the checks of budget proposals go by, read from ``resources/budget/checks.toml``."""

from __future__ import annotations

import re
from functools import cache

from scrutiny_app.domain.budget.rules import (
    BudgetRules,
    CheckFacts,
    CheckLimits,
    CheckWords,
    Conflict,
    Consequence,
)
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

_FORMAT = 1
_CHECKS = tuple(f"B{number:02}" for number in range(1, 21))


@cache
def budget_rules() -> BudgetRules:
    """Return what the checks go by.

    Raises:
        InstallationUnsound: the file is not there.
        WrongInput: it lacks a key or holds what it cannot.
    """
    return read_budget_rules(read_shipped(shipped_file("budget", "checks.toml")))


def read_budget_rules(whole: ShippedSection) -> BudgetRules:
    """Read what the checks go by out of a file.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    if whole.needed_number("format") != _FORMAT:
        raise whole.wrong(f'"format" must be {_FORMAT}; install a version that reads this file')
    checks, prompts = _checks(whole)
    rules = BudgetRules(
        checks=checks,
        reference=_pattern(whole, "reference"),
        words=_words(whole.needed_section("words")),
        limits=_limits(whole.needed_section("limits")),
        client_groups=_client_groups(whole.needed_section("client_groups")),
        consequences=tuple(_consequence(one) for one in whole.needed_sections("consequence")),
        conflicts=tuple(_conflict(one) for one in whole.needed_sections("conflict")),
        prompts=prompts,
        questions=whole.texts("questions"),
    )
    whole.finish()
    return rules


def _checks(whole: ShippedSection) -> tuple[dict[str, CheckFacts], dict[str, str]]:
    facts: dict[str, CheckFacts] = {}
    prompts: dict[str, str] = {}
    for section in whole.needed_sections("check"):
        id_ = section.required_text("id")
        facts[id_] = CheckFacts(
            id_, section.required_text("title"), section.required_text("source")
        )
        prompt = section.text("prompt")
        if prompt:
            prompts[id_] = prompt
        section.finish()
    lacking = [id_ for id_ in _CHECKS if id_ not in facts]
    if lacking or len(facts) != len(_CHECKS):
        raise whole.wrong(f"there must be one [[check]] for each of {', '.join(_CHECKS)}")
    return facts, prompts


def _pattern(section: ShippedSection, key: str) -> str:
    text = section.required_text(key)
    try:
        re.compile(text)
    except re.error as error:
        raise section.wrong(f'"{key}" is no regular expression: {error}') from error
    return text


def _words(section: ShippedSection) -> CheckWords:
    words = CheckWords(
        closing=section.texts("closing"),
        reducing=section.texts("reducing"),
        restructuring=section.texts("restructuring"),
        charging=section.texts("charging"),
        conditional=section.texts("conditional"),
        restricted_funds=section.texts("restricted_funds"),
    )
    section.finish()
    return words


def _limits(section: ShippedSection) -> CheckLimits:
    limits = CheckLimits(
        least_words=section.needed_number("least_words"),
        concentration_most=section.needed_number("concentration_most"),
        later_year_share=section.needed_number("later_year_share"),
        least_for_a_post=section.needed_number("least_for_a_post"),
        most_for_a_post=section.needed_number("most_for_a_post"),
        collective_posts=section.needed_number("collective_posts"),
        group_of_proposals=section.needed_number("group_of_proposals"),
    )
    section.finish()
    return limits


def _client_groups(section: ShippedSection) -> dict[str, tuple[str, ...]]:
    groups = {name: section.texts(name) for name in section.names()}
    section.finish()
    return groups


def _consequence(section: ShippedSection) -> Consequence:
    rule = Consequence(
        section.texts("cause"), section.texts("effect"), section.required_text("says")
    )
    section.finish()
    return rule


def _conflict(section: ShippedSection) -> Conflict:
    rule = Conflict(section.texts("words"), section.required_text("says"))
    section.finish()
    return rule
