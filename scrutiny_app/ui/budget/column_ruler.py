"""The columns of a page that no rules part: its picture, and borders to be moved.

The viewer's child draws the page, as it does for the reader.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from scrutiny_app.domain.read_table import PageColumns
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.tiles import Piece, Tile

_GRIP, _NEAR = 7.0, 9.0
_STEP, _LONG_STEP = 1.0, 8.0
_LEAST_APART = 6.0
_MOST_PIXELS = 2_000
_TELLS = (
    "Left and right choose a border, with Control they move it, with Shift further. Insert adds a "
    "border, Delete takes one away. The mouse drags a border, a double click adds one."
)


class ColumnRuler(QWidget):
    """``moved`` carries the borders of the page as they now stand, in points; ``told`` words."""

    moved = Signal(object)
    told = Signal(str)

    def __init__(self, theme: Theme, reading: Reading) -> None:
        super().__init__()
        self._theme = theme
        self._reading = reading
        self._page: PageColumns | None = None
        self._borders: list[float] = []
        self._chosen = 0
        self._dragged = False
        self._picture: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Borders between columns")
        self.setAccessibleDescription(_TELLS)
        self.setToolTip(_TELLS)
        reading.opened.connect(self._draw)
        theme.changed.connect(self.update)

    @property
    def borders(self) -> tuple[float, ...]:
        """The borders as they stand, in points from the left edge of the page."""
        return tuple(self._borders)

    def open(self, path: Path) -> None:
        """Have the pages of a file drawn."""
        self._reading.open(path)

    def close_file(self) -> None:
        """Let the file go."""
        self._page = None
        self._reading.close_file()

    def show_page(self, page: PageColumns, borders: tuple[float, ...]) -> None:
        """Show a page with borders."""
        other = self._page is None or self._page.page != page.page
        self._page, self._borders = page, list(borders)
        self._chosen = min(self._chosen, max(0, len(self._borders) - 1))
        if other:
            self._picture = None
            self._draw()
        self.update()

    # --- the picture ---

    def _draw(self) -> None:
        page = self._page
        if page is None or self._reading.document is None:
            return
        scale = min(2.0, _MOST_PIXELS / max(page.width, page.height))
        across, down = round(page.width * scale), round(page.height * scale)
        piece = Piece(across, down, 0, 0, 0, across, down, dark=False)
        self._reading.draw_once(Tile(page.page - 1, piece), self._got)

    def _got(self, picture: QImage | None) -> None:
        self._picture = picture.copy() if picture is not None else None
        self.update()

    def _sheet(self) -> QRectF:
        """Return where the page is painted."""
        page = self._page
        if page is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(8, 14, -8, -8)
        scale = min(room.width() / page.width, room.height() / page.height)
        width, height = page.width * scale, page.height * scale
        return QRectF(room.left() + (room.width() - width) / 2, room.top(), width, height)

    def _at(self, border: float) -> float:
        page, sheet = self._page, self._sheet()
        return sheet.left() + border * sheet.width() / page.width if page else 0.0

    def _points(self, at: float) -> float:
        page, sheet = self._page, self._sheet()
        return (at - sheet.left()) * page.width / sheet.width() if page and sheet.width() else 0.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._page
        if page is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        tokens, sheet = self._theme.tokens, self._sheet()
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(sheet, self._picture)
        painter.setPen(QColor(tokens.line))
        painter.drawRect(sheet)
        scale = sheet.height() / page.height
        top, bottom = sheet.top() + page.top * scale, sheet.top() + page.bottom * scale
        for place, border in enumerate(self._borders):
            chosen = place == self._chosen and self.hasFocus()
            # On white paper in every look: the light theme's blue and red would do in the dark too
            colour = QColor("#b3261e" if chosen else "#0f5c8c")
            at = self._at(border)
            painter.setPen(QPen(colour, 3 if chosen else 1.5))
            painter.drawLine(QPointF(at, top - _GRIP), QPointF(at, bottom))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(at, top - _GRIP), _GRIP / 1.5, _GRIP / 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    @override
    def sizeHint(self) -> QSize:
        return QSize(700, 420)

    # --- keys ---

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if step and control and self._borders:
            by = step * (_LONG_STEP if shift else _STEP)
            self._move(self._borders[self._chosen] + by)
            self.moved.emit(self.borders)
        elif step and self._borders:
            self._choose((self._chosen + step) % len(self._borders))
        elif event.key() == Qt.Key.Key_Insert:
            self._add_after_chosen()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_away()
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._say()
        self.update()

    def _move(self, points: float) -> None:
        """Move the chosen border, as far as those beside it let it."""
        page, place = self._page, self._chosen
        if page is None or not self._borders:
            return
        least = self._borders[place - 1] + _LEAST_APART if place else 0.0
        last = place == len(self._borders) - 1
        most = page.width if last else self._borders[place + 1] - _LEAST_APART
        self._borders[place] = min(max(points, least), most)
        self._say()
        self.update()

    def _add(self, points: float) -> None:
        if any(abs(points - one) < _LEAST_APART for one in self._borders):
            return
        self._borders = sorted([*self._borders, points])
        self._chosen = self._borders.index(points)
        self._say()
        self.update()
        self.moved.emit(self.borders)

    def _add_after_chosen(self) -> None:
        page = self._page
        if page is None:
            return
        here = self._borders[self._chosen] if self._borders else 0.0
        beyond = self._borders[self._chosen + 1 :]
        self._add((here + (beyond[0] if beyond else page.width)) / 2)

    def _take_away(self) -> None:
        # Two borders are the edges of one column, which is the least that can be read
        if len(self._borders) > 2:  # noqa: PLR2004
            self._borders.pop(self._chosen)
            self._chosen = min(self._chosen, len(self._borders) - 1)
            self._say()
            self.update()
            self.moved.emit(self.borders)

    def _say(self) -> None:
        words = (
            f"Border {self._chosen + 1} of {len(self._borders)}, "
            f"{self._borders[self._chosen]:.0f} points from the left edge"
        )
        self.setAccessibleDescription(f"{words}. {_TELLS}")
        self.told.emit(words)

    # --- the mouse ---

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().x()
        near = [place for place, one in enumerate(self._borders) if abs(self._at(one) - at) < _NEAR]
        if near:
            self._dragged = True
            self._choose(near[0])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().x()
        if self._dragged:
            self._move(self._points(at))
            return
        near = any(abs(self._at(one) - at) < _NEAR for one in self._borders)
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._dragged = False
            self.moved.emit(self.borders)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._sheet().contains(event.position()):
            self._add(self._points(event.position().x()))
