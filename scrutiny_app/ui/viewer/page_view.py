"""The pages of a file below each other, to scroll, mark, click and search through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.page_layout import (
    GAP,
    LARGEST_ZOOM,
    SMALLEST_ZOOM,
    Fit,
    PageLayout,
    Spot,
    single_rows,
    spread_rows,
    zoom_to_fit,
)
from scrutiny_app.ui.viewer.page_painter import PagePainter
from scrutiny_app.ui.viewer.page_pointer import PagePointer
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.selection import Selection, TextPoint
from scrutiny_app.ui.viewer.shown_document import PageLink, SearchHit
from scrutiny_app.ui.viewer.sight import Sight
from scrutiny_app.ui.viewer.travel import Travel

_ZOOM_STEP = 1.1
_LINE = 48
_SETTLED_MS = 120


class PageView(QAbstractScrollArea):
    """The pages. It keeps its place when the window, the zoom or the turn changes."""

    moved = Signal()
    zoomed = Signal()
    marked = Signal()
    travelled = Signal()
    leaving = Signal(str)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "desk")
        self.setAccessibleName("Pages")
        self.setAccessibleDescription("No file is open")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.reading = reading
        self.theme = theme
        self.sight = Sight(reading)
        self.fit, self.zoom, self.turns = Fit.WIDTH, 1.0, 0
        self.two_pages = False
        self.page = 0
        self._hit_to_come: SearchHit | None = None
        self.travel = Travel()
        self._painter = PagePainter(self.sight, theme, self.viewport())
        self._pointer = PagePointer(self.sight, self.viewport())
        self._pointer.marks.connect(self.mark)
        self._pointer.follows.connect(self.follow)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._read_visible)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(_LINE)
        reading.opened.connect(self._opened)
        reading.closed.connect(self._closed)
        reading.drawn.connect(self._repaint_page)
        reading.page_read.connect(self._page_read)
        reading.recovered.connect(self._wish)
        theme.changed.connect(self.viewport().update)

    # --- where the reader is ---

    def show_spot(self, spot: Spot) -> None:
        """Bring a place to the top of the view."""
        if self.sight.pages:
            self.page = min(spot.page, self.sight.pages - 1)
            self._bring(Spot(self.page, spot.down))
            self._scrolled()

    def jump(self, spot: Spot) -> None:
        """Go to a place and remember the one left."""
        self.travel.leave(self.sight.spot)
        self.show_spot(spot)
        self.travelled.emit()

    def go_back(self) -> None:
        """Return to the place left by the last jump."""
        if self.travel.can_go_back:
            self.show_spot(self.travel.back(self.sight.spot))
            self.travelled.emit()

    def go_forward(self) -> None:
        """Undo going back."""
        if self.travel.can_go_forward:
            self.show_spot(self.travel.forward(self.sight.spot))
            self.travelled.emit()

    def turn_page(self, by: int) -> None:
        """Show the page so many further on."""
        if self.sight.pages:
            self.show_spot(Spot(self.sight.layout.rows_on(self.page, by)))

    def follow(self, link: PageLink) -> None:
        """Go where a link leads; ``leaving`` tells of an address outside the file."""
        if link.page >= 0:
            self.jump(Spot(link.page, link.down))
        else:
            self.leaving.emit(link.address)

    def show_hit(self, hit: SearchHit) -> None:
        """Show a find, in the upper third of the view."""
        self.sight.hit_now = hit
        words = self.reading.words.get(hit.page)
        boxes = words.boxes(hit.start, hit.end) if words else []
        if not boxes:
            # Not read yet: show the page now, and the find when its place is known
            self._hit_to_come = hit
            self.show_spot(Spot(hit.page))
            return
        room = self.viewport().height()
        at = self.sight.text_rect(hit.page, boxes[0])
        if at.top() < 0 or at.bottom() > room:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(at.top()) - room // 3)
        self.viewport().update()

    # --- how large, which way round, how light ---

    def set_fit(self, fit: Fit) -> None:
        """Have the zoom follow the window."""
        self.fit = fit
        self._lay_out()
        if fit is Fit.PAGE:
            self.show_spot(Spot(self.page))

    def set_zoom(self, zoom: float) -> None:
        """Show pages at a size; 1.0 is 100 %."""
        self.fit = Fit.FREE
        self.zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        self._lay_out()

    def zoom_by(self, steps: float) -> None:
        """Zoom in by so many steps, or out."""
        self.set_zoom(self.zoom * _ZOOM_STEP**steps)

    def turn(self, quarters: int = 1) -> None:
        """Turn every page a quarter clockwise, or so many back."""
        self.turns = (self.turns + quarters) % 4
        self._lay_out()

    def set_two_pages(self, two: bool) -> None:  # noqa: FBT001 - a toggled action calls it
        """Show pages beside each other as an open book does, or one below the other."""
        self.two_pages = two
        self._lay_out()

    def set_dark(self, dark: bool) -> None:  # noqa: FBT001 - a toggled action calls it
        """Show pages light on dark, or as they are."""
        self.sight.dark = dark
        self._wish()
        self.viewport().update()

    # --- text ---

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Mark these finds."""
        self.sight.set_hits(hits)
        self.viewport().update()

    def marked_text(self) -> str:
        """Return the marked text."""
        return self.sight.selection.text(self.reading.words) if self.sight.selection else ""

    def copy(self) -> None:
        """Put the marked text on the clipboard."""
        if text := self.marked_text():
            QGuiApplication.clipboard().setText(text)

    def mark_page(self) -> None:
        """Mark all the text of the page, if it has been read."""
        words = self.reading.words.get(self.page)
        if words and words.text:
            last = TextPoint(self.page, len(words.text) - 1)
            self.mark(Selection(TextPoint(self.page, 0), last))

    def mark(self, selection: Selection | None) -> None:
        """Mark a stretch of text, or nothing."""
        self.sight.selection = selection
        self.marked.emit()
        self.viewport().update()

    # --- what Qt tells ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._painter.paint(event.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if self._turns_pages(event):
            return
        screen = self.viewport().height() - _LINE
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Down: _LINE,
            Qt.Key.Key_Up: -_LINE,
            Qt.Key.Key_PageDown: screen,
            Qt.Key.Key_PageUp: -screen,
            Qt.Key.Key_Space: -screen if back else screen,
        }
        if key in steps:
            bar.setValue(bar.value() + steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.jump(Spot(0 if key == Qt.Key.Key_Home else max(0, self.sight.pages - 1)))
        elif key == Qt.Key.Key_Escape and self.sight.selection:
            self.mark(None)
        else:
            super().keyPressEvent(event)

    def _turns_pages(self, event: QKeyEvent) -> bool:
        """Turn whole pages where a page fits the view, or by the keys that go sideways."""
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by = 0
        if self.horizontalScrollBar().maximum() == 0:
            by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if self.fit is Fit.PAGE and not by:
            space = -1 if back else 1
            keys = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: space}
            by = keys.get(Qt.Key(key), 0)
        if by:
            self.turn_page(by)
        return bool(by)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.pressed(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.moved(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.released(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_clicked(event)

    # --- inside ---

    def _opened(self) -> None:
        self.page = 0
        self.sight.clear()
        self.travel = Travel()
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._scrolled()
        self.travelled.emit()

    def _closed(self) -> None:
        self.sight.clear()
        self.setAccessibleDescription("No file is open")
        self.viewport().update()

    def _lay_out(self) -> None:
        """Place the pages anew and keep the place that is read."""
        document = self.reading.document
        if document is None:
            return
        spot = self.sight.spot
        if self.sight.pages and self.page in self.sight.layout.beside(spot.page):
            spot = Spot(self.page, spot.down)
        room = self.viewport().size()
        if self.fit is not Fit.FREE:
            size = (room.width(), room.height())
            beside = 2 if self.two_pages else 1
            self.zoom = zoom_to_fit(
                document.sizes, self.page, self.turns, size, self.fit, beside=beside
            )
        rows = spread_rows(document.labels) if self.two_pages else single_rows(document.pages)
        self.sight.layout = PageLayout(
            document.sizes,
            rows,
            zoom=self.zoom,
            turns=self.turns,
            width=room.width(),
            shrink=self.fit is not Fit.FREE,
        )
        upright, flat = self.verticalScrollBar(), self.horizontalScrollBar()
        was_wide = flat.maximum() > 0
        upright.setPageStep(room.height())
        upright.setRange(0, max(0, self.sight.layout.height - room.height()))
        flat.setPageStep(room.width())
        flat.setRange(0, self.sight.layout.width - room.width())
        if self.fit is not Fit.FREE or not was_wide:
            flat.setValue(flat.maximum() // 2)
        self._bring(spot)
        self._wish()
        self.viewport().update()
        self.zoomed.emit()

    def _bring(self, spot: Spot) -> None:
        self.verticalScrollBar().setValue(self.sight.layout.height_of(spot) - GAP)

    def _scrolled(self) -> None:
        document = self.reading.document
        if document is None or not self.sight.pages:
            return
        self._wish()
        self._settled.start()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        row = self.sight.layout.beside(self.sight.layout.page_at(middle))
        self.page = self.page if self.page in row else row[0]
        if self.accessibleDescription() != document.place_of(self.page):
            self.setAccessibleDescription(document.place_of(self.page))
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )
        self.moved.emit()
        self.viewport().update()

    def _look(self) -> None:
        """Tell the sight where the view stands."""
        self.sight.ratio = self.devicePixelRatioF()
        self.sight.room = self.viewport().size()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.sight.corner = QPoint(across, down)

    def _wish(self) -> None:
        """Have what is in view drawn, then the page below and the one above."""
        self._look()
        pages = self.sight.visible_pages() if self.reading.document else range(0)
        if pages:
            near = [p for p in (pages.stop, pages.start - 1) if 0 <= p < self.sight.pages]
            tiles = [tile for page in near for tile in self.sight.tiles(page)]
            self.reading.wish("nearby", tiles)
            tiles = [tile for page in pages for tile in self.sight.tiles(page)]
            self.reading.wish("pages", tiles)

    def _read_visible(self) -> None:
        for page in self.sight.visible_pages():
            self.reading.read(page)

    def _page_read(self, page: int) -> None:
        hit, self._hit_to_come = self._hit_to_come, None
        if hit is not None and hit.page == page:
            self.show_hit(hit)
        else:
            self._hit_to_come = hit
        self._repaint_page(page)

    def _repaint_page(self, page: int) -> None:
        if page < self.sight.pages:
            self.viewport().update(self.sight.page_rect(page))
