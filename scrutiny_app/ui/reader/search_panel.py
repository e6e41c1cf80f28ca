"""What a search found, by item of the outline."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.shown_document import (
    OutlineEntry,
    SearchHit,
    ShownDocument,
)
from scrutiny_app.ui.widgets.row_tree import RowTree, row_item
from scrutiny_app.ui.widgets.rows import ROW, Row

_HIT = int(Qt.ItemDataRole.UserRole) + 2


class SearchPanel(RowTree):
    """Finds under the item they stand in; ``chosen`` tells which is picked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Search results", "Finds by item; Enter shows one", parent)
        self.hits: list[SearchHit] = []
        self._groups: dict[OutlineEntry | None, QStandardItem] = {}
        self._rows: list[QStandardItem] = []
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def clear_hits(self) -> None:
        """Show nothing."""
        self.items.clear()
        self.hits, self._groups, self._rows = [], {}, []

    def add(self, document: ShownDocument, hits: tuple[SearchHit, ...]) -> None:
        """Add finds, in the order of the file."""
        touched: dict[OutlineEntry | None, QStandardItem] = {}
        for hit in hits:
            entry = document.entry_of(hit.page, depth=1)
            group = touched[entry] = self._group(document, entry)
            label = document.labels[hit.page]
            said = f"{hit.before}{hit.words}{hit.after}, page {label}"
            item = row_item(Row(hit.words, label, hit.before, hit.after), said)
            item.setData(hit, _HIT)
            group.appendRow(item)
            self.hits.append(hit)
            self._rows.append(item)
        for entry, group in touched.items():
            title = document.title_of(entry) if entry else document.name
            count = str(group.rowCount())
            group.setData(Row(title, count, strong=True), ROW)
            said = f"{title}, {count} found"
            group.setData(said, int(Qt.ItemDataRole.AccessibleTextRole))
            self.expand(group.index())

    def select(self, hit: SearchHit) -> None:
        """Show which find is looked at."""
        index = self._rows[self.hits.index(hit)].index()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _group(self, document: ShownDocument, entry: OutlineEntry | None) -> QStandardItem:
        if entry not in self._groups:
            title = document.title_of(entry) if entry else document.name
            self._groups[entry] = row_item(Row(title, strong=True), title)
            self.items.appendRow(self._groups[entry])
        return self._groups[entry]

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(_HIT)
        if isinstance(hit, SearchHit):
            self.chosen.emit(hit)
