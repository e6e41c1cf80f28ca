"""The page of the find that is selected, beside the list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.ui.page import Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.search.results import Find, first_words
from scrutiny_app.ui.viewer.leaving import ask_to_leave
from scrutiny_app.ui.viewer.preview import PackPreview
from scrutiny_app.ui.viewer.shown_document import SearchHit, SearchNews

# Somebody who goes down the list by arrow key does not want every file opened
_PAUSE_MS = 120


class FindPreview(QWidget):
    """Shows a page, its words marked. The child that draws is started with the first find."""

    wants = Signal(object)
    told = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._find: Find | None = None
        self._file: Path | None = None
        self._hits: list[SearchHit] = []
        self.preview: PackPreview | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._show)

    def show_find(self, find: Find) -> None:
        """Show the page of a find, in a moment."""
        self._find = find
        self._pause.start()

    def clear(self) -> None:
        """Show nothing."""
        self._find = None
        self._pause.stop()
        self._close("")

    def file_of(self, find: Find) -> Path | None:
        """Return the file that a find stands in, None where it has none or it is gone."""
        store = self._around.session.store
        if find.hit.paper_id is None:
            return None
        version = next(iter(store.papers.versions(find.hit.paper_id)), None)
        if version is None:
            return None
        place = store.paper_folder.place_of(version.normalised_sha256)
        return place if place.is_file() else None

    def _show(self) -> None:
        find = self._find
        if find is None:
            return
        file = self.file_of(find)
        if file is None:
            line = find.hit.paper_id is None
            self._close("This is a line of the agenda." if line else "This paper is to follow.")
            return
        preview = self._made()
        page = (find.hit.page or 1) - 1
        if file == self._file and preview.reading.document is not None:
            preview.show_page(page)
            self._mark()
        else:
            self._file = file
            preview.open(file, page)

    def _made(self) -> PackPreview:
        """Return the preview, made when it is first wanted."""
        if self.preview is None:
            self.preview = PackPreview(self._around.new_reading(), self._around.theme)
            self.preview.reading.opened.connect(self._mark)
            self.preview.reading.found.connect(self._found)
            self.preview.wants_reader.connect(self._ask_for_reader)
            self.preview.told.connect(self.told)
            self.preview.leaving.connect(self._ask_to_leave)
            self._column.addWidget(self.preview)
        return self.preview

    def _mark(self) -> None:
        """Mark the words that were found, as they stand in this file."""
        self._hits = []
        if self.preview is not None and self._find is not None:
            self.preview.view.set_hits(())
            self.preview.reading.search(first_words(self._find))

    def _found(self, news: SearchNews) -> None:
        if self.preview is not None:
            self._hits.extend(news.hits)
            self.preview.view.set_hits(self._hits)

    def _ask_to_leave(self, address: str) -> None:
        ask_to_leave(self, address, self.told.emit)

    def _ask_for_reader(self, path: Path, page: int) -> None:
        title = self._find.hit.title if self._find else ""
        words = first_words(self._find) if self._find else ""
        self.wants.emit(Place(Room.READER, str(path), title, f"{page + 1}:{words}"))

    def _close(self, sentence: str) -> None:
        self._file = None
        if self.preview is not None:
            self.preview.close_file(sentence or "There is nothing to show yet.")
