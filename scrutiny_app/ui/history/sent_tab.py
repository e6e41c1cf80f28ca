"""What went out: packs that were built and agendas that were published."""

from __future__ import annotations

from typing_extensions import override

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.store.receipts import ReceiptLine
from scrutiny_app.ui.history.history_tab import HistoryTab, moment_words
from scrutiny_app.ui.pack_folder import short_name
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows
from scrutiny_app.ui.widgets.row_menu import row_menu


class SentTab(HistoryTab):
    """Enter leads to the meeting's publication."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        receipts = self.session.store.receipts
        self.table: RecordTable = RecordTable(
            self.theme,
            "Packs and publications, the newest first",
            (
                Column("What", what_words, below=_meeting),
                Column("File", _file, width=240),
                Column("Pages", _pages, width=80, right=True),
                Column("When", self._when, width=220),
            ),
            Rows(receipts.count, lambda _order, first, most: receipts.some(first, most)),
        )
        self.table.opened.connect(self._open)
        row_menu(self.table, (), opens="Go to its meeting")
        self._card = Card(self.theme)
        fill(self._card, self.table)
        self._empty = EmptyState(
            self.theme,
            "package",
            "Nothing has gone out yet",
            "Every pack that is built and every agenda that is published is logged here, with its "
            "day, its pages and its file.",
        )
        self.column.addWidget(self._card, 1)
        self.column.addWidget(self._empty, 1)

    @override
    def refresh(self) -> None:
        self.table.read_again()
        any_lines = bool(self.session.store.receipts.count())
        self._card.setVisible(any_lines)
        self._empty.setVisible(not any_lines)

    @override
    def take_focus(self) -> None:
        self.table.setFocus()
        if self.table.current() is None and self.session.store.receipts.count():
            self.table.selectRow(0)

    def _open(self, line: object) -> None:
        if isinstance(line, ReceiptLine):
            self.page.wants.emit(Place(Room.MEETING, line.meeting, "publication"))

    def _when(self, line: ReceiptLine) -> str:
        return moment_words(line.at, self.session.now())


def what_words(line: ReceiptLine) -> str:
    """Say what went out."""
    if line.issue == 1:
        return "Agenda published"
    if line.issue is not None:
        return f"Supplement {line.issue - 1} published"
    public = line.edition is Edition.PUBLIC
    return "Public edition built" if public else "Full edition built"


def _meeting(line: ReceiptLine) -> str:
    return f"{long_date(line.held_on, DAY_DATE)}, {line.committee}"


def _pages(line: ReceiptLine) -> str:
    return str(line.pages)


def _file(line: ReceiptLine) -> str:
    return short_name(line.file_name)
