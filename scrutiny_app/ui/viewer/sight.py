"""What of a file is in view, and how: the state that is painted and pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from scrutiny_app.ui.viewer.page_layout import GAP, PageLayout, Spot
from scrutiny_app.ui.viewer.page_words import Box, PageWords
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.selection import Selection, TextPoint
from scrutiny_app.ui.viewer.shown_document import PageLink, SearchHit
from scrutiny_app.ui.viewer.tiles import Tile, tiles_of


class Sight:
    """The pages in view. Places are logical pixels of the viewport unless said otherwise."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.layout = PageLayout((), (), zoom=1.0, turns=0, width=1)
        self.dark = False
        self.ratio = 1.0
        self.room = QSize()
        self.corner = QPoint()
        self.selection: Selection | None = None
        self.hits: dict[int, list[SearchHit]] = {}
        self.hit_now: SearchHit | None = None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.layout.tops)

    @property
    def spot(self) -> Spot:
        """The place at the top of the view."""
        if not self.pages:
            return Spot(0)
        page = self.layout.page_at(self.corner.y() + GAP)
        down = (self.corner.y() + GAP - self.layout.tops[page]) / self.layout.scale(page)
        return Spot(page, max(0.0, down))

    def clear(self) -> None:
        """Forget the file."""
        self.layout = PageLayout((), (), zoom=1.0, turns=0, width=1)
        self.selection, self.hit_now, self.hits = None, None, {}

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Take these finds as the ones to mark."""
        self.hits = {}
        for hit in hits:
            self.hits.setdefault(hit.page, []).append(hit)

    def visible_pages(self) -> range:
        """Return the pages in view."""
        if not self.pages:
            return range(0)
        top = self.corner.y()
        return self.layout.pages_between(top, top + self.room.height())

    def page_rect(self, page: int) -> QRect:
        """Return where a page stands."""
        left, top, width, height = self.layout.box(page)
        return QRect(left - self.corner.x(), top - self.corner.y(), width, height)

    def tiles(self, page: int) -> list[Tile]:
        """Return the tiles of what is in view of a page, or of its top while it is not."""
        box = self.page_rect(page)
        size = (round(box.width() * self.ratio), round(box.height() * self.ratio))
        bottom = self.room.height() - box.top()
        span = (round(-box.top() * self.ratio), round(bottom * self.ratio))
        if span[0] > size[1] or span[1] < 0:
            span = (0, 0)
        return tiles_of(page, size, self.layout.turns, span, dark=self.dark)

    def text_rect(self, page: int, box: Box) -> QRectF:
        """Return where a box of a page, in points, stands."""
        page_box = QRectF(self.page_rect(page))
        scale = self.layout.scale(page)
        left, top, right, bottom = (edge * scale for edge in box)
        width, height = right - left, bottom - top
        across, down = (
            (left, top),
            (page_box.width() - bottom, left),
            (page_box.width() - right, page_box.height() - bottom),
            (top, page_box.height() - right),
        )[self.layout.turns]
        if self.layout.turns % 2:
            width, height = height, width
        return QRectF(page_box.x() + across, page_box.y() + down, width, height)

    def link_at(self, at: QPoint) -> PageLink | None:
        """Return the link at a place, if there is one."""
        found = self.words_at(at)
        return found[1].link_at(*found[2]) if found else None

    def point_at(self, at: QPoint) -> TextPoint | None:
        """Return the character nearest to a place, if it lies on a page with text."""
        found = self.words_at(at)
        nearest = found[1].nearest(*found[2]) if found else -1
        return TextPoint(found[0], nearest) if found and nearest >= 0 else None

    def words_at(self, at: QPoint) -> tuple[int, PageWords, tuple[float, float]] | None:
        """Return page, words and place on the page in points; None where no page was read."""
        for page in self.visible_pages():
            box = self.page_rect(page)
            if box.contains(at) and page in self.reading.words:
                x, y = at.x() - box.x(), at.y() - box.y()
                across, down = (
                    (x, y),
                    (y, box.width() - x),
                    (box.width() - x, box.height() - y),
                    (box.height() - y, x),
                )[self.layout.turns]
                scale = self.layout.scale(page)
                return page, self.reading.words[page], (across / scale, down / scale)
        return None
