"""Invented councils, meetings and papers for the tests; the clock stands still."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.committee import Committee, Council, Membership, Person
from scrutiny_app.domain.ids import (
    CommitteeId,
    CouncilId,
    ItemId,
    MeetingId,
    MembershipId,
    PaperId,
    PersonId,
)
from scrutiny_app.domain.meeting import ContactOfficer, Meeting
from scrutiny_app.domain.paper import (
    Access,
    ExemptReason,
    PageFacts,
    Paper,
    PaperFacts,
    PaperKind,
    PaperVersion,
    TextLayer,
)

NOW = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
A4 = (595.28, 841.89)

_serial = count(1)


def clock() -> datetime:
    """The moment at which every test happens."""
    return NOW


def a_key() -> str:
    """A key in the shape of a UUID, rising by one."""
    return f"00000000-0000-4000-8000-{next(_serial):012d}"


def page_facts(number: int = 1, **changes: object) -> PageFacts:
    """An A4 portrait page with clear head and foot."""
    facts = {
        "width": A4[0],
        "height": A4[1],
        "rotation": 0,
        "head_clear": 60.0,
        "foot_clear": 60.0,
        "has_text": True,
    }
    return PageFacts(**(facts | changes))  # type: ignore[arg-type]


def some_facts(pages: int = 2, **changes: object) -> PaperFacts:
    """Facts of a paper of so many A4 pages of text."""
    return PaperFacts(
        pages=tuple(page_facts() for _ in range(pages)), text_layer=TextLayer.TEXT, **changes
    )  # type: ignore[arg-type]


def a_version(pages: int = 2, *, content: bytes = b"") -> PaperVersion:
    """A filed version whose hashes follow from ``content``."""
    content = content or a_key().encode()
    digest = hashlib.sha256(content).hexdigest()
    normalised = hashlib.sha256(b"normalised " + content).hexdigest()
    return PaperVersion(digest, normalised, "paper.pdf", "intake-test", NOW, some_facts(pages))


def a_paper(
    title: str = "Report",
    *,
    pages: int = 2,
    access: Access = Access.PUBLIC,
    kind: PaperKind = PaperKind.REPORT,
    version: PaperVersion | None = None,
) -> Paper:
    """A paper with a file of so many pages."""
    exempt = None
    if access is Access.EXEMPT:
        exempt = ExemptReason((3,), "disclosure would weaken the council in negotiation")
    return Paper(
        PaperId(a_key()),
        title,
        kind=kind,
        access=access,
        exempt=exempt,
        confidential_basis="a court order" if access is Access.CONFIDENTIAL else "",
        version=version or a_version(pages),
    )


def an_item(
    title: str = "Business", papers: Iterable[Paper] = (), kind: ItemKind = ItemKind.BUSINESS
) -> AgendaItem:
    """An agenda item with the papers given."""
    return AgendaItem(ItemId(a_key()), title, kind=kind, papers=tuple(papers))


def a_council(name: str = "Kelsham City Council") -> Council:
    """An invented council."""
    return Council(CouncilId(a_key()), name)


def a_member(committee: CommitteeId, name: str = "Priya Naylor", order: int = 0) -> Membership:
    """A councillor on a committee."""
    person = Person(PersonId(a_key()), name, "Councillor")
    return Membership(MembershipId(a_key()), committee, person, order=order)


def a_meeting(committee: CommitteeId, held_on: date = date(2027, 1, 21)) -> Meeting:
    """A planned meeting at ten in the morning."""
    return Meeting(
        MeetingId(a_key()),
        committee,
        held_on,
        time(10, 0),
        place="Committee Room 1, Town Hall",
        municipal_year="2026/27",
        signatory="Director of Law",
        officer=ContactOfficer(
            "Jo Field", "Scrutiny Officer", "01632 960101", "jo@kelsham.example"
        ),
        first_minute_number=31,
    )


def an_agenda(
    papers: Iterable[Paper] = (), *, items: int = 0, held_on: date = date(2027, 1, 21)
) -> Agenda:
    """An agenda: apologies, then one item that holds ``papers``, then ``items`` more without."""
    council = a_council()
    committee = Committee(
        CommitteeId(a_key()), "Children and Young People Scrutiny Committee", council.id
    )
    members = tuple(
        a_member(committee.id, name, place)
        for place, name in enumerate(("Priya Naylor", "Tom Ashdown", "Wren Okafor", "Liz Carrow"))
    )
    return Agenda(
        council,
        committee,
        a_meeting(committee.id, held_on),
        members,
        (
            an_item("Apologies for absence", kind=ItemKind.APOLOGIES),
            an_item("Progress report", papers),
            *(an_item(f"Further item {place}") for place in range(1, items + 1)),
        ),
    )


def pdf_bytes(
    pages: int = 2, *, text: str = "Page of a paper", size: tuple[float, float] = A4
) -> bytes:
    """A real PDF of so many pages, each with its own line of text; the same every time."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, size[1] - 100, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def a_pdf(
    folder: Path, name: str = "paper.pdf", *, pages: int = 2, text: str = "Page of a paper"
) -> Path:
    """A real PDF file in ``folder``."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf_bytes(pages, text=text))
    return path


MEETING_FILE = """
format = 1
[council]
name = "Kelsham City Council"
house_style = "nottingham"
[committee]
name = "Children and Young People Scrutiny Committee"
municipal_year = "2026/27"
members = [
  { name = "Priya Naylor", title = "Councillor", role = "chair" },
  { name = "Tom Ashdown", title = "Councillor" },
  { name = "Wren Okafor", title = "Councillor" },
]
[meeting]
date = 2027-01-21
start = 10:00:00
place = "Committee Room 1, Town Hall"
signatory = "Director of Law"
first_minute_number = 31
[meeting.officer]
name = "Jo Field"
role = "Scrutiny Officer"
telephone = "01632 960101"
email = "jo@kelsham.example"
[[item]]
title = "Apologies for absence"
kind = "apologies"
"""


def a_meeting_file(folder: Path, *papers: Iterable[int], head: str = MEETING_FILE) -> Path:
    """A meeting file in ``folder`` with one item for each of ``papers``.

    Each number is a paper's page count; paper 2 of item 3 is "Paper 3.2", and its pages say so.
    """
    lines = [head]
    for item, pages in enumerate(papers, start=2):
        lines.append(f'[[item]]\ntitle = "Item {item}"\nreport_of = "Director of Learning"')
        for place, length in enumerate(pages, start=1):
            name = f"{item}-{place}.pdf"
            text = f"Words of paper {item}.{place}, page"
            a_pdf(folder, name, pages=length, text=text)
            lines.append(f'[[item.paper]]\ntitle = "Paper {item}.{place}"\nfile = "{name}"')
    path = folder / "meeting.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
