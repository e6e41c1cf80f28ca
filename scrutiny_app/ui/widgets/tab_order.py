"""Where Tab goes to what was made late: Qt puts it behind all that was there before."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(before: QWidget, part: QWidget) -> None:
    """Let Tab go from a control to those within ``part``, in their own order."""
    for control in tuple(_controls(part)):
        QWidget.setTabOrder(before, control)
        before = control


def _controls(part: QWidget) -> Iterator[QWidget]:
    widget: QWidget | None = part
    while widget is not None and (widget is part or part.isAncestorOf(widget)):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        widget = widget.nextInFocusChain()
