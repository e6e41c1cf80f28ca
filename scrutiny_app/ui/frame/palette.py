"""The command palette: everything that can be done here, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.wording import long_date
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.row_tree import row_item
from scrutiny_app.ui.widgets.rows import Row, RowDelegate

if TYPE_CHECKING:
    from scrutiny_app.store.meetings import MeetingLine

_WIDTH, _HEIGHT = 620, 420
_MOST_SHOWN = 60
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do or somewhere to go; ``keys`` is its shortcut or what sort it is."""

    name: str
    keys: str
    deed: Callable[[], object]


def to_meetings(lines: Iterable[MeetingLine], go: Callable[[Place], object]) -> Iterator[Command]:
    """Return a command that leads to each meeting, the newest first."""
    for line in sorted(lines, key=lambda one: one.held_on, reverse=True):
        name = f"{line.committee}, {long_date(line.held_on)}"
        yield Command(name, "meeting", partial(go, Place(Room.MEETING, line.id)))


def matching(commands: Iterable[Command], typed: str) -> list[Command]:
    """Return the commands that hold every word typed; those that begin with it come first.

    A step that could be taken back comes last unless "undo" is typed: it is named after a meeting
    or a paper, and whoever types such a name wants to go there.
    """
    words = typed.casefold().split()
    found = [one for one in commands if all(word in one.name.casefold() for word in words)]
    start = typed.casefold().strip()

    def place(one: Command) -> tuple[bool, bool]:
        name = one.name.casefold()
        return not name.startswith(start), name.startswith(("undo:", "redo:"))

    return sorted(found, key=place)


class CommandPalette(QFrame):
    """A box over the window: type, choose with the arrows, Enter does it, Escape leaves."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme = theme
        self._commands: list[Command] = []
        self._shown: list[Command] = []
        self._before: QWidget | None = None
        self.setProperty("look", "palette")
        self.box = QLineEdit(placeholderText="What would you like to do, or where to go?")
        self.box.setAccessibleName("Command")
        self.box.setAccessibleDescription("Type a few letters, choose with the arrow keys, Enter")
        self.list = QListView()
        self.list.setAccessibleName("Commands found")
        self.list.setItemDelegate(RowDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._items = QStandardItemModel(self)
        self.list.setModel(self._items)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.box)
        column.addWidget(self.list, 1)
        self.box.textChanged.connect(self._find)
        self.box.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._do())
        self.hide()

    def offer(self, commands: Iterable[Command]) -> None:
        """Open over the window and offer these."""
        self._commands = list(commands)
        self._before = self.window().focusWidget()
        parent = self._over
        width = min(self._theme.length(_WIDTH), parent.width() - 40)
        height = min(self._theme.length(_HEIGHT), parent.height() - 80)
        self.setGeometry((parent.width() - width) // 2, 56, width, height)
        self.box.clear()
        self._find("")
        self.show()
        self.raise_()
        self.box.setFocus()

    def put_away(self) -> None:
        """Close, and give the focus back to what had it."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def _find(self, typed: str) -> None:
        self._shown = matching(self._commands, typed)[:_MOST_SHOWN]
        self._items.clear()
        for one in self._shown:
            said = f"{one.name}, {one.keys}" if one.keys else one.name
            self._items.appendRow(row_item(Row(one.name, one.keys), said))
        self._choose(0)

    def _choose(self, row: int) -> None:
        if self._shown:
            row = max(0, min(row, len(self._shown) - 1))
            self.list.setCurrentIndex(self._items.index(row, 0))
            self.box.setAccessibleDescription(self._shown[row].name)

    def _do(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._shown):
            self.put_away()
            self._shown[row].deed()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        elif key in _KEYS:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(key, 8)
            self._choose(self.list.currentIndex().row() + by)
        else:
            return False
        return True
