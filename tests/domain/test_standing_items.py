from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.agenda import AgendaItem, ItemKind
from scrutiny_app.domain.paper import Access
from scrutiny_app.domain.standing_items import (
    StandingItem,
    StandingPlace,
    ordinary_agenda,
    place_of_new,
    with_business_of,
)
from scrutiny_app.rulebook.house_styles import house_style, house_style_names
from tests.build import a_key, a_paper, an_item

BEFORE = date(2026, 11, 26)
STANDING = house_style("nottingham").standing_items


def kinds(items: tuple[AgendaItem, ...]) -> list[ItemKind]:
    return [item.kind for item in items]


@pytest.mark.parametrize("name", house_style_names())
def test_an_ordinary_agenda_opens_and_closes_as_councils_do(name: str) -> None:
    items = ordinary_agenda(
        house_style(name).standing_items,
        [an_item("Budget")],
        previous_meeting=BEFORE,
        new_key=a_key,
    )
    assert kinds(items) == [
        ItemKind.APOLOGIES,
        ItemKind.INTERESTS,
        ItemKind.MINUTES,
        ItemKind.BUSINESS,
        ItemKind.WORK_PROGRAMME,
    ]
    assert "26 November 2026" in items[2].purpose
    assert len({item.id for item in items}) == len(items)


def test_the_first_meeting_has_no_minutes_to_confirm() -> None:
    items = ordinary_agenda(STANDING, [], previous_meeting=None, new_key=a_key)
    assert ItemKind.MINUTES not in kinds(items)


def test_a_standing_item_may_say_that_the_meeting_before_is_not_known() -> None:
    line = StandingItem(
        "Matters arising", ItemKind.BUSINESS, StandingPlace.OPENING, "From {previous_meeting}"
    )
    item, _ = ordinary_agenda([line], [an_item()], previous_meeting=None, new_key=a_key)
    assert item.purpose == "From …"


def test_an_item_that_the_business_brings_is_not_added_again() -> None:
    own = an_item("Work programme and forward plan", kind=ItemKind.WORK_PROGRAMME)
    items = ordinary_agenda(STANDING, [own], previous_meeting=BEFORE, new_key=a_key)
    assert [item for item in items if item.kind is ItemKind.WORK_PROGRAMME] == [own]


def test_the_business_of_another_meeting_comes_before_what_closes_without_its_papers() -> None:
    planned = ordinary_agenda(STANDING, [], previous_meeting=BEFORE, new_key=a_key)
    old = an_item("Hospital discharge", papers=[a_paper("Report")])
    items = with_business_of(planned, [*planned, old], STANDING, a_key)
    assert [item.title for item in items[3:]] == ["Hospital discharge", planned[-1].title]
    assert items[3].papers == ()
    assert items[3].id != old.id


def test_a_new_item_comes_at_the_end_of_the_business_before_what_closes_and_what_is_private() -> (
    None
):
    agenda = ordinary_agenda(STANDING, [an_item()], previous_meeting=BEFORE, new_key=a_key)
    new = an_item("Bus routes")
    assert place_of_new((), new, STANDING) == 1
    assert place_of_new(agenda, new, STANDING) == 5
    own = (*agenda, an_item("Members' questions"))
    assert place_of_new(own, new, STANDING) == 7
    private = (
        *agenda,
        an_item("Exclusion of the public", kind=ItemKind.EXCLUSION),
        an_item("Care contract"),
    )
    assert place_of_new(private, new, STANDING) == 5
    minutes = an_item("Exempt minutes", kind=ItemKind.EXEMPT_MINUTES)
    assert place_of_new(private, minutes, STANDING) == 8


def test_the_exclusion_comes_before_the_first_item_that_is_taken_in_private() -> None:
    exclusion = an_item("Exclusion of the public", kind=ItemKind.EXCLUSION)
    prices = an_item("Contract", [a_paper("Prices", access=Access.CONFIDENTIAL)])
    minutes = an_item("Exempt minutes", kind=ItemKind.EXEMPT_MINUTES)
    assert place_of_new((an_item(), an_item(), prices), exclusion, STANDING) == 3
    assert place_of_new((an_item(), minutes, prices), exclusion, STANDING) == 2
    assert place_of_new((an_item(), an_item()), exclusion, STANDING) == 3


def test_a_standing_item_goes_to_its_own_place_whatever_its_title_became() -> None:
    apologies, interests, minutes, business, programme = ordinary_agenda(
        STANDING, [an_item()], previous_meeting=BEFORE, new_key=a_key
    )
    renamed = replace(apologies, title="Absences")
    exclusion = an_item("Exclusion of the public", kind=ItemKind.EXCLUSION)
    assert place_of_new((interests, minutes, business), apologies, STANDING) == 1
    assert place_of_new((renamed, minutes, business), interests, STANDING) == 2
    assert place_of_new((renamed, business, exclusion), programme, STANDING) == 3
