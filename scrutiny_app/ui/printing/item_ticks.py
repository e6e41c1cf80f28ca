"""The items of a pack to tick for printing."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from scrutiny_app.ui.viewer.outline_items import item_pages, numbered_items
from scrutiny_app.ui.viewer.shown_document import ShownDocument, plain_title


class ItemTicks(QListWidget):
    """A list to tick; ``chosen`` tells the ticked ones as one would type them: "items 3, 5"."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, range] = {}
        self.setSpacing(3)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._tell)

    def show_document(self, document: ShownDocument) -> None:
        """List the items of a file; a file without any shows no list."""
        self._pages = item_pages(document)
        self.blockSignals(True)  # noqa: FBT003 - Qt's way to say so
        self.clear()
        for entry in numbered_items(document).values():
            title, pages = plain_title(entry), document.range_of(entry)
            row = QListWidgetItem(f"{title}  ({pages})")
            row.setToolTip(f"{title}, pages {pages}")
            row.setCheckState(Qt.CheckState.Checked)
            self.addItem(row)
        self.blockSignals(False)  # noqa: FBT003
        self.setVisible(bool(self._pages))

    def show_chosen(self, pages: Collection[int]) -> None:
        """Tick the items all of whose pages are among these."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's way to say so
        for row, item in enumerate(self._pages.values()):
            whole = all(page in pages for page in item)
            state = Qt.CheckState.Checked if whole else Qt.CheckState.Unchecked
            self.item(row).setCheckState(state)
        self.blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    def _tell(self) -> None:
        ticked = [
            number
            for row, number in enumerate(self._pages)
            if self.item(row).checkState() == Qt.CheckState.Checked
        ]
        if len(ticked) == len(self._pages):
            self.chosen.emit("")
        else:
            word = "item" if len(ticked) == 1 else "items"
            self.chosen.emit(f"{word} {', '.join(ticked)}" if ticked else "items")
