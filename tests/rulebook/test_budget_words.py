from __future__ import annotations

import tomllib

import pytest

from scrutiny_app.domain.budget.columns import Column
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.budget_columns import budget_columns, read_budget_columns
from scrutiny_app.rulebook.budget_words import budget_words, read_budget_words
from scrutiny_app.rulebook.shipped_section import ShippedSection


def with_changes(name: str, old: str, new: str) -> ShippedSection:
    text = resource("budget", name).read_text(encoding="utf-8")
    assert old in text
    return ShippedSection(tomllib.loads(text.replace(old, new)), "the file as a whole", name)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{percent}% of the reductions are", "{share} of the reductions are", "{share}"),
        ('glance = "The proposals at a glance"', "", '"glance" is missing'),
        ("format = 1", "format = 9", "must be 1"),
    ],
)
def test_words_that_cannot_be_filled_in_are_refused(old: str, new: str, says: str) -> None:
    with pytest.raises(WrongInput, match=says):
        read_budget_words(with_changes("words.toml", old, new))


def test_columns_are_told_by_what_councils_write_above_them() -> None:
    roles = {
        heading: budget_columns().role_of(heading).label
        for heading in (
            "Proposal Reference",
            "2024/25 £m",
            "y2024_25_gbp_m",
            "Cumulative MTFP Impact £m",
            "Cumulative Staffing Impact FTE",
            "What would change",
            "Directorate / Department",
            "Proposal",
            "Total by 2027/28",
            "Weather",
        )
    }
    assert list(roles.values()) == [
        "Reference",
        "2024/25",
        "2024/25",
        "Total",
        "Posts",
        "Narrative",
        "Department",
        "Title",
        "Total",
        "Leave out",
    ]


def test_a_column_nobody_knows_is_refused() -> None:
    assert Column.EIA in budget_columns().columns
    with pytest.raises(WrongInput, match='"weather" is not one of'):
        read_budget_columns(with_changes("columns.toml", "eia = [", "weather = ["))
    assert budget_words().columns.effect_of(0) == "No change"
