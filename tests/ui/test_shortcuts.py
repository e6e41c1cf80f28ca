"""Every shortcut does one thing where it is pressed, and the help tells every one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.resource_files import resource
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.reader.reader_page import ReaderPage
from scrutiny_app.ui.reader_window import ReaderWindow
from tests.ui.conftest import SOON
from tests.ui.tour import tour

# What lists and fields do with keys by themselves
_OF_WIDGETS = {
    *("Return", "F2", "arrow keys", "Ctrl+V"),
    *("A", "S", "E"),  # beside N and P, which are the reader's too
}
_WIDE = {Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut}
_FEWEST_KEYS = 50


@dataclass(frozen=True)
class Hold:
    """Something that hears a key: which, where it must be, and what it is called."""

    of: int
    keys: str
    context: Qt.ShortcutContext
    owner: QWidget
    name: str


def held(window: QWidget, *, usable: bool) -> Iterator[Hold]:
    """Give what hears a key in a window; ``usable`` leaves out what does not just now."""
    for action in window.findChildren(QAction):
        for owner in action.associatedObjects():
            seen = isinstance(owner, QWidget) and not isinstance(owner, QMenu)
            if seen and (not usable or (action.isEnabled() and owner.isVisible())):
                for key in action.shortcuts():
                    yield Hold(
                        id(action), said(key), action.shortcutContext(), owner, action.text()
                    )
    for one in window.findChildren(QShortcut):
        owner = one.parent()
        if isinstance(owner, QWidget) and (not usable or (one.isEnabled() and owner.isVisible())):
            keys = one.keys()
            for key in keys:
                yield Hold(id(one), said(key), one.context(), owner, "")


def said(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText).replace("Enter", "Return")


def clashes(window: QWidget) -> list[str]:
    """Return keys that two things would hear at once: then neither does anything."""
    by_key = defaultdict(list)
    for one in held(window, usable=True):
        if one.owner.window() is window:
            by_key[one.keys].append(one)
    return [
        f"{key}: {one.name!r} and {other.name!r}"
        for key, holds in by_key.items()
        for one, other in combinations(holds, 2)
        if one.of != other.of and meet(one, other)
    ]


def meet(one: Hold, other: Hold) -> bool:
    """Whether the keyboard can be where both hear."""
    if one.context in _WIDE or other.context in _WIDE or one.owner is other.owner:
        return True
    nested = one.owner.isAncestorOf(other.owner) or other.owner.isAncestorOf(one.owner)
    return nested and Qt.ShortcutContext.WidgetShortcut not in (one.context, other.context)


def told() -> set[str]:
    """Return the keys in the tables of the help, as Qt writes them."""
    page = resource("help", "keyboard.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (.+?) \|", page, re.MULTILINE)
    found: set[str] = set()
    for cell in cells:
        for word in re.split(r", | or ", cell):
            numbered = re.fullmatch(r"(.+)(\d) to .+(\d)", word)
            if numbered:
                stem, first, last = numbered.groups()
                found |= {f"{stem}{at}" for at in range(int(first), int(last) + 1)}
            else:
                found.add(word)
    for long, short in (
        ("Page Down", "PgDown"),
        ("Page Up", "PgUp"),
        ("Delete", "Del"),
        ("Escape", "Esc"),
        ("Enter", "Return"),
    ):
        found = {one.replace(long, short) for one in found}
    return found - {"keys"}


def test_no_key_is_heard_by_two_and_the_help_tells_every_key_and_no_other(
    qtbot: QtBot, sample_window: MainWindow, window: ReaderWindow, pack: Path
) -> None:
    found: list[str] = []
    for name in tour(sample_window):
        found += [f"{name}: {one}" for one in clashes(sample_window)]
    sample_window.go(Place(Room.READER, str(pack)))
    page = sample_window.page
    assert isinstance(page, ReaderPage)
    for reading, front in (
        (page.reader.reading, sample_window),
        (window.room.reading, window),
    ):
        reading.open(pack)
        qtbot.waitUntil(lambda reading=reading: reading.document is not None, timeout=SOON)
        found += [f"reading: {one}" for one in clashes(front)]
    assert not found, "\n".join(sorted(set(found)))
    real = {one.keys for front in (sample_window, window) for one in held(front, usable=False)}
    assert len(real) >= _FEWEST_KEYS
    assert real <= told(), f"The help does not tell {sorted(real - told())}"
    assert told() - _OF_WIDGETS <= real, f"Nobody hears {sorted(told() - _OF_WIDGETS - real)}"


def test_two_that_hear_one_key_are_found(qtbot: QtBot) -> None:
    one = QWidget()
    with qtbot.waitExposed(one):
        one.show()
    for name in ("Build", "Burn"):
        action = QAction(name, one)
        action.setShortcut("Ctrl+B")
        one.addAction(action)
    assert clashes(one) == ["Ctrl+B: 'Build' and 'Burn'"]
    one.close()
    one.deleteLater()
