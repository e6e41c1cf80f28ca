from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.exempt_register import (
    RegisterEntry,
    Review,
    opened_without_a_word,
    register_of,
)
from scrutiny_app.domain.exemption import problems_of
from scrutiny_app.domain.paper import Access, Paper
from tests.build import a_paper, an_agenda, an_item

TODAY = date(2027, 1, 5)


def an_entry(**changes: object) -> RegisterEntry:
    entry = RegisterEntry(
        held_on=date(2027, 1, 21),
        municipal_year="2026/27",
        committee="Scrutiny",
        item=4,
        item_title="Depot",
        title="Bids",
        access=Access.EXEMPT,
        paragraphs=(3,),
        reason="it would weaken the council",
        review_on=None,
        made_public_by="",
    )
    return replace(entry, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, Review.NO_DAY),
        ({"review_on": TODAY}, Review.AHEAD),
        ({"review_on": date(2027, 1, 4)}, Review.OVERDUE),
        ({"access": Access.CONFIDENTIAL, "review_on": date(2020, 1, 1)}, Review.NOT_NEEDED),
        ({"access": Access.PUBLIC}, Review.NOT_NEEDED),
    ],
)
def test_a_review_stands_as_its_day_says(changes: dict[str, object], wanted: Review) -> None:
    assert an_entry(**changes).review(TODAY) is wanted


def test_the_register_of_a_year_holds_that_year_alone_however_it_is_written() -> None:
    last = an_entry(municipal_year="2025-26")
    unsaid = an_entry(municipal_year="", held_on=date(2026, 6, 1))
    entries = (an_entry(), last, unsaid)
    assert register_of(entries, "2026/27") == (entries[0], unsaid)
    assert register_of(entries) == entries
    with pytest.raises(WrongInput):
        register_of(entries, "last year")


def an_agenda_of(*papers: Paper) -> Agenda:
    return replace(an_agenda(), items=(an_item("Depot", papers),))


SECRET = a_paper("Bids", access=Access.EXEMPT)
OPENED = replace(SECRET, access=Access.PUBLIC, exempt=None)


def opened(after: Paper, *, before: tuple[Paper, ...] = (SECRET,)) -> list[str]:
    files = {paper.version.original_sha256 for paper in before if paper.version if not paper.public}
    return list(opened_without_a_word(an_agenda_of(*before), an_agenda_of(after), files))


def test_a_paper_that_is_no_longer_marked_is_told_of() -> None:
    (sentence,) = opened(OPENED)
    assert '"Bids" was withheld' in sentence
    assert "made_public_by" in sentence


def test_the_same_file_under_another_title_and_the_same_title_with_another_file_are_told_of() -> (
    None
):
    assert opened(replace(OPENED, title="Harmless"))
    assert opened(replace(a_paper("BIDS"), version=a_paper().version))


def test_it_may_be_opened_with_a_word() -> None:
    assert opened(replace(OPENED, made_public_by="Director of Law: the depot is built")) == []


def test_other_papers_are_let_be() -> None:
    assert opened(a_paper("Budget")) == []
    annex = a_paper("Annex 1")
    private = a_paper("Annex 1", access=Access.EXEMPT)
    assert opened(annex, before=(annex, private)) == []


def test_a_word_on_a_withheld_paper_and_a_word_that_says_nothing_are_refused() -> None:
    (both,) = problems_of(replace(SECRET, made_public_by="Director of Law, it is built"), {})
    assert "Take one of the two out" in both
    (short,) = problems_of(replace(OPENED, made_public_by="Jo"), {})
    assert "who decided" in short
