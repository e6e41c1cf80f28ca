"""The rooms, one of them shown; it scrolls where it needs more than the window has."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget
from typing_extensions import override

from scrutiny_app.ui.page import Page


class RoomStack(QScrollArea):
    """Keeps the window as small as its screen, at any size of text.

    Not resizable in Qt's sense: that gives a page with words that wrap the height it would like,
    and scrolls pages that fit.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget()
        self._tried: set[object] = set()
        self.setWidget(self._stack)
        self._stack.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @property
    def page(self) -> Page | None:
        """The page that is shown, None while there is none."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def add(self, page: Page) -> None:
        """Take a page in."""
        self._stack.addWidget(page)

    def show_page(self, page: Page) -> None:
        """Show a page that was taken in."""
        self._stack.setCurrentWidget(page)
        # A page that came into the window was styled by that: it is laid out before it is measured
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._fit()

    def remove(self, page: Page) -> None:
        """Let a page go."""
        self._stack.removeWidget(page)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tried.clear()
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._stack:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Give the page all there is, and no less than it needs."""
        if self.page is None:
            return
        room, least = self.maximumViewportSize(), self.page.minimumSizeHint()
        state = (self.page.room, room.toTuple(), least.toTuple())
        if least.expandedTo(room) != room and state not in self._tried:
            # A page that can do with less does so once it has less; it is asked once
            self._tried.add(state)
            self._stack.resize(room)
            least = self.page.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        if least.height() > room.height():
            room.setWidth(room.width() - bar)
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        self._stack.resize(room.expandedTo(least))
