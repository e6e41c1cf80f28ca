from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.agenda import Agenda, insert_item, item_on, move_item, remove_item
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import ItemId
from tests.build import an_agenda, an_item

FOUR = replace(an_agenda(), items=tuple(an_item(title) for title in "ABCD"))


def titles(agenda: Agenda) -> str:
    return "".join(item.title for item in agenda.items)


def key(title: str) -> ItemId:
    return next(item.id for item in FOUR.items if item.title == title)


def test_items_are_numbered_from_one() -> None:
    assert [(one.number, one.item.title) for one in FOUR.numbered][:2] == [(1, "A"), (2, "B")]


@pytest.mark.parametrize(
    ("title", "to", "after"),
    [("A", 1, "ABCD"), ("A", 4, "BCDA"), ("D", 1, "DABC"), ("B", 3, "ACBD"), ("C", 2, "ACBD")],
)
def test_a_moved_item_takes_its_new_number(title: str, to: int, after: str) -> None:
    moved = move_item(FOUR, key(title), to=to)
    assert titles(moved) == after
    assert moved.items[to - 1].title == title


@given(st.sampled_from("ABCD"), st.integers(1, 4))
def test_moving_there_and_back_changes_nothing(title: str, to: int) -> None:
    number = "ABCD".index(title) + 1
    assert move_item(move_item(FOUR, key(title), to=to), key(title), to=number) == FOUR


@pytest.mark.parametrize(("number", "after"), [(1, "NABCD"), (3, "ABNCD"), (5, "ABCDN")])
def test_a_new_item_moves_the_rest_down(number: int, after: str) -> None:
    assert titles(insert_item(FOUR, an_item("N"), number=number)) == after


def test_a_removed_item_is_gone_and_the_rest_move_up() -> None:
    assert titles(remove_item(FOUR, key("B"))) == "ACD"


def test_an_item_is_found_by_its_key() -> None:
    assert item_on(FOUR, key("C")).title == "C"


def test_an_item_cannot_stand_twice_on_an_agenda() -> None:
    with pytest.raises(WrongInput, match="on this agenda already"):
        insert_item(FOUR, FOUR.items[0], number=1)


@pytest.mark.parametrize("number", [0, 5])
def test_a_place_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(WrongInput, match="choose from 1 to 4"):
        move_item(FOUR, key("A"), to=number)
    with pytest.raises(WrongInput, match="choose from 1 to 5"):
        insert_item(FOUR, an_item("N"), number=number + (number > 0))


def test_an_item_that_is_not_there_is_not_found() -> None:
    for change in (
        lambda: remove_item(FOUR, ItemId("nobody")),
        lambda: move_item(FOUR, ItemId("nobody"), to=1),
    ):
        with pytest.raises(NotFound, match="Item nobody is not on this agenda"):
            change()
