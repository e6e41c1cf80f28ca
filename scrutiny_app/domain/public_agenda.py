"""An agenda as anybody may read it: the record itself holds nothing that is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.paper import ExemptReason, Paper


def public_view(agenda: Agenda) -> Agenda:
    """Return an agenda without what is not for publication.

    A withheld paper leaves its key, its access, and, where it is exempt, the paragraphs and the
    reason that the public is given: no title, author or file. An item with a title of its own
    for the public has that one. What is drawn from this record cannot tell more.

    Source: Local Government Act 1972 s.100B(2), (5); ours: the public pack is proved
    (ARCHITECTURE.md, decisions).
    """
    return replace(agenda, items=tuple(_public_item(item) for item in agenda.items))


def _public_item(item: AgendaItem) -> AgendaItem:
    return replace(
        item,
        title=item.shown_title,
        public_title="",
        papers=tuple(paper if paper.public else _trace(paper) for paper in item.papers),
    )


def _trace(paper: Paper) -> Paper:
    """Return what the public is told of a withheld paper."""
    exempt = paper.exempt and ExemptReason(paper.exempt.paragraphs, paper.exempt.public_interest)
    return Paper(paper.id, "", access=paper.access, exempt=exempt)


def withholds(agenda: Agenda) -> bool:
    """Whether anything about an agenda is not for publication."""
    return any(
        item.public_title or any(not paper.public for paper in item.papers) for item in agenda.items
    )


def public_words(agenda: Agenda) -> Iterator[str]:
    """Give every text of an agenda that anybody may read, each by itself.

    It is listed here field by field, not taken from ``public_view``: the search of a written pack
    for leaks rests on it, and must not share that function's faults.

    Source: ours: the public pack is proved (ARCHITECTURE.md, decisions).
    """
    meeting, officer = agenda.meeting, agenda.meeting.officer
    yield from (agenda.council.name, agenda.committee.name)
    yield from (meeting.place, meeting.municipal_year, meeting.signatory)
    yield from (officer.name, officer.role, officer.telephone, officer.email)
    yield from (member.person.full_name for member in agenda.members)
    for item in agenda.items:
        yield from (item.public_title or item.title, item.purpose, item.report_of)
        yield item.urgency_reason
        for paper in item.papers:
            if paper.public:
                yield from (paper.title, paper.author)
            elif paper.exempt:
                yield paper.exempt.public_interest


def private_titles(agenda: Agenda) -> Iterator[str]:
    """Give the titles of items that have another one for the public."""
    yield from (item.title for item in agenda.items if item.public_title)
