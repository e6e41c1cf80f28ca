"""What the mouse does on the pages: marks text, follows links, shows what is under it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from scrutiny_app.ui.viewer.selection import Selection, TextPoint
from scrutiny_app.ui.viewer.shown_document import PageLink
from scrutiny_app.ui.viewer.sight import Sight


class PagePointer(QObject):
    """The mouse over a canvas: ``marks`` tells a selection or None, ``follows`` a link."""

    marks = Signal(object)
    follows = Signal(object)

    def __init__(self, sight: Sight, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._sight = sight
        self._canvas = canvas

    def pressed(self, event: QMouseEvent) -> None:
        """Begin to mark text, unless the mouse is on a link."""
        at = _place(event)
        if event.button() == Qt.MouseButton.LeftButton and self._sight.link_at(at) is None:
            point = self._sight.point_at(at)
            self.marks.emit(Selection(point, point) if point else None)

    def moved(self, event: QMouseEvent) -> None:
        """Mark on while the button is held; show what is under the mouse while it is not."""
        sight, at = self._sight, _place(event)
        if event.buttons() & Qt.MouseButton.LeftButton and sight.selection:
            point = sight.point_at(at)
            if point:
                self.marks.emit(Selection(sight.selection.anchor, point))
            return
        link = sight.link_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if link:
            shape = Qt.CursorShape.PointingHandCursor
        elif sight.words_at(at):
            shape = Qt.CursorShape.IBeamCursor
        self._canvas.setCursor(shape)
        self._canvas.setToolTip(self._told_of(link))

    def released(self, event: QMouseEvent) -> None:
        """Follow the link under the mouse, unless text was marked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        marked = self._sight.selection
        if marked is not None and marked.anchor != marked.head:
            return
        self.marks.emit(None)
        link = self._sight.link_at(_place(event))
        if link:
            self.follows.emit(link)

    def double_clicked(self, event: QMouseEvent) -> None:
        """Mark the word under the mouse."""
        point = self._sight.point_at(_place(event))
        if point:
            start, end = self._sight.reading.words[point.page].word_at(point.place)
            self.marks.emit(Selection(TextPoint(point.page, start), TextPoint(point.page, end - 1)))

    def _told_of(self, link: PageLink | None) -> str:
        document = self._sight.reading.document
        if link is None or document is None:
            return ""
        return link.address or f"Go to page {document.labels[link.page]}"


def _place(event: QMouseEvent) -> QPoint:
    return event.position().toPoint()
