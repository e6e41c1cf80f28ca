"""Finds the page numbers of an agenda: at once by what is known, then as the child draws it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.jobs.packs.agenda_order import AgendaOrder
from scrutiny_app.jobs.page_ranges import USUAL_FRONT_PAGES, PageRanges
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.meeting.live_pages import LivePages, live_pages
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk

_TITLE = "Page numbers"
_AFTER_MS = 150


def _unheard(_sentence: str) -> None:
    """Leave the numbers as they were: building the pack says what is wrong."""


class PageFinder(QObject):
    """``found`` tells that the drawn front sheet was other than assumed, or first drawn at all."""

    found = Signal()

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk.page)
        self._desk = desk
        self._rooms: dict[MeetingId, int] = {}
        self._asked: AgendaOrder | None = None
        self._wanted: AgendaOrder | None = None
        self._pause = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._pause.timeout.connect(self._ask)
        self._public: tuple[MeetingId, PackLayout | None] | None = None

    def pages(self, agenda: Agenda) -> LivePages:
        """Return the pages as far as they are known; ``found`` may tell better ones."""
        issue = self._desk.session.store.issues.latest(agenda.meeting.id)
        room = self._rooms.get(agenda.meeting.id, USUAL_FRONT_PAGES)
        self._wanted = AgendaOrder(agenda, issue)
        self._pause.start()
        style = house_style(agenda.council.house_style)
        return live_pages(agenda, style, front_room=room, issue=issue)

    def public_layout(self, agenda: Agenda) -> PackLayout | None:
        """Return the layout of the public edition as it was last drawn."""
        key, layout = self._public or (None, None)
        return layout if key == agenda.meeting.id else None

    def _ask(self) -> None:
        order = self._wanted
        if order is None or order == self._asked or not order.agenda.items or self._desk.closed:
            return
        self._asked = order
        self._desk.around.quick.run(
            Work(
                _TITLE,
                Job("make_page_ranges", (order,)),
                done=partial(self._heard, order),
                refused=_unheard,
                replaces=True,
            )
        )

    def _heard(self, order: AgendaOrder, ranges: object) -> None:
        if not isinstance(ranges, PageRanges):
            raise TypeError(f"Page ranges came as {type(ranges).__name__}")
        meeting = order.agenda.meeting.id
        self._public = (meeting, ranges.public)
        if ranges.full is not None:
            self._rooms[meeting] = _front_room(ranges.full)
        if self._desk.shown and self._desk.agenda.meeting.id == meeting:
            self.found.emit()


def _front_room(layout: PackLayout) -> int:
    """Return how many pages stand before the first paper."""
    firsts = [span.first for span in layout.papers.values()]
    return min(firsts) - 1 if firsts else layout.page_count
