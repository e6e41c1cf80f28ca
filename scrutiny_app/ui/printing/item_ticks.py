"""The items of a pack to tick for printing."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from scrutiny_app.ui.viewer.outline_items import item_pages, numbered_items
from scrutiny_app.ui.viewer.shown_document import ShownDocument


class ItemTicks(QListWidget):
    """A list to tick; ``chosen`` tells the ticked ones as one would type them: "items 3, 5"."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, tuple[int, ...]] = {}
        self._told = ""
        self.setSpacing(3)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._tell)

    def show_document(self, document: ShownDocument) -> None:
        """List the items of a file; a file without any shows no list."""
        self._pages = item_pages(document)
        self.blockSignals(True)  # noqa: FBT003 - Qt's way to say so
        self.clear()
        for entry in numbered_items(document).values():
            title, pages = document.title_of(entry), document.range_of(entry)
            row = QListWidgetItem(f"{title}  ({pages})")
            row.setToolTip(f"{title}, pages {pages}")
            row.setCheckState(Qt.CheckState.Checked)
            self.addItem(row)
        self.blockSignals(False)  # noqa: FBT003
        self.setVisible(bool(self._pages))

    def show_chosen(self, typed: str, pages: Collection[int]) -> None:
        """Tick the items all of whose pages are among those that were typed.

        What the ticks told themselves leaves them as they are: items on the front sheet share
        their pages, and one would tick the other again.
        """
        if typed == self._told:
            return
        self._told = typed
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
        word = "item" if len(ticked) == 1 else "items"
        every = len(ticked) == len(self._pages)
        self._told = "" if every else " ".join(filter(None, (word, ", ".join(ticked))))
        self.chosen.emit(self._told)
