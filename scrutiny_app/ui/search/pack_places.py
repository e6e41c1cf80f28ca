"""Where papers begin in their packs, found out meeting by meeting while results are shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.ids import ItemId, MeetingId, PaperId
from scrutiny_app.jobs.packs.known_first_pages import known_first_pages
from scrutiny_app.jobs.packs.lay_out_meeting import FirstPages
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.page import Surroundings


class PackPlaces(QObject):
    """Remembers what is known; the child lays out what is not. ``learned`` follows each meeting."""

    learned = Signal(str)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._known: dict[MeetingId, Mapping[PaperId, int]] = {}
        self._numbers: dict[ItemId, int] = {}
        self._asked: deque[MeetingId] = deque()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._next)
        around.session.committed.connect(self.forget)

    def of(self, meeting: MeetingId) -> Mapping[PaperId, int]:
        """Return the first stamped page of each paper, nothing while it is not known."""
        return self._known.get(meeting, {})

    def number_of(self, item: ItemId) -> int:
        """Return an item's number on its agenda, 0 while it is not known."""
        return self._numbers.get(item, 0)

    def ask(self, meetings: Iterable[MeetingId]) -> None:
        """Find out where the papers of these meetings begin, one meeting at a time."""
        self._asked = deque(one for one in dict.fromkeys(meetings) if one not in self._known)
        if self._asked:
            self._soon.start()

    def forget(self) -> None:
        """Find out anew: something was changed."""
        self._known.clear()
        self._numbers.clear()
        self._asked.clear()

    def stop(self) -> None:
        """Find out nothing more: the workspace is about to be closed."""
        self._soon.stop()

    def _next(self) -> None:
        if not self._asked:
            return
        meeting = self._asked.popleft()
        self._known[meeting] = self._look_up(meeting)
        self.learned.emit(meeting)
        self._soon.start()

    def _look_up(self, meeting: MeetingId) -> Mapping[PaperId, int]:
        """Return what the workspace knows; where that is nothing, ask the child."""
        store = self._around.session.store
        try:
            agenda = store.agendas.read(meeting)
            known = known_first_pages(store, agenda)
        except ScrutinyError:
            return {}
        self._numbers |= {one.item.id: one.number for one in agenda.numbered}
        if known is not None:
            return known
        work = Work(
            f"Count the pages of {meeting}",
            Job("lay_out_meeting", (agenda,)),
            done=self._laid_out,
            # An agenda that cannot be laid out has no pack, and so no pages to name
            refused=lambda _sentence: None,
            replaces=True,
        )
        self._around.quick.run(work)
        return {}

    def _laid_out(self, found: object) -> None:
        if not isinstance(found, FirstPages):
            return
        session = self._around.session
        if not session.read_only:
            session.store.search.remember_layout(found.meeting, found.key, found.pages)
        self._known[found.meeting] = found.pages
        self.learned.emit(found.meeting)
