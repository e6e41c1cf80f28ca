"""Changes of an agenda, each a named step; what alters a published one is asked about first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.jobs.change_agenda import change_agenda
from scrutiny_app.jobs.preview_change import preview_change
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk

Change = Callable[[Agenda], Agenda]


def _nothing() -> None:
    """Do nothing after a change."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A major change that waits for the officer's word."""

    name: str
    change: Change
    meeting: MeetingId
    then: Callable[[], object]


class AgendaChanges(QObject):
    """Writes changes. ``asked`` carries the preview of a major one, which then waits.

    ``settled`` tells that nothing waits any more; ``noted`` carries what a supplement must bring.
    """

    asked = Signal(object)
    settled = Signal()
    noted = Signal(str)

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk.page)
        self._desk = desk
        self._waiting: _Waiting | None = None

    @property
    def waits(self) -> bool:
        """Whether a change waits for the officer's word."""
        return self._waiting is not None

    def make(
        self,
        name: str,
        change: Change,
        *,
        joins: bool = False,
        meeting: MeetingId | None = None,
        then: Callable[[], object] = _nothing,
    ) -> bool:
        """Change the agenda as it stands, of the meeting shown or another; tell if it was done.

        ``then`` follows once it is done, be it after the officer accepted it.

        What stands in the way is said in the strip. A major change of a published agenda is not
        done yet: ``asked`` shows it, and ``accept`` does it.
        """
        desk = self._desk
        try:
            key = meeting or desk.agenda.meeting.id
            before = desk.session.store.agendas.read(key)
            after = change(before)
            if after == before:
                return True
            preview = preview_change(desk.session.store, after, desk.session.now())
        except ScrutinyError as error:
            desk.say(str(error))
            desk.page.refresh()
            return False
        if preview.major:
            self._waiting = _Waiting(name, change, key, then)
            self.asked.emit(preview)
            return False
        self.leave()
        done = self._write(name, after, joins=joins)
        if done and preview.minor:
            self.noted.emit(f"{' '.join(preview.minor)} Issue it with a supplement.")
        if done:
            then()
        return done

    def accept(self) -> bool:
        """Do the change that waits, to the agenda as it stands; its step says it was accepted."""
        waiting, desk = self._waiting, self._desk
        if waiting is None:
            return False
        self._waiting = None
        self.settled.emit()
        try:
            after = waiting.change(desk.session.store.agendas.read(waiting.meeting))
        except ScrutinyError as error:
            desk.say(str(error))
            desk.page.refresh()
            return False
        done = self._write(waiting.name, after, accept_major=True)
        if done:
            waiting.then()
        return done

    def leave(self) -> None:
        """Leave what was published as it is; what was typed goes back to it."""
        if self._waiting is not None:
            self._waiting = None
            self.settled.emit()
            self._desk.page.refresh()

    def show_meeting(self, meeting: MeetingId) -> None:
        """Leave what waits for another meeting than the one that is shown now, and say so."""
        waiting = self._waiting
        if waiting is not None and waiting.meeting != meeting:
            self.leave()
            self._desk.say(
                f'"{waiting.name}" was not done: nobody said that what was published may change. '
                "Go back to that meeting to do it.",
                "warn",
            )

    def _write(
        self, name: str, after: Agenda, *, joins: bool = False, accept_major: bool = False
    ) -> bool:
        session = self._desk.session

        def written() -> None:
            change_agenda(
                session.store,
                after,
                name,
                at=session.now(),
                accept_major=accept_major,
                joins=joins,
            )
            session.committed.emit()

        return self._desk.attempt(written, name)
