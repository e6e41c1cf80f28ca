"""The reader as a room of the window: the workspace's packs, any other PDF, nothing to edit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.ui.pack_folder import pack_folder
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.reader.library import Library, packs_at_hand
from scrutiny_app.ui.reader.place_memory import PlaceMemory
from scrutiny_app.ui.reader.reader_room import ReaderRoom
from scrutiny_app.ui.viewer.dropped_file import dropped_file
from scrutiny_app.ui.viewer.leaving import ask_to_leave
from scrutiny_app.ui.viewer.page_layout import Spot
from scrutiny_app.ui.widgets.action_button import action_button, new_action
from scrutiny_app.ui.widgets.file_dialogs import choose_file
from scrutiny_app.ui.widgets.page_head import PageHead

_MOST_PACKS = 60


class ReaderPage(Page):
    """Lists what can be read, and reads it.

    A ``Place`` has a path, a title and a page from 1, behind which words to find may stand:
    "9:foster carers".
    """

    room = Room.READER
    name = "Reader"
    icon_name = "book-open"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.setAcceptDrops(True)
        self._memory = PlaceMemory(around.settings)
        self._title = ""
        self._page = 0
        self._words = ""
        self.reader = ReaderRoom(around.new_reading(), self.theme)
        self.open_file = new_action(
            self, "&Open a file\N{HORIZONTAL ELLIPSIS}", "folder-open", tells="Choose a PDF to read"
        )
        self.others = new_action(
            self, "Packs and &files", "library", keys="Ctrl+Shift+L", tells="Choose what to read"
        )
        self.head = PageHead(
            self.theme, "Reader", "Read a pack as a councillor does. Nothing in it is changed."
        )
        self._open_button = self.head.add_button(self.open_file, first=True)
        self.library = Library(self.theme, self.open_file)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        shelf = QWidget()
        column = QVBoxLayout(shelf)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.library, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(shelf)
        self._stack.addWidget(self.reader)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._stack, 1)
        bar = self.reader.bar.layout()
        if isinstance(bar, QHBoxLayout):
            bar.insertWidget(0, action_button(self.others, self.theme))

    def _connect(self) -> None:
        self.open_file.triggered.connect(self._choose)
        self.others.triggered.connect(self._close_file)
        self.library.chosen.connect(self.open)
        self.reader.welcome.wants_open.connect(self._choose)
        self.reader.welcome.wants_file.connect(self.open)
        self.reader.told.connect(self.told)
        self.reader.reading.opened.connect(self._opened)
        self.reader.reading.refused.connect(self._refused)
        self.reader.view.leaving.connect(self._ask_to_leave)

    # --- what the frame asks ---

    @override
    def show_place(self, place: Place) -> None:
        if place.key:
            page, _, words = place.detail.partition(":")
            self.open(Path(place.key), place.part, int(page) if page.isdigit() else 0, words)
        elif self.reader.reading.document is None:
            self._show_library()
        else:
            self.reader.view.setFocus()

    @override
    def refresh(self) -> None:
        recent = self._memory.recent()
        folder = self.session.folder
        packs = pack_folder(self.around.settings, folder)
        folders = dict.fromkeys((packs, folder.parent, folder, *(path.parent for path in recent)))
        lines = self.session.store.receipts.some(0, _MOST_PACKS)
        kept = self.session.store.paper_folder.owns
        self.library.show_files(
            list(packs_at_hand(lines, list(folders))), [path for path in recent if not kept(path)]
        )
        # An empty shelf has the button in its middle
        self._open_button.setHidden(self.library.empty)
        self.others.setEnabled(self.reader.reading.document is not None)

    @override
    def commands(self) -> Sequence[QAction]:
        do = self.reader.actions_
        return (
            *(self.open_file, self.others, do.print_, do.find, do.find_next, do.find_last),
            *(do.jump, do.links, do.back, do.forward, do.next_page, do.last_page),
            *(do.fit_width, do.fit_page, do.actual, do.zoom_in, do.zoom_out, do.two),
            *(do.turn, do.turn_back, do.dark, do.side, do.outline, do.small, do.text),
            *(do.copy, do.mark_page, do.next_part),
        )

    @override
    def travel(self, by: int) -> bool:
        way = self.reader.actions_.back if by < 0 else self.reader.actions_.forward
        if way.isEnabled():
            way.trigger()
            return True
        return False

    @override
    def settle(self) -> None:
        super().settle()
        self._keep_place()

    # --- reading ---

    def open(self, path: Path, title: str = "", page: int = 0, words: str = "") -> None:
        """Read a file, at a page counted from 1 or where it was left; ``title`` is shown for it.

        ``words`` are looked for in it from that page on.
        """
        self._keep_place()
        self.strip.hide()
        self._title, self._page, self._words = title, page, words
        document = self.reader.reading.document
        if document is not None and document.path == path:
            self._stack.setCurrentWidget(self.reader)
            self.reader.view.jump(Spot(max(0, page - 1)))
            self.reader.look_for(words)
            return
        self.told.emit(f"Opening {title or path.name}")
        self.reader.reading.open(path, title)

    def _opened(self) -> None:
        document = self.reader.reading.document
        if document is None:
            return
        if not self.session.store.paper_folder.owns(document.path):
            self._memory.add_recent(document.path)
        self._stack.setCurrentWidget(self.reader)
        self.reader.bar.title.show_title(self._title or document.name)
        left = self._memory.left(document.mark)
        if left is not None:
            self.reader.take_up(left)
        if self._page:
            self.reader.view.show_spot(Spot(min(self._page, document.pages) - 1))
        self.others.setEnabled(True)
        self.reader.look_for(self._words)
        self.reader.view.setFocus()

    def _refused(self, sentence: str) -> None:
        self.strip.say(sentence)
        self._show_library()

    def _close_file(self) -> None:
        self._keep_place()
        self.reader.reading.close_file()
        self._show_library()

    def _show_library(self) -> None:
        self._stack.setCurrentIndex(0)
        self.refresh()
        self.library.take_focus()

    def _choose(self) -> None:
        choose_file(self, "Read a PDF", self.open, "PDF (*.pdf);;Every file (*)")

    def _keep_place(self) -> None:
        document = self.reader.reading.document
        if document is not None:
            self._memory.keep(document.mark, self.reader.left)

    def _ask_to_leave(self, address: str) -> None:
        ask_to_leave(self, address, self.told.emit)

    # --- the room within the window ---

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        give_way(self.commands(), self.window())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_place()
        super().closeEvent(event)

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


def give_way(actions: Sequence[QAction], window: QWidget) -> None:
    """Take from actions the keys that the window has for its own; two of one key do nothing.

    Back and forward come to the room through ``Page.travel``.
    """
    taken = {key.toString() for action in window.actions() for key in action.shortcuts()}
    for action in actions:
        kept = [key for key in action.shortcuts() if key.toString() not in taken]
        for key in action.shortcuts():
            shown = key.toString(QKeySequence.SequenceFormat.NativeText)
            if key not in kept:
                action.setToolTip(action.toolTip().replace(f" ({shown})", ""))
        action.setShortcuts(kept)
