from __future__ import annotations

import tomllib

import pytest

from scrutiny_app.domain.budget.rules import found_words
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.budget_rules import budget_rules, read_budget_rules
from scrutiny_app.rulebook.shipped_section import ShippedSection


def with_changes(old: str, new: str) -> ShippedSection:
    text = resource("budget", "checks.toml").read_text(encoding="utf-8")
    assert old in text
    values = tomllib.loads(text.replace(old, new))
    return ShippedSection(values, "the file as a whole", "checks.toml")


def test_there_is_a_rule_for_each_of_the_twenty_checks() -> None:
    assert list(budget_rules().checks) == [f"B{number:02}" for number in range(1, 21)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "B07"', 'id = "B77"', "one \\[\\[check\\]\\] for each"),
        ("least_words = 12", "", '"least_words" is missing'),
        ("least_words = 12", 'least_words = "few"', "whole number"),
        ("reference = '", "reference = '(", "no regular expression"),
        ("format = 1", "format = 2", "must be 1"),
    ],
)
def test_a_file_that_cannot_be_gone_by_is_refused_with_its_place(
    old: str, new: str, says: str
) -> None:
    with pytest.raises(WrongInput, match=says):
        read_budget_rules(with_changes(old, new))


def test_a_star_stands_for_any_ending_and_words_are_whole_without_it() -> None:
    assert found_words("Closure of a centre", ["clos*"]) == ("clos*",)
    assert found_words("They enclose it", ["clos*"]) == ()
    assert found_words("feel free", ["fee"]) == ()
    assert found_words("SUBJECT\nTO approval", ["subject to"]) == ("subject to",)
