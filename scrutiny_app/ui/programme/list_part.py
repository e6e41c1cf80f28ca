"""The programme as a list: every item, what is not on the board among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.programme.programme import ProgrammeItem, ScrutinyMethod, Suggester
from scrutiny_app.domain.programme.views import ListOrder, ProgrammeRow, programme_list
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.words import STAGE_TONES, capital
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.record_table import Column, Order, RecordTable, Rows

# Below this there is no room for the columns of lesser use
_CRAMPED = 1_040
_LESSER = (4, 5)
_DOT = " \N{MIDDLE DOT} "


def _below(row: ProgrammeRow) -> str:
    method = row.item.method
    how = "" if method is ScrutinyMethod.COMMITTEE_ITEM else capital(method)
    return _DOT.join(one for one in (capital(row.item.kind), how, row.item.purpose) if one)


def _source(row: ProgrammeRow) -> str:
    return "" if row.item.suggester is Suggester.UNKNOWN else capital(row.item.suggester)


_COLUMNS: Sequence[Column[ProgrammeRow]] = (
    Column(
        "Item",
        lambda row: row.item.title,
        ListOrder.TITLE,
        below=_below,
        faint=lambda row: row.item.stage.closed,
    ),
    Column(
        "Stage",
        lambda row: capital(row.item.stage),
        ListOrder.STAGE,
        110,
        tone=lambda row: STAGE_TONES[row.item.stage],
    ),
    Column("Meeting or window", lambda row: row.when, ListOrder.MEETING, 150),
    Column("Lead officer", lambda row: row.item.lead_officer, ListOrder.LEAD_OFFICER, 140),
    Column(
        "Portfolio holder", lambda row: row.item.portfolio_holder, ListOrder.PORTFOLIO_HOLDER, 140
    ),
    Column("Source", _source, width=110),
    Column("Moves", lambda row: capital(row.moved), width=250),
)


class ListPart(QWidget):
    """``picked`` carries an item, ``opened`` one to work on."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: Sequence[ProgrammeRow] = ()
        self._wanted = ""
        self._order = Order()
        self.card = Card(desk.theme, "All items")
        self.table = RecordTable(
            desk.theme,
            "Items of the programme",
            _COLUMNS,
            Rows(lambda: len(self._rows), self._some),
        )
        self.table.known_by(lambda row: row.item.id if isinstance(row, ProgrammeRow) else row)
        fill(self.card, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.table.picked.connect(lambda row: self.picked.emit(row.item))
        self.table.opened.connect(lambda row: self.opened.emit(row.item))

    def read(self, wanted: str) -> None:
        """Show the items that hold all words of ``wanted``."""
        self._wanted = wanted
        self._rows = programme_list(self._desk.programme, wanted=wanted)
        whole = len(self._desk.programme.items)
        self.card.say(f"{len(self._rows)} of {whole}" if wanted else str(whole))
        self.table.read_again()

    def show_item(self, item: ProgrammeItem) -> None:
        """Select an item's row."""
        for place, row in enumerate(self._in_order()):
            if row.item.id == item.id:
                self.table.selectRow(place)
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cramped = self.width() < self._desk.theme.length(_CRAMPED)
        for place in _LESSER:
            self.table.setColumnHidden(place, cramped)

    def _some(self, order: Order, first: int, many: int) -> Sequence[ProgrammeRow]:
        self._order = order
        return self._in_order()[first : first + many]

    def _in_order(self) -> Sequence[ProgrammeRow]:
        """Return the rows as the heading sorts them."""
        if not self._order.by:
            return self._rows
        by = ListOrder(self._order.by)
        rows = programme_list(self._desk.programme, order=by, wanted=self._wanted)
        return rows[::-1] if self._order.falling else rows
