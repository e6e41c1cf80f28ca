"""The outline of the file: items and papers with their pages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QWidget

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.page_layout import Spot
from scrutiny_app.ui.viewer.shown_document import OutlineEntry, ShownDocument
from scrutiny_app.ui.widgets.row_tree import RowTree, row_item
from scrutiny_app.ui.widgets.rows import Row

_ENTRY = int(Qt.ItemDataRole.UserRole) + 2
_STRONG_DEPTH = 0


class OutlinePanel(RowTree):
    """A tree of the outline; ``chosen`` tells the place of the entry that is picked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Outline", "Items and papers of this file with their pages", parent)
        self._items: list[tuple[OutlineEntry, QStandardItem]] = []
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_document(self, document: ShownDocument | None) -> None:
        """Show the outline of a file, or nothing."""
        self.items.clear()
        self._items = []
        trail: list[QStandardItem] = [self.items.invisibleRootItem()]
        if document is None:
            return
        for entry in document.outline:
            pages = document.range_of(entry)
            title = document.title_of(entry)
            row = Row(title, pages, strong=entry.depth == _STRONG_DEPTH)
            item = row_item(row, f"{title}, pages {pages}")
            item.setData(entry, _ENTRY)
            depth = min(entry.depth, len(trail) - 1)
            trail = [*trail[: depth + 1], item]
            trail[depth].appendRow(item)
            self._items.append((entry, item))

    def mark_page(self, page: int) -> None:
        """Select the entry that a page belongs to, as far as its branch is open."""
        begun = [pair for pair in self._items if pair[0].first <= page <= pair[0].last]
        if not begun or self.hasFocus():
            return
        first = max(entry.first for entry, _ in begun)
        nearest = [pair for pair in begun if pair[0].first == first]
        index = nearest[0][1].index()
        while index.parent().isValid() and not self.isExpanded(index.parent()):
            index = index.parent()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, OutlineEntry):
            self.chosen.emit(Spot(entry.first, entry.down))
