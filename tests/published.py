"""Agendas published by the tests, and what came to them since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.agenda_pack import Edition, page_counts, paginate, plan_agenda_pack
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.issue import Issue, NoticeRecord, first_issue
from scrutiny_app.domain.paper import Access, Paper
from tests.build import a_key, a_paper, a_version, an_agenda, an_item

PUBLISHED_AT = datetime(2027, 1, 13, 10, 0, tzinfo=UTC)
NOTICE = NoticeRecord(5, 5, date(2027, 1, 13))


def a_paper_to_follow(title: str) -> Paper:
    """A paper without a file."""
    return Paper(PaperId(a_key()), title)


def a_published_agenda() -> Agenda:
    """Items 2 to 4: papers of 3 and 2 pages (3-6, 7-8), one to follow, an exempt one (9-10)."""
    agenda = an_agenda([a_paper("Progress", pages=3), a_paper("Figures", pages=2)])
    more = (
        an_item("Budget", [a_paper_to_follow("Budget report")]),
        an_item("Contract", [a_paper("Tender prices", access=Access.EXEMPT, pages=2)]),
    )
    return replace(agenda, items=(*agenda.items, *more))


def issue_of(agenda: Agenda, *, front_pages: int = 2) -> Issue:
    """The first issue of an agenda."""
    shown, everything = (
        paginate(plan_agenda_pack(agenda, edition), page_counts(agenda), front_pages=front_pages)
        for edition in (Edition.PUBLIC, Edition.FULL)
    )
    return first_issue(agenda, shown, everything, NOTICE, PUBLISHED_AT)


def with_item(agenda: Agenda, number: int, change: Callable[[AgendaItem], AgendaItem]) -> Agenda:
    """The agenda with one item changed."""
    items = list(agenda.items)
    items[number - 1] = change(items[number - 1])
    return replace(agenda, items=tuple(items))


def with_paper(agenda: Agenda, title: str, change: Callable[[Paper], Paper]) -> Agenda:
    """The agenda with the paper of this title changed."""
    items = tuple(
        replace(
            item, papers=tuple(change(one) if one.title == title else one for one in item.papers)
        )
        for item in agenda.items
    )
    return replace(agenda, items=items)


def filed(agenda: Agenda, title: str, *, pages: int) -> Agenda:
    """The agenda with a new file for a paper."""
    return with_paper(agenda, title, lambda paper: replace(paper, version=a_version(pages)))


def with_late_paper(agenda: Agenda, number: int, title: str, *, pages: int) -> Agenda:
    """The agenda with one paper more under an item."""
    late = a_paper(title, pages=pages)
    return with_item(agenda, number, lambda item: replace(item, papers=(*item.papers, late)))
