"""The reader's window: opens any PDF as a councillor would, without a workspace."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QMenu
from typing_extensions import override

from scrutiny_app.ui.frame.help_window import HelpWindow
from scrutiny_app.ui.reader.place_memory import PlaceMemory
from scrutiny_app.ui.reader.reader_room import ReaderRoom
from scrutiny_app.ui.theme.theme import TEXT_STEP, Look, Theme
from scrutiny_app.ui.viewer.dropped_file import dropped_file
from scrutiny_app.ui.viewer.leaving import ask_to_leave
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.opening_size import open_at

_NAME = "Scrutiny reader"
_SIZE = (1_200, 800)
_LOOKS = {
    Look.SYSTEM: "As the &system",
    Look.LIGHT: "&Light",
    Look.DARK: "&Dark",
    Look.CONTRAST: "High &contrast",
}


class ReaderWindow(QMainWindow):
    """Menus, status line, files opened and dropped; the room inside does the reading."""

    def __init__(self, reading: Reading, theme: Theme, memory: PlaceMemory) -> None:
        super().__init__()
        self._reading = reading
        self._theme = theme
        self._memory = memory
        self.room = ReaderRoom(reading, theme)
        self.status = QLabel()
        self.help = HelpWindow(theme, self)
        self.setCentralWidget(self.room)
        self.setWindowTitle(_NAME)
        self.setAcceptDrops(True)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self._recent = QMenu("Open &recent", self)
        self._fill_menus()
        reading.opened.connect(self._opened)
        reading.closed.connect(lambda: self.setWindowTitle(_NAME))
        self.room.told.connect(self._tell)
        self.room.view.leaving.connect(self._ask_to_leave)
        self.room.welcome.wants_open.connect(self.choose_file)
        self.room.welcome.wants_file.connect(self.open)
        theme.dress(self)
        self._restore()
        self._tell("No file is open")

    def open(self, path: Path) -> None:
        """Read a file."""
        self._keep_place()
        self._tell(f"Opening {path.name}")
        self._reading.open(path)

    def choose_file(self) -> None:
        """Let the reader choose a file; the window goes on living meanwhile."""
        dialog = QFileDialog(self, "Open a PDF", "", "PDF (*.pdf);;Every file (*)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def close_file(self) -> None:
        """Read no file."""
        self._keep_place()
        self._reading.close_file()
        self._show_recent()
        self.setWindowTitle(_NAME)
        self._tell("No file is open")

    def show_help(self) -> None:
        """Show the help at the reader's page."""
        self.help.show_topic("reader")

    # --- menus ---

    def _fill_menus(self) -> None:
        do = self.room.actions_
        bar = self.menuBar()
        file, edit = bar.addMenu("&File"), bar.addMenu("&Edit")
        view, go = bar.addMenu("&View"), bar.addMenu("&Go")
        aid = bar.addMenu("&Help")
        file.addAction(self._action("&Open\N{HORIZONTAL ELLIPSIS}", "Ctrl+O", self.choose_file))
        file.addMenu(self._recent)
        file.addAction(self._action("&Close file", "Ctrl+W", self.close_file))
        file.addSeparator()
        file.addAction(do.print_)
        file.addSeparator()
        file.addAction(self._action("&Quit", "Ctrl+Q", self.close))
        edit.addActions([do.copy, do.mark_page])
        edit.addSeparator()
        edit.addActions([do.find, do.find_next, do.find_last])
        view.addActions([do.side, do.outline, do.small, do.text])
        view.addSeparator()
        view.addActions([do.fit_width, do.fit_page, do.actual, do.zoom_in, do.zoom_out])
        view.addSeparator()
        view.addActions([do.two, do.turn, do.turn_back])
        view.addSeparator()
        view.addAction(do.dark)
        self._add_looks(view.addMenu("&Look"))
        self._add_text_sizes(view.addMenu("Te&xt size"))
        view.addAction(self._action("F&ull screen", "F11", self._full_screen))
        for group in ([do.back, do.forward], [do.next_page, do.last_page, do.jump, do.links]):
            go.addActions(group)
            go.addSeparator()
        go.addAction(do.next_part)
        aid.addAction(self._action("&Reading a pack", "F1", self.show_help))

    def _action(self, name: str, keys: str, deed: object) -> QAction:
        action = new_action(self, name, keys=keys)
        action.triggered.connect(lambda _checked=False: deed())  # type: ignore[operator]
        return action

    def _add_looks(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for look, name in _LOOKS.items():
            action = menu.addAction(name, partial(self._theme.choose, look))
            action.setCheckable(True)
            action.setChecked(look is self._theme.look)
            group.addAction(action)

    def _add_text_sizes(self, menu: QMenu) -> None:
        def grow(by: int) -> None:
            self._theme.resize_text(self._theme.percent + by)
            self._tell(f"Text at {self._theme.percent} per cent")

        menu.addAction(self._action("&Larger", "Ctrl+Shift++", partial(grow, TEXT_STEP)))
        menu.addAction(self._action("&Smaller", "Ctrl+Shift+-", partial(grow, -TEXT_STEP)))

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_recent(self) -> None:
        paths = self._memory.recent()
        self._recent.clear()
        for path in paths:
            self._recent.addAction(path.name.replace("&", "&&"), partial(self.open, path))
        self._recent.setEnabled(bool(paths))
        self.room.welcome.show_recent(paths)

    # --- what happens ---

    def _opened(self) -> None:
        document = self._reading.document
        if document is not None:
            self._memory.add_recent(document.path)
            self._show_recent()
            self.setWindowTitle(f"{document.name} \N{EM DASH} {_NAME}")
            left = self._memory.left(document.mark)
            if left is not None:
                self.room.take_up(left)

    def _keep_place(self) -> None:
        document = self._reading.document
        if document is not None:
            self._memory.keep(document.mark, self.room.left)

    def _tell(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.setAccessibleName(sentence)

    def _ask_to_leave(self, address: str) -> None:
        ask_to_leave(self, address, self._tell)

    def _restore(self) -> None:
        open_at(self, *_SIZE)
        geometry, parts = self._memory.window("geometry"), self._memory.window("parts")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if parts is not None:
            self.room.splitter.restoreState(parts)
        self._show_recent()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_place()
        self._memory.keep_window("geometry", self.saveGeometry())
        self._memory.keep_window("parts", self.room.splitter.saveState())
        self.room.stop_printing()
        self._reading.end()
        self.help.close()
        event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        file = dropped_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.open(file)
