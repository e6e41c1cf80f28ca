"""The menu of a right click, and of the menu key: what can be done with what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QMenu, QWidget


def row_menu(view: QWidget, actions: Sequence[QAction], *, opens: str = "") -> None:
    """Offer actions of a room where they are looked for.

    ``opens`` names what Enter does with a row; it comes first.
    """
    first = [_enter(view, opens)] if opens else []

    def show(place: QPoint) -> None:
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(view, QAbstractItemView):
            for action in first:
                action.setEnabled(view.currentIndex().isValid())
        menu.addActions([*first, *actions])
        # A scrolling view counts the place from what it shows
        shown = view.viewport() if isinstance(view, QAbstractScrollArea) else view
        menu.popup(shown.mapToGlobal(place))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(show)


def _enter(view: QWidget, name: str) -> QAction:
    """Return an action that does what Enter does."""
    action = QAction(name, view)

    def press() -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            plain = Qt.KeyboardModifier.NoModifier
            QCoreApplication.sendEvent(view, QKeyEvent(kind, Qt.Key.Key_Return, plain))

    action.triggered.connect(press)
    return action
