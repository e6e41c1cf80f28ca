"""What the tabs of a meeting share: the agenda as it stands, and ways to change and say things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.store.store import Store
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place, Room


class MeetingDesk:
    """The meeting that is shown. Tabs ask it for the agenda, and write through it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.around = page.around
        self.session = page.session
        self.theme = page.theme
        self._agenda: Agenda | None = None
        # What is wanting before anything may go out; the page says so, which knows the agenda's tab
        self.unfinished: Callable[[], str] = str
        self.closed = False

    @property
    def shown(self) -> bool:
        """Whether a meeting is shown at all."""
        return self._agenda is not None

    @property
    def agenda(self) -> Agenda:
        """The meeting's agenda as it was last read; ``committed`` reads it again.

        Raises:
            NotFound: no meeting is shown.
        """
        if self._agenda is None:
            raise NotFound("No meeting is shown. Choose one under Meetings.")
        return self._agenda

    def show(self, agenda: Agenda | None) -> None:
        """Have an agenda shown, or none."""
        self._agenda = agenda

    def close(self) -> None:
        """Let the workspace go; what the worker still tells comes too late to be written."""
        self.closed = True
        self._agenda = None

    def place(self, part: str, detail: str = "") -> Place:
        """Return a place within this meeting."""
        return Place(Room.MEETING, self.agenda.meeting.id, part, detail)

    def place_of(self, meeting: MeetingId, part: str) -> Place:
        """Return a place within another meeting."""
        return Place(Room.MEETING, meeting, part)

    def go(self, place: Place) -> None:
        """Go somewhere else in the window."""
        self.page.wants.emit(place)

    def tell(self, sentence: str) -> None:
        """Say something in the status line."""
        self.page.told.emit(sentence)

    def say(self, sentence: str, tone: Literal["bad", "warn", "tell"] = "bad") -> None:
        """Say something in the strip above the page."""
        self.page.strip.say(sentence, tone)

    def do(
        self,
        name: str,
        deed: Callable[[Store], object],
        *,
        joins: bool = False,
        undoable: bool = True,
    ) -> bool:
        """Do something to the workspace as one named step; tell whether it was done."""
        return self.page.do(name, deed, joins=joins, undoable=undoable)

    def attempt(self, deed: Callable[[], object], done: str = "") -> bool:
        """Do something that may be refused; what stands in the way is said in the strip."""
        return self.page.attempt(deed, done)
