"""A file beside other work: its pages with a small bar above them, without the reader's panels."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.page_layout import Fit, Spot
from scrutiny_app.ui.viewer.page_view import PageView
from scrutiny_app.ui.viewer.password_strip import PasswordStrip
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.widgets.action_button import action_button, new_action
from scrutiny_app.ui.widgets.notice_strip import NoticeStrip


class PackPreview(QFrame):
    """Shows one file. ``page_shown`` tells its page, counted from 0.

    ``wants_reader`` carries the path and page to open in the reader, ``leaving`` an address outside
    the file; ``told`` is for the status line.
    """

    page_shown = Signal(int)
    wants_reader = Signal(object, int)
    leaving = Signal(str)
    told = Signal(str)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.reading = reading
        self.view = PageView(reading, theme)
        self.place = QLabel()
        self.place.setProperty("look", "title")
        self.empty = QLabel("There is nothing to show yet.", wordWrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("look", "muted")
        self.notice = NoticeStrip()
        self._wanted: Spot | None = None
        self._told_page = -1
        self._stack = QStackedWidget()
        self._buttons = self._make_actions()
        self._lay_out(theme)
        reading.opened.connect(self._opened)
        reading.closed.connect(self._closed)
        for signal in (reading.refused, reading.stumbled):
            signal.connect(self._failed)
        reading.recovered.connect(self.notice.hide)
        self.view.moved.connect(self._moved)
        self.view.zoomed.connect(self._zoomed)
        self.view.leaving.connect(self.leaving)
        self._closed()

    def open(self, path: Path, page: int = 0) -> None:
        """Show a file at a page counted from 0."""
        self._wanted = Spot(page)
        self.notice.hide()
        self.reading.open(path)

    def open_again(self, path: Path) -> None:
        """Show a file that was made anew, at the place that was in view."""
        here = self.view.sight.spot
        self.open(path)
        self._wanted = here

    def show_page(self, page: int) -> None:
        """Go to a page counted from 0; while the file is being opened, once it is."""
        if self.reading.document is None:
            self._wanted = Spot(page)
        else:
            self.view.jump(Spot(page))

    def close_file(self, sentence: str = "There is nothing to show yet.") -> None:
        """Show no file, and let it be written to; the sentence stands in its place."""
        self.empty.setText(sentence)
        self.reading.close_file()

    def _make_actions(self) -> list[QAction]:
        def action(name: str, icon: str, tells: str = "") -> QAction:
            return new_action(self, name, icon, tells=tells)

        zoom_out, zoom_in = action("Zoom out", "zoom-out"), action("Zoom in", "zoom-in")
        self._width = action("Fit width", "move-horizontal")
        self._whole = action("Fit page", "maximize")
        reader = action("Open in the reader", "book-open", "Open this page in the reader")
        for fit in (self._width, self._whole):
            fit.setCheckable(True)
        zoom_out.triggered.connect(lambda: self.view.zoom_by(-1.0))
        zoom_in.triggered.connect(lambda: self.view.zoom_by(1.0))
        self._width.triggered.connect(partial(self.view.set_fit, Fit.WIDTH))
        self._whole.triggered.connect(partial(self.view.set_fit, Fit.PAGE))
        reader.triggered.connect(self._ask_for_reader)
        return [zoom_out, zoom_in, self._width, self._whole, reader]

    def _lay_out(self, theme: Theme) -> None:
        bar = QFrame()
        bar.setProperty("look", "previewbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(2)
        row.addWidget(self.place, 1)
        for action in self._buttons:
            row.addWidget(action_button(action, theme))
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for widget in (bar, self.notice, PasswordStrip(self.reading)):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)

    def _opened(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self._told_page = -1
        for action in self._buttons:
            action.setEnabled(True)
        wanted, self._wanted = self._wanted, None
        self.view.show_spot(wanted or Spot(0))
        self._moved()
        self._zoomed()

    def _closed(self) -> None:
        self._stack.setCurrentWidget(self.empty)
        self.place.setText("")
        for action in self._buttons:
            action.setEnabled(False)

    def _failed(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.told.emit(sentence)

    def _moved(self) -> None:
        document, page = self.reading.document, self.view.page
        # Until the place that is wanted is shown, the view stands at the first page
        if document is not None and self._wanted is None and page != self._told_page:
            self._told_page = page
            self.place.setText(f"Page {document.labels[page]} of {document.labels[-1]}")
            self.page_shown.emit(page)

    def _zoomed(self) -> None:
        self._width.setChecked(self.view.fit is Fit.WIDTH)
        self._whole.setChecked(self.view.fit is Fit.PAGE)

    def _ask_for_reader(self) -> None:
        if self.reading.document is not None:
            self.wants_reader.emit(self.reading.document.path, self.view.page)
