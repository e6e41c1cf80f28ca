"""List what is due before a meeting, planned back from its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.deadlines import Deadline, DeadlineKind, deadlines_of
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.notice_periods import notice_rule
from scrutiny_app.store.store import Store


def list_deadlines(store: Store, agenda: Agenda, now: datetime) -> tuple[Deadline, ...]:
    """Return what is due before a meeting, the first day first; ``now`` is UTC."""
    held_on, council = agenda.meeting.held_on, agenda.council
    years = {held_on.year, local_moment(now).year}
    return deadlines_of(
        agenda,
        days_before(store, agenda),
        notice_rule(council.nation, held_on),
        working_calendar(council.nation, years, council.closed_days),
        now=now,
    )


def days_before(store: Store, agenda: Agenda) -> Mapping[DeadlineKind, int]:
    """Return the committee's own working days before publication, else its house style's."""
    own = store.deadlines.of(agenda.committee.id)
    return own or dict(house_style(agenda.council.house_style).deadlines)
