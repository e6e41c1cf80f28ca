from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_editing import (
    add_paper,
    amend_item,
    amend_paper,
    move_paper,
    paper_from_file,
    paper_on,
    replace_file,
    withdraw_paper,
)
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import PaperId
from tests.build import a_key, a_paper, a_version, an_agenda, an_item, some_facts


def titles(agenda: Agenda) -> list[list[str]]:
    return [[paper.title for paper in item.papers] for item in agenda.items]


@pytest.fixture
def agenda() -> Agenda:
    """Apologies, a report with two papers, and an item without any."""
    return an_agenda([a_paper("A"), a_paper("B")], items=1)


def test_an_item_is_amended_and_keeps_the_papers_that_are_on_the_agenda(agenda: Agenda) -> None:
    item = replace(agenda.items[1], title="Other words", report_of="Director", papers=())
    after = amend_item(agenda, item)
    assert after.items[1].title == "Other words"
    assert titles(after) == [[], ["A", "B"], []]


@pytest.mark.parametrize("title", ["", "   "])
def test_neither_an_item_nor_a_paper_goes_without_a_title(agenda: Agenda, title: str) -> None:
    with pytest.raises(WrongInput, match="title"):
        amend_item(agenda, replace(agenda.items[0], title=title))
    with pytest.raises(WrongInput, match="title"):
        amend_paper(agenda, replace(agenda.items[1].papers[0], title=title))


@pytest.mark.parametrize(
    ("place", "expected"), [(None, "ABN"), (0, "NAB"), (1, "ANB"), (9, "ABN"), (-1, "NAB")]
)
def test_a_paper_is_put_where_it_is_dropped(
    agenda: Agenda, place: int | None, expected: str
) -> None:
    after = add_paper(agenda, agenda.items[1].id, a_paper("N"), place=place)
    assert titles(after)[1] == list(expected)


def test_a_paper_cannot_be_on_an_agenda_twice(agenda: Agenda) -> None:
    with pytest.raises(WrongInput, match="already"):
        add_paper(agenda, agenda.items[0].id, agenda.items[1].papers[0])


def test_a_paper_is_moved_within_its_item_and_to_another(agenda: Agenda) -> None:
    first = agenda.items[1].papers[0].id
    assert titles(move_paper(agenda, first, to=agenda.items[1].id, place=1))[1] == ["B", "A"]
    assert titles(move_paper(agenda, first, to=agenda.items[2].id)) == [[], ["B"], ["A"]]


def test_a_paper_moved_to_an_item_that_is_gone_stays(agenda: Agenda) -> None:
    with pytest.raises(NotFound):
        move_paper(agenda, agenda.items[1].papers[0].id, to=an_item().id)


def test_a_new_file_takes_the_place_of_the_one_before(agenda: Agenda) -> None:
    paper = agenda.items[1].papers[0]
    version = a_version(5)
    _, after = paper_on(replace_file(agenda, paper.id, version, draft=True), paper.id)
    assert (after.version, after.draft, after.title) == (version, True, "A")


def test_a_withdrawn_paper_is_gone_and_cannot_be_found(agenda: Agenda) -> None:
    paper = agenda.items[1].papers[0].id
    after = withdraw_paper(agenda, paper)
    assert titles(after) == [[], ["B"], []]
    with pytest.raises(NotFound):
        paper_on(after, paper)
    with pytest.raises(NotFound):
        withdraw_paper(after, PaperId(a_key()))


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Fire_safety  report v2.docx", "", "Fire safety report v2"),
        ("scan0001.pdf", "Fire safety in schools ", "Fire safety in schools"),
        ("README", "", "README"),
        ("Bus_routes.pdf", "untitled", "Bus routes"),
        ("Bus_routes.pdf", "Microsoft Word - report v3 FINAL.docx", "Bus routes"),
    ],
)
def test_a_dropped_file_becomes_a_paper_with_a_title(name: str, title: str, expected: str) -> None:
    version = replace(a_version(), file_name=name, facts=some_facts(1, title=title))
    paper = paper_from_file(version, a_key)
    assert (paper.title, paper.version) == (expected, version)
