"""Where rows go: each move is checked on the agenda it gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.ui.meeting.agenda_moves import dropped_row, moved
from scrutiny_app.ui.meeting.agenda_rows import AgendaRow, agenda_rows
from scrutiny_app.ui.meeting.live_pages import LivePages, live_pages
from tests.build import a_paper, an_agenda, an_item


def an_agenda_of(*shape: str) -> Agenda:
    """An agenda of items named by their first letter, with papers named by the others."""
    items = (an_item(one[0], [a_paper(letter, pages=3) for letter in one[1:]]) for one in shape)
    return replace(an_agenda(), items=tuple(items))


def shape_of(agenda: Agenda) -> list[str]:
    return [item.title + "".join(one.title for one in item.papers) for item in agenda.items]


def row(agenda: Agenda, title: str) -> AgendaRow:
    rows = agenda_rows(agenda, LivePages(), {})
    every = [one for each in rows for one in (each, *each.children)]
    return next(one for one in every if one.title == title)


@pytest.mark.parametrize(
    ("title", "by", "expected"),
    [
        ("B", -1, ["Bcd", "Aab", "C"]),
        ("A", -1, ["Aab", "Bcd", "C"]),
        ("b", -1, ["Aba", "Bcd", "C"]),
        ("b", 1, ["Aa", "Bbcd", "C"]),
        ("c", -1, ["Aabc", "Bd", "C"]),
        ("d", 1, ["Aab", "Bc", "Cd"]),
        ("a", -1, ["Aab", "Bcd", "C"]),
    ],
)
def test_a_row_moves_one_place_and_a_paper_on_to_the_next_item(
    title: str, by: int, expected: list[str]
) -> None:
    agenda = an_agenda_of("Aab", "Bcd", "C")
    assert shape_of(moved(agenda, row(agenda, title), by)) == expected


@pytest.mark.parametrize(
    ("title", "place", "onto", "expected"),
    [
        ("A", 3, "", ["Bcd", "C", "Aab"]),
        ("C", 0, "", ["C", "Aab", "Bcd"]),
        ("C", 1, "", ["Aab", "C", "Bcd"]),
        ("A", -1, "B", ["Bcd", "Aab", "C"]),
        ("a", -1, "C", ["Ab", "Bcd", "Ca"]),
        ("a", 2, "A", ["Aba", "Bcd", "C"]),
        ("b", 0, "A", ["Aba", "Bcd", "C"]),
        ("a", 1, "B", ["Ab", "Bcad", "C"]),
        ("a", -1, "c", ["Ab", "Bcad", "C"]),
        ("d", 1, "", ["Aabd", "Bc", "C"]),
    ],
)
def test_a_row_that_is_let_go_lands_where_the_line_was(
    title: str, place: int, onto: str, expected: list[str]
) -> None:
    agenda = an_agenda_of("Aab", "Bcd", "C")
    target = row(agenda, onto) if onto else None
    assert shape_of(dropped_row(agenda, row(agenda, title).key, place, target)) == expected


def test_an_item_has_the_pages_of_all_its_papers_and_the_blank_ones_between() -> None:
    agenda = an_agenda_of("Aab", "B")
    pages = live_pages(agenda, house_style("neutral"), front_room=2, issue=None)
    rows = agenda_rows(agenda, pages, {})
    assert [(one.pages, one.count) for one in rows] == [("3\u201310", "6"), ("\u2013", "\u2013")]
    assert [one.pages for one in rows[0].children] == ["3\u20135", "7\u20139"]
    assert pages.first_of(rows[0].key) == "3"
