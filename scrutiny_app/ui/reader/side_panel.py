"""The panel beside the pages: outline, small pages, what was found, and the page as text."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from scrutiny_app.ui.reader.outline_panel import OutlinePanel
from scrutiny_app.ui.reader.reader_actions import ReaderActions
from scrutiny_app.ui.reader.reading_bar import SearchField
from scrutiny_app.ui.reader.search_panel import SearchPanel
from scrutiny_app.ui.reader.text_panel import TextPanel
from scrutiny_app.ui.reader.thumbnails_panel import ThumbnailsPanel
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.widgets.action_button import action_button


class Part(IntEnum):
    """The tabs of the panel."""

    OUTLINE = 0
    SMALL = 1
    FOUND = 2
    TEXT = 3


class SidePanel(QFrame):
    """Three lists and the page as text, one in view, with the search field above them."""

    def __init__(
        self,
        reading: Reading,
        actions: ReaderActions,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._theme = theme
        self._measure()
        theme.changed.connect(self._measure)
        self.field = SearchField(theme)
        self.count = QLabel()
        self.count.setProperty("look", "small")
        self.count.hide()
        self.outline = OutlinePanel(theme)
        self.small = ThumbnailsPanel(reading, theme)
        self.found = SearchPanel(theme)
        self.text = TextPanel(reading)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Side panel")
        self.tabs.setAccessibleDescription(
            "Outline, pages in small, what was found, or the page as text"
        )
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget()
        for name, widget in (
            ("Outline", self.outline),
            ("Pages", self.small),
            ("Found", self.found),
            ("Text", self.text),
        ):
            self.tabs.addTab(name)
            self.stack.addWidget(widget)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self._place(actions, theme)

    def show_count(self, text: str) -> None:
        """Say how much was found; nothing while nothing is looked for."""
        self.count.setText(text)
        self.count.setVisible(bool(text))

    def show_part(self, part: Part) -> None:
        """Bring one list to the front."""
        self.tabs.setCurrentIndex(part)

    @property
    def part(self) -> Part:
        """Which list is in front."""
        return Part(self.tabs.currentIndex())

    def list_in_front(self) -> QWidget:
        """Return what is in front, to give it the keyboard."""
        return (self.outline, self.small, self.found, self.text)[self.part]

    def _measure(self) -> None:
        self.setMinimumWidth(self._theme.length(270))

    def _place(self, actions: ReaderActions, theme: Theme) -> None:
        search = QHBoxLayout()
        search.setSpacing(2)
        search.addWidget(self.field, 1)
        search.addWidget(action_button(actions.find_last, theme))
        search.addWidget(action_button(actions.find_next, theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 8, 8)
        column.setSpacing(6)
        column.addLayout(search)
        column.addWidget(self.tabs)
        column.addWidget(self.count)
        column.addWidget(self.stack, 1)
