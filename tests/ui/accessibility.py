"""What whoever cannot see the window, or has no mouse, would find missing on a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.keys import press

# What a reader of the screen would announce as nothing in particular
NO_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Window, QAccessible.Role.Border}
_MOST_ROWS = 40
# Tab goes from day to month to year before it leaves
_PARTS_OF_A_DATE = 4
_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
_SHOWN = int(Qt.ItemDataRole.DisplayRole)


def stops(window: QWidget) -> list[QWidget]:
    """Return every control in view that Tab should come to."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QHeaderView)
    ]


def nameless(window: QWidget) -> list[str]:
    """Controls that a screen reader has no name or no role for."""
    found = []
    for widget in stops(window):
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name).strip()
        if not name or spoken.role() in NO_ROLES:
            found.append(f"{said(widget)}: name {name!r}, {spoken.role().name}")
    return found


def unreached(qtbot: QtBot, window: QWidget) -> list[str]:
    """Controls that Tab never comes to; one that lets nobody out is told instead.

    Of radio buttons that belong together Tab comes to one, and the arrow keys to the others.
    """
    wanted = stops(window)
    if not wanted:
        return []
    wanted[0].setFocus()
    seen: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in range(2 * len(wanted) + 20):
        press(qtbot, window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if len(wanted) > 1 and all(one is seen[-1] for one in seen[-_PARTS_OF_A_DATE - 1 :]):
            return [f"{said(seen[-1])} lets nobody out"]
    reached = {id(one) for one in seen if one is not None}
    together = {id(one.parent()) for one in seen if is_one_of_several(one)}
    return [
        f"Tab does not come to {said(widget)}"
        for widget in wanted
        if id(widget) not in reached
        and widget.isVisible()
        and not (is_one_of_several(widget) and id(widget.parent()) in together)
    ]


def is_one_of_several(widget: QWidget | None) -> bool:
    return isinstance(widget, QAbstractButton) and (
        widget.autoExclusive() or (widget.group() is not None and widget.group().exclusive())
    )


def clashes(window: QWidget) -> list[str]:
    """Letters that Alt would have to lead to two places at once."""
    letters: list[tuple[str, str]] = []
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisible() and widget.isEnabled():
            letters += [(letter(words), words) for words in marked_words(widget) if letter(words)]
    menus = getattr(window, "menuBar", None)
    if menus is not None:
        letters += [
            (letter(action.text()), f"menu {action.text()}")
            for action in menus().actions()
            if action.isVisible() and letter(action.text())
        ]
    often = Counter(one for one, _ in letters)
    return sorted(f"Alt+{one}: {words}" for one, words in letters if often[one] > 1)


def marked_words(widget: QWidget) -> Iterator[str]:
    """Words of a widget whose letter after "&" leads to it."""
    if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
        yield widget.text()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))


def letter(words: str) -> str:
    found = re.search(r"&([^&\s])", words.replace("&&", ""))
    return found.group(1).casefold() if found else ""


def silent_cells(window: QWidget) -> list[str]:
    """Cells of lists, tables and trees that are painted and say nothing."""
    return [
        f"{said(view)}: row {row}, column {column}"
        for view in window.findChildren(QAbstractItemView)
        if view.window() is window and view.isVisible() and not isinstance(view, QHeaderView)
        for row, column, index in cells(view.model(), QModelIndex())
        if paints(index) and not (index.data(_TEXT) or index.data(_SHOWN))
    ]


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[int, int, QModelIndex]]:
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        # The binding keeps columnCount of a plain list to itself
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            yield row, column, model.index(row, column, parent)
        yield from cells(model, model.index(row, 0, parent))


def paints(index: QModelIndex) -> bool:
    """Whether anything may be seen of a cell: what is no part of a list, or empty, is not told."""
    if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
        return False
    roles = range(int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 6)
    return any(getattr(index.data(role), "words", "") for role in roles) or index.column() == 0


def said(widget: QWidget | None) -> str:
    """Return how a control is known to whoever mends it."""
    if widget is None:
        return "nothing"
    names = (
        widget.accessibleName(),
        getattr(widget, "text", str)() if isinstance(widget, QAbstractButton) else "",
    )
    parents = []
    above = widget.parentWidget()
    while above is not None and len(parents) < 4:
        parents.append(type(above).__name__)
        above = above.parentWidget()
    return f"{type(widget).__name__} {next(filter(None, names), '')!r} in {' < '.join(parents)}"
