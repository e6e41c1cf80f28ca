"""What the parts of the room share: the programme as it was last read, and ways to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import CommitteeId, ProgrammeId, ProgrammeItemId
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.programme.board import Board
from scrutiny_app.domain.programme.lanes import Lane, LaneKey, asks_why, lane_name, lanes, shifted
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, item_of, with_item
from scrutiny_app.jobs.programme.show_board import show_board
from scrutiny_app.store.store import Store
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place

Change = Callable[[ProgrammeItem], ProgrammeItem]


class ProgrammeDesk(QObject):
    """``chosen`` follows a choice of another item; ``asks`` carries an item and where it is to go.

    ``asks`` is for moves that need a reason; the others are done at once.
    """

    chosen = Signal()
    asks = Signal(object, object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self.around = page.around
        self.session = page.session
        self.theme = page.theme
        self.committee = CommitteeId("")
        self.year = ""
        self.lanes: tuple[Lane, ...] = ()
        self._programme: Programme | None = None
        self._board: Board | None = None
        self._item = ProgrammeItemId("")

    @property
    def today(self) -> date:
        """The day it is in the United Kingdom."""
        return local_moment(self.session.now()).date()

    @property
    def may_write(self) -> bool:
        """Whether the workspace is open to edit."""
        return not self.session.read_only

    @property
    def shown(self) -> bool:
        """Whether a programme is shown at all."""
        return self._programme is not None

    @property
    def programme(self) -> Programme:
        """The programme as it was last read, with every meeting of its year.

        Raises:
            NotFound: none is shown.
        """
        if self._programme is None:
            raise NotFound("No work programme is shown. Start one, or import one.")
        return self._programme

    @property
    def board(self) -> Board:
        """The board of the programme.

        Raises:
            NotFound: no programme is shown.
        """
        if self._board is None:
            raise NotFound("No work programme is shown. Start one, or import one.")
        return self._board

    @property
    def item(self) -> ProgrammeItem | None:
        """The chosen item, None while there is none."""
        if self._programme is None or not self._item:
            return None
        try:
            return item_of(self._programme, self._item)
        except NotFound:
            return None

    def read(self) -> None:
        """Read the programme of the chosen committee and year again."""
        store = self.session.store
        found = store.programmes.of(self.committee, self.year) if self.committee else None
        if found is None:
            self._programme, self._board, self.lanes = None, None, ()
            return
        self._programme, self._board = show_board(store, found.id, today=self.today)
        self.lanes = lanes(self._board)

    def choose(self, item: ProgrammeItemId) -> None:
        """Have an item shown in the card."""
        if item != self._item:
            self._item = item
            self.chosen.emit()

    # --- changing ---

    def change(
        self, item: ProgrammeItemId, change: Change, name: str, *, joins: bool = False
    ) -> bool:
        """Change an item as one named step; tell whether it was done."""

        def write(store: Store) -> None:
            programme = store.programmes.holding(item)
            store.programmes.write(with_item(programme, change(item_of(programme, item))))

        return self.page.do(name, write, joins=joins)

    def change_programme(
        self, change: Callable[[Programme], Programme], name: str, *, joins: bool = False
    ) -> bool:
        """Change the programme as one named step; tell whether it was done."""
        key: ProgrammeId = self.programme.id
        return self.page.do(
            name,
            lambda store: store.programmes.write(change(store.programmes.get(key))),
            joins=joins,
        )

    def move(self, item: ProgrammeItem, to: LaneKey, reason: str = "") -> bool:
        """Move an item to another column, or have the reason asked for; tell whether it moved."""
        if asks_why(item, to) and not reason and not item.stage.closed:
            self.asks.emit(item, to)
            return False
        return self.change(
            item.id,
            lambda one: shifted(one, to, on=self.today, reason=reason),
            f'Move "{item.title}" to {lane_name(to)}',
        )

    def run(self, deed: Callable[[Store], object], done: str) -> bool:
        """Do a job that writes steps of its own; tell whether it was done."""
        if not self.page.attempt(lambda: deed(self.session.store), done):
            return False
        self.session.committed.emit()
        return True

    def go(self, place: Place) -> None:
        """Go somewhere else in the window."""
        self.page.wants.emit(place)

    def tell(self, sentence: str) -> None:
        """Say something in the status line."""
        self.page.told.emit(sentence)
