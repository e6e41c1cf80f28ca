"""The programme at work: its views, the chosen item beside them, a question below them."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.rulebook.work_programmes import programme_settings
from scrutiny_app.ui.programme.board_view import BoardView
from scrutiny_app.ui.programme.frame_card import FrameCard
from scrutiny_app.ui.programme.item_card import ItemCard
from scrutiny_app.ui.programme.list_part import ListPart
from scrutiny_app.ui.programme.move_card import MoveCard
from scrutiny_app.ui.programme.new_item_card import NewItemCard
from scrutiny_app.ui.programme.plan_part import PlanPart
from scrutiny_app.ui.programme.print_card import PrintCard
from scrutiny_app.ui.programme.process_part import ProcessPart
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.requests_part import RequestsPart
from scrutiny_app.ui.programme.twice_part import TwicePart
from scrutiny_app.ui.programme.words import overdue
from scrutiny_app.ui.programme.year_part import YearPart
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.tabs import Tabs

_CARD = 390
# From so wide on the card always stands beside the board; below the other it takes its place.
# A list has columns enough to fill the room by itself
_ROOMY, _CRAMPED = 1_240, 900
OF_ITEMS = ("board", "list", "year")
_REQUESTS = 3


class WorkingView(QWidget):
    """``turned`` follows another part; its cards ask one thing at a time."""

    turned = Signal(str)

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._open = False
        self.board = BoardView(desk)
        self.list = ListPart(desk)
        self.year = YearPart(desk)
        self.requests = RequestsPart(desk)
        self.plan = PlanPart(desk)
        self.process = ProcessPart(desk)
        self.twice = TwicePart(desk)
        self.item = ItemCard(desk)
        self.moving = MoveCard(desk.theme, programme_settings().move_reasons)
        self.adding = NewItemCard(desk.theme)
        self.printing = PrintCard(desk)
        self.frame = FrameCard(desk)
        self.tabs = Tabs("Views of the work programme")
        self._place()
        self._connect()

    def _place(self) -> None:
        for key, name, part in (
            ("board", "Board", self.board),
            ("list", "List", self.list),
            ("year", "Year", self.year),
            ("requests", "Requests", self.requests),
            ("plan", "Forward plan", self.plan),
            ("twice", "Planned twice", self.twice),
            ("process", "How topics are chosen", self.process),
        ):
            self.tabs.add(key, name, part)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.tabs, 1)
        for card in self.cards:
            left.addWidget(card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._left, 1)
        row.addWidget(self.item)
        self._desk.theme.changed.connect(self._fold)

    def _connect(self) -> None:
        desk = self._desk
        self.tabs.shown.connect(self._turn)
        self.board.picked.connect(self._picked)
        self.list.picked.connect(self._picked)
        self.year.picked.connect(self._picked)
        for view in (self.board, self.list, self.year):
            view.opened.connect(self.open_item)
        desk.chosen.connect(self.item.read)
        desk.asks.connect(self._ask)
        self.item.closed.connect(self.close_item)
        self.plan.shows.connect(self.show_item)
        for card in self.cards:
            card.left.connect(self.answered)

    @property
    def cards(self) -> tuple[MoveCard, NewItemCard, PrintCard, FrameCard]:
        """The cards that ask something; one is open at most."""
        return (self.moving, self.adding, self.printing, self.frame)

    def read(self, wanted: str) -> None:
        """Show the programme as it was read."""
        self.requests.read()
        waiting = self.requests.waiting
        self.tabs.bar.setTabText(_REQUESTS, f"Requests ({waiting})" if waiting else "Requests")
        match self.tabs.key:
            case "board":
                self._read_board()
            case "list":
                self._read_rows(self.list, wanted)
            case "year":
                self._read_rows(self.year, wanted)
            case "plan":
                self.plan.read()
            case "twice":
                self.twice.read()
            case "process":
                self.process.read()
        self.item.read()
        self.frame.read()
        self._fold()

    def _read_rows(self, part: ListPart | YearPart, wanted: str) -> None:
        item = self._desk.item
        # Rows that come and go choose nothing by themselves
        with QSignalBlocker(part):
            part.read(wanted)
            if item is not None:
                part.show_item(item)

    def _read_board(self) -> None:
        self.board.read(self._desk, overdue(self._desk.board))
        if self._desk.item is None:
            self._picked(self.board.item)

    def show_item(self, item: ProgrammeItemId) -> None:
        """Show an item wherever it can be seen now."""
        self._desk.choose(item)
        shown = self._desk.item
        if shown is None:
            return
        if self.tabs.key not in OF_ITEMS:
            self.tabs.show_part("board")
        self.board.show_item(item)
        self.list.show_item(shown)

    def open_item(self, item: ProgrammeItem | None) -> None:
        """Open the card at an item; on an empty column, ask for a new one."""
        if item is None:
            self.begin_item()
            return
        self._desk.choose(item.id)
        self._open = True
        self._fold()
        self.item.tabs.show_part("item")
        self.item.fields.title.setFocus()

    def close_item(self) -> None:
        """Give the room and the focus back to the view."""
        self._open = False
        self._fold()
        self.focus_view()

    def open_card(self) -> None:
        """Have the card beside the view."""
        self._open = True
        self._fold()

    def begin_item(self) -> None:
        """Ask for a new item."""
        if not self._desk.may_write:
            return
        self.only(self.adding)
        lane = self.board.lane if self.tabs.key == "board" else None
        self.adding.begin(lane, [one.key for one in self._desk.lanes])

    def only(self, card: Card | None) -> None:
        """Put away every question but one."""
        for one in self.cards:
            if one is not card:
                one.hide()

    def answered(self) -> None:
        """Put away what was asked; the focus goes back to the view."""
        self.only(None)
        self.focus_view()

    def focus_view(self) -> None:
        """Give the focus to the part that shows."""
        part = self.tabs.parts.currentWidget()
        target = {"board": self.board, "list": self.list.table, "year": self.year.table}
        view = target.get(self.tabs.key, part)
        if view is not None:
            view.setFocus()

    def _picked(self, item: ProgrammeItem | None) -> None:
        self.item.settle()
        self._desk.choose(item.id if item else ProgrammeItemId(""))

    def _ask(self, item: ProgrammeItem, to: object) -> None:
        self.only(self.moving)
        self.moving.ask(item, to, [one.key for one in self._desk.lanes])  # type: ignore[arg-type]

    def _turn(self, key: str) -> None:
        self.only(None)
        self._open = False
        self.turned.emit(key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Show the card where there is room for it, or where it was asked for."""
        length, here = self._desk.theme.length, self.tabs.key in OF_ITEMS and self._desk.shown
        cramped = self.width() < length(_CRAMPED)
        roomy = self.tabs.key == "board" and self.width() >= length(_ROOMY)
        beside = here and (self._open or roomy)
        self.item.setVisible(beside)
        self._left.setVisible(not (beside and cramped))
        most = 16_777_215
        self.item.setMinimumWidth(0 if cramped else length(_CARD))
        self.item.setMaximumWidth(most if cramped else length(_CARD))
        self.item.away.setEnabled(self._open or cramped)
