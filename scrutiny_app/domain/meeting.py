"""A meeting of a committee and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from scrutiny_app.domain.ids import CommitteeId, MeetingId
from scrutiny_app.domain.paper import WithheldPlace


class Standing(StrEnum):
    """Where a meeting has got to."""

    PLANNED = "planned"
    PUBLISHED = "agenda published"
    HELD = "held"
    INQUORATE = "inquorate"
    ADJOURNED = "adjourned"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ContactOfficer:
    """The officer whom councillors and the public may ask about a meeting."""

    name: str = ""
    role: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of a committee.

    ``starts_at`` is local time in Europe/London. ``municipal_year`` is a label such as "2023/24".
    ``first_minute_number`` is None until the minutes of the meeting before are numbered.
    ``continued_as`` is the meeting it was moved or adjourned to. ``published_at`` is UTC.
    ``convened_on`` is the day it was called, when that left less than full notice, and
    ``short_notice_reason`` says why; both are empty for an ordinary meeting. ``withheld_papers``
    is where its packs have them; None, as the house style does. Publishing settles it for good.
    """

    id: MeetingId
    committee: CommitteeId
    held_on: date
    starts_at: time
    place: str = ""
    municipal_year: str = ""
    signatory: str = ""
    officer: ContactOfficer = ContactOfficer()
    standing: Standing = Standing.PLANNED
    first_minute_number: int | None = None
    continued_as: MeetingId | None = None
    published_at: datetime | None = None
    convened_on: date | None = None
    short_notice_reason: str = ""
    withheld_papers: WithheldPlace | None = None
