"""The reader as one widget: bar, side panel and pages, for the reader's window or another room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.ui.reader.finder import Finder
from scrutiny_app.ui.reader.place_memory import Left
from scrutiny_app.ui.reader.reader_actions import ReaderActions
from scrutiny_app.ui.reader.reading_bar import ReadingBar
from scrutiny_app.ui.reader.side_panel import Part, SidePanel
from scrutiny_app.ui.reader.welcome import Welcome
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.jumping import find_spot
from scrutiny_app.ui.viewer.page_layout import Fit, Spot
from scrutiny_app.ui.viewer.page_view import PageView
from scrutiny_app.ui.viewer.password_strip import PasswordStrip
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.shown_document import PageLink
from scrutiny_app.ui.widgets.notice_strip import NoticeStrip
from scrutiny_app.ui.widgets.row_menu import row_menu

_SIDE_WIDTH = 310


class ReaderRoom(QWidget):
    """Reads one file at a time. ``told`` carries what the status line should say."""

    told = Signal(str)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = reading
        self.actions_ = ReaderActions(self)
        self.bar = ReadingBar(self.actions_, theme)
        self.notice = NoticeStrip()
        self.password = PasswordStrip(reading)
        self.side = SidePanel(reading, self.actions_, theme)
        self.view = PageView(reading, theme)
        self.welcome = Welcome(theme)
        self.finder = Finder(reading, self.side, self.view)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._printing: QDialog | None = None
        self._place()
        self._connect_view()
        self._connect_actions()
        self._connect_jumps()
        self._closed()

    def _place(self) -> None:
        margin = QWidget()
        beside = QVBoxLayout(margin)
        beside.setContentsMargins(8, 8, 0, 8)
        beside.addWidget(self.side)
        self._margin = margin
        self.splitter.addWidget(margin)
        self.splitter.addWidget(self.view)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_SIDE_WIDTH, 1_000])
        self.splitter.setHandleWidth(8)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.notice, self.password):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)

    def _connect_view(self) -> None:
        self.reading.opened.connect(self._opened)
        self.reading.closed.connect(self._closed)
        self.reading.refused.connect(self._refused)
        self.reading.locked.connect(self._locked)
        self.reading.stumbled.connect(self._stumbled)
        self.reading.recovered.connect(self._recovered)
        self.view.moved.connect(self._moved)
        self.view.zoomed.connect(self._zoomed)
        self.view.marked.connect(self._marked)
        self.view.travelled.connect(self._travelled)
        self.finder.told.connect(self.told)

    def _connect_actions(self) -> None:
        do, view = self.actions_, self.view
        for action, deed in (
            (do.back, view.go_back),
            (do.forward, view.go_forward),
            (do.next_page, partial(view.turn_page, 1)),
            (do.last_page, partial(view.turn_page, -1)),
            (do.copy, self._copy),
            (do.mark_page, view.mark_page),
            (do.zoom_in, partial(view.zoom_by, 1.0)),
            (do.zoom_out, partial(view.zoom_by, -1.0)),
            (do.actual, partial(view.set_zoom, 1.0)),
            (do.fit_width, partial(view.set_fit, Fit.WIDTH)),
            (do.fit_page, partial(view.set_fit, Fit.PAGE)),
            (do.turn, view.turn),
            (do.turn_back, partial(view.turn, -1)),
            (do.outline, partial(self._show_part, Part.OUTLINE)),
            (do.small, partial(self._show_part, Part.SMALL)),
            (do.text, partial(self._show_part, Part.TEXT)),
            (do.print_, self.start_print),
            (do.jump, self._start_jump),
            (do.links, self._list_links),
            (do.find, self._start_find),
            (do.find_next, partial(self.finder.go, 1)),
            (do.find_last, partial(self.finder.go, -1)),
            (do.next_part, self._next_part),
        ):
            action.triggered.connect(lambda _checked=False, deed=deed: deed())
        row_menu(
            view, (do.copy, do.mark_page, do.back, do.forward, do.fit_width, do.fit_page, do.print_)
        )
        do.dark.toggled.connect(view.set_dark)
        do.two.toggled.connect(view.set_two_pages)
        do.side.toggled.connect(self._margin.setVisible)

    def _connect_jumps(self) -> None:
        self.bar.asked_for.connect(self._jump)
        self.side.outline.chosen.connect(self.view.jump)
        self.side.small.chosen.connect(lambda page: self.view.jump(Spot(page)))

    # --- how a file is left and taken up again ---

    @property
    def left(self) -> Left:
        """How the file that is shown would be left now."""
        view = self.view
        return Left(view.sight.spot, view.fit, view.zoom, view.two_pages)

    def take_up(self, left: Left) -> None:
        """Show the file as it was left."""
        self.actions_.two.setChecked(left.two_pages)
        if left.fit is Fit.FREE:
            self.view.set_zoom(left.zoom)
        else:
            self.view.set_fit(left.fit)
        self.view.show_spot(left.spot)

    # --- what the file tells ---

    def _opened(self) -> None:
        document = self.reading.document
        if document is None:
            return
        self.notice.hide()
        self._stack.setCurrentWidget(self.splitter)
        self.bar.show()
        self.bar.title.show_title(document.name)
        self.side.outline.show_document(document)
        self.side.show_part(Part.OUTLINE if document.outline else Part.SMALL)
        for action in self.actions_.of_a_file():
            action.setEnabled(True)
        self._moved()
        self._zoomed()
        self.view.setFocus()

    def _closed(self) -> None:
        self._stack.setCurrentWidget(self.welcome)
        self.bar.hide()
        self.side.outline.show_document(None)
        for action in (*self.actions_.of_a_file(), self.actions_.back, self.actions_.forward):
            action.setEnabled(False)
        self.actions_.copy.setEnabled(False)

    def _refused(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.told.emit(sentence)

    def _locked(self, sentence: str) -> None:
        self.notice.hide()
        self.told.emit(sentence)

    def _stumbled(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.told.emit(sentence)

    def _recovered(self) -> None:
        if self.reading.document is not None:
            self.notice.hide()
            self.told.emit("The viewer is back.")

    # --- what the view tells ---

    def _moved(self) -> None:
        document = self.reading.document
        if document is None:
            return
        page = self.view.page
        if self.bar.jump.property("page") != page or not self.bar.of.text():
            self.bar.jump.setProperty("page", page)
            self.told.emit(document.place_of(page))
            self.side.small.mark_page(page)
            self.side.outline.mark_page(page)
            self.side.text.show_page(page)
        self.bar.show_page(document.labels[page], document.labels[-1])

    def _zoomed(self) -> None:
        self.bar.zoom.setText(f"{round(self.view.zoom * 100)} %")
        self.actions_.fit_width.setChecked(self.view.fit is Fit.WIDTH)
        self.actions_.fit_page.setChecked(self.view.fit is Fit.PAGE)

    def _marked(self) -> None:
        self.actions_.copy.setEnabled(self.view.sight.selection is not None)

    def _travelled(self) -> None:
        self.actions_.back.setEnabled(self.view.travel.can_go_back)
        self.actions_.forward.setEnabled(self.view.travel.can_go_forward)

    # --- what the reader asks for ---

    def _jump(self, typed: str) -> None:
        if self.reading.document is None or not typed.strip():
            return
        try:
            spot = find_spot(typed, self.reading.document)
        except NotFound as error:
            self.bar.refuse(refused=True)
            self.told.emit(str(error))
            return
        self.bar.refuse(refused=False)
        self.view.setFocus()
        self.view.jump(spot)
        self._moved()

    def _copy(self) -> None:
        self.view.copy()
        self.told.emit("Copied")

    def _show_part(self, part: Part) -> None:
        self.actions_.side.setChecked(True)
        self.side.show_part(part)
        self.side.list_in_front().setFocus()

    def start_print(self, choice: str = "") -> None:
        """Show the print window, with a choice of pages such as "items 4-5"."""
        if self._printing is not None:
            self._printing.raise_()
            self._printing.activateWindow()
            return
        # The printing system takes a tenth of a second to load, and few print
        from scrutiny_app.ui.printing.print_dialog import PrintDialog

        dialog = PrintDialog(self.reading, self.view.theme, self, choice=choice)
        dialog.told.connect(self.told)
        dialog.finished.connect(self._printed)
        self._printing = dialog
        dialog.show()

    def stop_printing(self) -> None:
        """Close the print window, and with it what it prints."""
        if self._printing is not None:
            self._printing.close()

    def _printed(self) -> None:
        self._printing = None

    def _start_jump(self) -> None:
        self.bar.jump.setFocus()
        self.bar.jump.selectAll()

    def look_for(self, words: str) -> None:
        """Look for words from the page that is shown; none leave the search as it is."""
        if words:
            self.actions_.side.setChecked(True)
            self.side.field.setText(words)

    def _start_find(self) -> None:
        self.actions_.side.setChecked(True)
        self.side.field.setFocus()
        self.side.field.selectAll()

    def _next_part(self) -> None:
        """Take the keyboard round: bar, side panel, pages."""
        if self.reading.document is None:
            return
        if self.view.hasFocus():
            self._start_jump()
        elif self.bar.jump.hasFocus() and self.actions_.side.isChecked():
            self.side.list_in_front().setFocus()
        else:
            self.view.setFocus()

    def _list_links(self) -> None:
        """Offer the links of the page that is read, for those who use no mouse."""
        words, document = self.reading.words.get(self.view.page), self.reading.document
        if words is None or document is None or not words.links:
            self.told.emit("There are no links on this page.")
            return
        menu = QMenu(self)
        menu.setAccessibleName("Links on this page")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for link in words.links:
            goal = f"page {document.labels[link.page]}" if link.page >= 0 else link.address
            text = words.words_of(link).replace("&", "&&") or "Link"
            menu.addAction(f"{text}  \N{RIGHTWARDS ARROW}  {goal}", partial(self._follow, link))
        menu.popup(self.view.mapToGlobal(self.view.rect().center()))
        menu.setActiveAction(menu.actions()[0])

    def _follow(self, link: PageLink) -> None:
        self.view.follow(link)
