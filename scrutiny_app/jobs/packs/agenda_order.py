"""An agenda to be drawn or laid out, with the latest issue of it."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.issue import Issue
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class AgendaOrder:
    """The whole agenda; ``issue`` is None before it is published. It can be pickled."""

    agenda: Agenda
    issue: Issue | None


def agenda_order(store: Store, meeting: str) -> AgendaOrder:
    """Return the order for the meeting with this id or date.

    Raises:
        NotFound: there is no such meeting.
    """
    agenda = store.agendas.read(store.meetings.find(meeting))
    return AgendaOrder(agenda, store.issues.latest(agenda.meeting.id))
