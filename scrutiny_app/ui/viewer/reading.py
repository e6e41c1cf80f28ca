"""A file being read: its pages asked of the child, again from a fresh child when one fails."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from scrutiny_app.domain.print_plan import Side
from scrutiny_app.jobs.child_start import ChildStart
from scrutiny_app.ui.viewer.page_words import PageWords, read_words
from scrutiny_app.ui.viewer.shown_document import (
    Fields,
    ShownDocument,
    read_document,
    read_news,
)
from scrutiny_app.ui.viewer.tiles import Tile, TileShelf
from scrutiny_app.ui.viewer.viewer_child import SLOT_BYTES, SLOTS, Heard, ViewerChild

GotPicture = Callable[[QImage | None], None]

# A page, or a file, during which two children ended is not tried a third time
_TRIES = 2
_RESTART_AFTER_MS = 300
_BAD_FILE = (
    "it made the viewer fail, which only a damaged or hostile file does. Ask whoever sent it for "
    "a new copy."
)
_NO_VIEWER = (
    "the part of the program that draws pages does not start. Close other programs and try again; "
    "if it stays so, restart the computer or install the program again."
)
_IN_VIEW = "pages"


class Reading(QObject):
    """One window's file. Every method returns at once; signals tell what came of it."""

    opened = Signal()
    closed = Signal()
    refused = Signal(str)
    locked = Signal(str)
    drawn = Signal(int)
    page_read = Signal(int)
    found = Signal(object)
    stumbled = Signal(str)
    recovered = Signal()

    def __init__(self, start: ChildStart, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: ShownDocument | None = None
        self.shelf = TileShelf()
        self.words: dict[int, PageWords] = {}
        self.unshowable: dict[int, str] = {}
        self._path: Path | None = None
        self._title = ""
        self._wishes: dict[str, Sequence[Tile]] = {}
        self._errands: deque[tuple[Tile, GotPicture]] = deque()
        self._errand: tuple[Tile, GotPicture] | None = None
        self._free_slots = list(range(SLOTS))
        self._asked: dict[Tile, int] = {}
        self._asked_to_read: set[int] = set()
        self._deaths: Counter[int] = Counter()
        self._search = 0
        self._sought = ""
        # Between the end of one child and the file being open in the next, nobody is asked
        self._away = False
        # How many children ended one after another without having the file open
        self._falls = 0
        self._locked = False
        self.child = ViewerChild(start, self)
        self.child.stopped.connect(self._child_stopped)

    def open(self, path: Path, title: str = "") -> None:
        """Show another file; ``opened``, ``locked`` or ``refused`` follows.

        ``title`` is what to call it: papers are filed by a code, and many have no title inside.
        """
        self.close_file()
        self._path, self._title = path, title
        if not self.child.running:
            self._restart()
        elif self.child.stuck:
            self.child.kill()
        elif not self._away:
            self._ask_to_open(path)

    def unlock(self, password: str) -> None:
        """Try a password on the file that said ``locked``; it is passed on and not kept."""
        if self._locked and self._path is not None:
            self._locked = False
            self._ask_to_open(self._path, password)

    def close_file(self) -> None:
        """Show no file."""
        self.document, self._path = None, None
        if self._locked:
            # The child waits for a password, so it is there to be asked for something else
            self._locked = self._away = False
        self.shelf.clear()
        self.words.clear()
        self.unshowable.clear()
        self._wishes.clear()
        self._errands.clear()
        self._errand = None
        self._asked_to_read.clear()
        self._deaths.clear()
        self._falls = 0
        self._sought = ""
        self.closed.emit()

    def wish(self, whose: str, tiles: Sequence[Tile]) -> None:
        """Have these tiles drawn, in this order; they replace what the same asker wished before.

        "pages" come before anybody else's, then those of other names in order.
        """
        self._wishes[whose] = tiles
        self._draw_next()

    def draw_once(self, tile: Tile, got: GotPicture) -> None:
        """Have a tile drawn that nobody looks at, for a printer; it waits for those in view.

        ``got`` is given the picture, or None where the page cannot be shown.
        """
        self._errands.append((tile, got))
        self._draw_next()

    def copy_pages(self, sides: Sequence[Side], to: Path, heard: Heard) -> None:
        """Write sides of a print plan as a PDF; ``heard`` gets each answer, see the child."""
        if self.document and not self._away:
            told = [[place and asdict(place) for place in side] for side in sides]
            self.child.ask({"do": "copy", "sides": told, "to": str(to)}, heard)

    def stop_printing(self) -> None:
        """Draw and copy nothing more for a printer."""
        self._errands.clear()
        self._errand = None
        if not self._away:
            self.child.ask({"do": "stop"}, lambda _told: None)

    def read(self, page: int) -> None:
        """Have the text and links of a page; ``page_read`` tells when ``words`` holds them."""
        if self.document and page not in self.words and page not in self._asked_to_read:
            self._asked_to_read.add(page)
            if self._away:
                return
            self.child.ask({"do": "read", "page": page}, self._hears_words(page))

    def search(self, words: str) -> None:
        """Look for words through the whole file; ``found`` tells, bit by bit. Nothing ends it."""
        self.child.forget(self._search)
        self._sought = words
        if self.document and not self._away:
            question = {"do": "search", "words": words}
            self._search = self.child.ask(question, lambda told: self.found.emit(read_news(told)))
            if not words.strip():
                self.child.forget(self._search)

    def end(self) -> None:
        """Let the child go for good."""
        self.child.end()

    def _heard_open(self, path: Path, told: Fields) -> None:
        self._falls = 0
        if told.get("wants_password"):
            self._locked = True
            self.locked.emit(str(told["refused"]))
        elif self.document is not None:
            self._heard_again(told)
        elif "refused" in told:
            self._path = None
            self.refused.emit(str(told["refused"]))
        else:
            document = read_document(path, told)
            self.document = replace(document, title=self._title or document.title)
            self.opened.emit()

    def _heard_again(self, told: Fields) -> None:
        """After a restart: the file is open again, and whatever was under way starts anew."""
        if "refused" in told:
            self.stumbled.emit(str(told["refused"]))
            return
        self._away = False
        again, self._asked_to_read = self._asked_to_read, set()
        for page in again:
            if page not in self.unshowable:
                self.read(page)
        if self._sought:
            self.search(self._sought)
        self.recovered.emit()
        self._draw_next()

    def _hears_words(self, page: int) -> Callable[[Fields], None]:
        document = self.document

        def heard(told: Fields) -> None:
            if self.document is not document:
                return
            self._asked_to_read.discard(page)
            if "refused" not in told:
                self.words[page] = read_words(told)
                self.page_read.emit(page)

        return heard

    def _draw_next(self) -> None:
        """Ask for the tiles that are wished most, as far as there are slots."""
        if self._away:
            return
        for whose in sorted(self._wishes, key=lambda name: (name != _IN_VIEW, name)):
            for tile in self._wishes[whose]:
                # One at a time of what is not in view: a jump need not wait for two of them
                if len(self._free_slots) < (1 if whose == _IN_VIEW else SLOTS):
                    return
                known = tile in self.shelf or tile in self._asked
                if not known and tile.page not in self.unshowable:
                    self._ask_for(tile, partial(self._keep, tile))
        if self._errands and self._errand is None and self._free_slots:
            self._errand = self._errands.popleft()
            tile, got = self._errand
            if tile.page in self.unshowable:
                QTimer.singleShot(0, self, partial(self._run_errand, got, None))
            else:
                self._ask_for(tile, partial(self._run_errand, got))

    def _ask_for(self, tile: Tile, keep: GotPicture) -> None:
        slot = self._free_slots.pop()
        self._asked[tile] = slot
        document = self.document

        def heard(told: Fields) -> None:
            self._asked.pop(tile, None)
            self._free_slots.append(slot)
            if self.document is document:
                if "refused" in told:
                    self.unshowable[tile.page] = str(told["refused"])
                    keep(None)
                else:
                    keep(self.child.picture(slot, tile.piece.width, tile.piece.height))
            self._draw_next()

        self.child.ask(tile.question(slot * SLOT_BYTES), heard)

    def _keep(self, tile: Tile, picture: QImage | None) -> None:
        if picture is not None:
            self.shelf.put(tile, picture)
        self.drawn.emit(tile.page)

    def _run_errand(self, got: GotPicture, picture: QImage | None) -> None:
        # It may have been called off while it was drawn
        if self._errand is not None and self._errand[1] is got:
            self._errand = None
            got(picture)

    def _child_stopped(self) -> None:
        """Say so, give up on what did it twice, and start a fresh child."""
        if self.document is not None and not self._away:
            self._blame_pages()
        else:
            self._falls += 1
        self._locked = False
        self._away = True
        self._asked.clear()
        if self._errand is not None:
            self._errands.appendleft(self._errand)
            self._errand = None
        self._free_slots = list(range(SLOTS))
        if self._falls >= _TRIES:
            self._give_up()
            return
        if self._path is not None:
            place = " Your place is kept." if self.document else ""
            self.stumbled.emit(f"The viewer stopped and is starting again.{place}")
        QTimer.singleShot(_RESTART_AFTER_MS, self, self._restart)

    def _blame_pages(self) -> None:
        """Count against the pages that were asked for; one that did it twice is asked no more."""
        for page in {tile.page for tile in self._asked} | self._asked_to_read:
            self._deaths[page] += 1
            if self._deaths[page] >= _TRIES:
                self.unshowable[page] = (
                    "This page cannot be shown: drawing it made the viewer fail. "
                    "The other pages can be read."
                )

    def _give_up(self) -> None:
        """Leave the file that no child could open; the next file gets a child again."""
        path, self._away = self._path, False
        if path is not None:
            self.close_file()
            reason = _BAD_FILE if self.child.ready else _NO_VIEWER
            self.refused.emit(f"{path.name} cannot be shown: {reason}")

    def _restart(self) -> None:
        if self.child.running:
            # A file that was asked for meanwhile did not wait
            return
        self.child.restart()
        self._away = self.document is not None
        if self._path is not None:
            self._ask_to_open(self._path)
        if not self._away:
            self.recovered.emit()

    def _ask_to_open(self, path: Path, password: str = "") -> None:
        """Ask for a file; the answer is of no use if another was asked for meanwhile."""

        def heard(told: Fields) -> None:
            if self._path == path:
                self._heard_open(path, told)

        self.child.ask({"do": "open", "path": str(path.absolute()), "password": password}, heard)
