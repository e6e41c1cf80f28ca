"""Searching while the reader types, and going from find to find."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from scrutiny_app.ui.reader.side_panel import Part, SidePanel
from scrutiny_app.ui.viewer.page_view import PageView
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.shown_document import SearchHit, SearchNews

# Between two letters of somebody who types fast
_PAUSE_MS = 120


class Finder(QObject):
    """Joins the search field, the list of finds and the marks on the pages."""

    told = Signal(str)

    def __init__(self, reading: Reading, panel: SidePanel, view: PageView) -> None:
        super().__init__(panel)
        self._reading = reading
        self._panel = panel
        self._view = view
        self._at = -1
        self._fresh = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        panel.field.textChanged.connect(lambda _text: self._pause.start())
        panel.field.returnPressed.connect(lambda: self.go(1))
        panel.found.chosen.connect(self._chosen)
        reading.found.connect(self._news)
        reading.closed.connect(self._clear)

    def go(self, by: int) -> None:
        """Show the find so many further on, round the end of the file."""
        hits = self._panel.found.hits
        if hits:
            start = self._at if self._at >= 0 else (-1 if by > 0 else 0)
            self._show((start + by) % len(hits))

    def _search(self) -> None:
        words = self._panel.field.text()
        self._fresh = True
        if not words.strip():
            self._clear_finds()
            self._panel.show_count("")
            if self._panel.part is Part.FOUND:
                self._panel.show_part(Part.OUTLINE)
        else:
            self._panel.show_part(Part.FOUND)
        self._reading.search(words)

    def _news(self, news: SearchNews) -> None:
        document = self._reading.document
        if document is None:
            return
        if self._fresh:
            self._clear_finds()
        found = self._panel.found
        found.add(document, news.hits)
        self._view.set_hits(found.hits)
        if self._at < 0 and found.hits:
            self._show(self._first_in_sight())
        self._count(done=news.done, limited=news.limited)

    def _first_in_sight(self) -> int:
        """Return the first find from the page that is read on, as far as known yet."""
        hits, page = self._panel.found.hits, self._view.page
        return next((at for at, hit in enumerate(hits) if hit.page >= page), 0)

    def _show(self, at: int) -> None:
        self._at = at
        hit = self._panel.found.hits[at]
        self._panel.found.select(hit)
        self._view.show_hit(hit)
        self._count(done=True, limited=False)

    def _chosen(self, hit: SearchHit) -> None:
        self._view.travel.leave(self._view.sight.spot)
        self._view.travelled.emit()
        self._show(self._panel.found.hits.index(hit))

    def _count(self, *, done: bool, limited: bool) -> None:
        number = len(self._panel.found.hits)
        if number:
            more = " or more" if limited else ""
            text = f"{self._at + 1} of {number}{more}"
        else:
            text = "Nothing found" if done else "Looking\N{HORIZONTAL ELLIPSIS}"
        self._panel.show_count(text)
        if done:
            label = self._label_now()
            self.told.emit(f"Find {text}{label}" if number else text)

    def _label_now(self) -> str:
        document = self._reading.document
        if document is None or self._at < 0:
            return ""
        return f", page {document.labels[self._panel.found.hits[self._at].page]}"

    def _clear_finds(self) -> None:
        self._fresh = False
        self._at = -1
        self._panel.found.clear_hits()
        self._view.sight.hit_now = None
        self._view.set_hits(())

    def _clear(self) -> None:
        self._pause.stop()
        self._panel.field.blockSignals(True)  # noqa: FBT003 - Qt's way to say so
        self._panel.field.clear()
        self._panel.field.blockSignals(False)  # noqa: FBT003
        self._panel.show_count("")
        self._clear_finds()
