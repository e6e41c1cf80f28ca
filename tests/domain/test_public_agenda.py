from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, page_counts, paginate, plan_agenda_pack
from scrutiny_app.domain.paper import Access, Paper, WithheldPlace
from scrutiny_app.domain.public_agenda import public_view, public_words, withholds
from tests.build import a_paper, an_agenda, an_item


def a_secret(title: str = "Hargreave bids", access: Access = Access.EXEMPT) -> Paper:
    paper = replace(a_paper(title, access=access), author="Ottoline Marchbanks")
    if paper.exempt:
        return replace(paper, exempt=replace(paper.exempt, review_on=date(2028, 1, 1)))
    return replace(paper, confidential_basis="an order of the Family Court")


def an_agenda_with(*papers: Paper, title: str = "", public_title: str = "") -> Agenda:
    item = replace(an_item(title or "Depot", papers), public_title=public_title)
    return replace(an_agenda(), items=(an_item("Apologies"), item))


@pytest.mark.parametrize("access", [Access.EXEMPT, Access.CONFIDENTIAL])
def test_nothing_private_is_left_in_the_public_view(access: Access) -> None:
    agenda = an_agenda_with(
        a_secret(access=access), title="The Hargreave offer", public_title="Depot"
    )
    told = repr(public_view(agenda))
    for private in ("Hargreave", "Marchbanks", "Family Court", "paper.pdf", "2028"):
        assert private not in told


def test_the_public_view_keeps_what_the_public_is_told() -> None:
    agenda = an_agenda_with(a_paper("Open"), a_secret(), public_title="Procurement")
    item = public_view(agenda).items[1]
    assert item.title == "Procurement"
    assert [paper.title for paper in item.papers] == ["Open", ""]
    assert item.papers[1].exempt
    assert item.papers[1].exempt.paragraphs == (3,)
    assert "negotiation" in item.papers[1].exempt.public_interest


def test_an_agenda_without_private_business_is_its_own_public_view() -> None:
    agenda = an_agenda([a_paper("Open")], items=2)
    assert public_view(agenda) == agenda
    assert not withholds(agenda)


def test_a_private_title_alone_is_something_withheld() -> None:
    assert withholds(an_agenda_with(public_title="Depot"))


def test_the_public_s_words_hold_no_private_ones() -> None:
    agenda = an_agenda_with(a_secret(), title="The Hargreave offer", public_title="Depot")
    words = " ".join(public_words(agenda))
    assert "Hargreave" not in words
    assert "Depot" in words


def test_a_public_plan_holds_nothing_that_is_withheld() -> None:
    plan = plan_agenda_pack(an_agenda_with(a_paper("Open"), a_secret()), Edition.PUBLIC)
    assert "Hargreave" not in repr(plan)
    assert [paper.title for paper in plan.papers] == ["Open"]


def test_both_editions_number_every_page_alike_wherever_the_withheld_papers_stand() -> None:
    first, last = a_paper("First", pages=3), a_paper("Last", pages=2)
    agenda = an_agenda_with(first, a_secret(), a_secret("More"), last)
    counts, place = page_counts(agenda), WithheldPlace.LISTED
    public, full = (
        paginate(
            plan_agenda_pack(agenda, edition, usually=place),
            counts,
            front_pages=pages,
            front_room=4,
        )
        for edition, pages in ((Edition.PUBLIC, 1), (Edition.FULL, 3))
    )
    for paper in (first, last):
        assert public.papers[paper.id] == full.papers[paper.id]
    assert public.numbers == (1, 2, 3, 4, 5, 6, 7, 8, 13, 14)
    assert [(span.first, span.last) for span in public.skipped] == [(9, 12)]
    assert public.blanks == (2, 3, 4, 8)
    assert full.skipped == ()


def test_withheld_papers_at_the_end_leave_no_gap() -> None:
    agenda = an_agenda_with(a_paper("Open"), a_secret())
    plan = plan_agenda_pack(agenda, Edition.PUBLIC)
    assert paginate(plan, page_counts(agenda), front_pages=2).skipped == ()
