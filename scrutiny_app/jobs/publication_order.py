"""A publication ahead, its issue once it is made, and as it stands from then on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.issue import Issue, NoticeRecord


@dataclass(frozen=True, slots=True)
class LateReasons:
    """What the officer says of a publication that is short of notice; nothing is made up.

    ``urgency`` are the special circumstances; ``chair_agreed_on`` the day the chair agreed.
    ``short_notice`` says why the meeting was called late, ``convened_on`` when it was.

    Source: Local Government Act 1972 s.100B(3), (4).
    """

    urgency: str = ""
    chair_agreed_on: date | None = None
    short_notice: str = ""
    convened_on: date | None = None

    @property
    def given(self) -> bool:
        """Whether there is a reason."""
        return bool(self.urgency.strip() or self.short_notice.strip())


NO_REASONS = LateReasons()


@dataclass(frozen=True, slots=True)
class Prospect:
    """What publishing would mean; it can be pickled, and the issue is made from it.

    ``agenda`` is as it stands before, ``at`` is UTC, ``reasons`` are what the officer said;
    ``reminders`` are sentences for the officer.
    """

    agenda: Agenda
    at: datetime
    notice: NoticeRecord
    reasons: LateReasons
    reminders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstIssue:
    """An issue that is made and not on record yet; it can be pickled.

    ``before`` is the agenda it was made from, ``agenda`` the same one published.
    """

    before: Agenda
    agenda: Agenda
    issue: Issue
    reminders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedAgenda:
    """The issue as it stands from now on, and what the officer still has to see to."""

    issue: Issue
    reminders: tuple[str, ...]
