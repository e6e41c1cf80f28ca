from __future__ import annotations

import pytest

from scrutiny_app.domain.programme.likeness import (
    ALIKE,
    CommitteeItem,
    committees_in_remit,
    like_items,
    likeness,
)
from scrutiny_app.domain.programme.programme import Stage
from tests.programmes import an_entry


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Children\u2019s Services Improvement", "Children's services improvement update", True),
        ("Priority Education Investment Area", "Education Investment Area", True),
        ("Support for Young Carers (spotlight review)", "Young carers", True),
        ("Youth Justice Service", "Adult Social Care", False),
        ("Annual report", "Progress review", False),
    ],
)
def test_titles_of_the_same_work_are_alike(one: str, other: str, *, alike: bool) -> None:
    assert (likeness(one, other) >= ALIKE) is alike
    assert likeness(one, other) == pytest.approx(likeness(other, one), abs=0.1)


def test_the_same_work_of_two_committees_is_found_and_closed_work_is_not() -> None:
    care, homes = (
        CommitteeItem("Care", an_entry("Young carers")),
        CommitteeItem("Homes", an_entry("Support for young carers")),
    )
    closed = CommitteeItem("Health", an_entry("Young carers", stage=Stage.REJECTED))
    same = CommitteeItem("Care", an_entry("Young carers update"))
    (pair, other) = like_items([care, homes, closed, same])
    assert {pair.one.committee, pair.other.committee} == {"Care", "Homes"}
    assert other.likeness <= pair.likeness


def test_the_words_of_a_remit_tell_whose_work_an_item_is() -> None:
    remits = {"Care": ("young carers", "social care"), "Homes": ("housing",)}
    item = an_entry("Young carers", purpose="To scrutinise social care and housing support")
    assert committees_in_remit(item, remits) == (
        ("Care", ("young carers", "social care")),
        ("Homes", ("housing",)),
    )
