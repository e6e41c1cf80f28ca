"""Fields in rows, and forms that scroll where the window is too small for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget


def field_row(fields: Sequence[QWidget], shares: Sequence[int] = ()) -> QHBoxLayout:
    """Return fields side by side, their labels in one line; ``shares`` of the width, else equal."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for place, field in enumerate(fields):
        row.addWidget(field, shares[place] if shares else 1, Qt.AlignmentFlag.AlignTop)
    return row


def form_column(*widgets: QWidget) -> QWidget:
    """Return cards or fields below one another, the last with the room that is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return whole


def scrolled(widget: QWidget) -> QScrollArea:
    """Return a widget in an area that scrolls up and down; the keyboard passes over the area."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(widget)
    # A scroll area has its widget filled
    widget.setAutoFillBackground(False)
    return area


def told(words: str = "", look: str = "muted") -> QLabel:
    """Return a line of words among fields, in plain text, as long as it needs to be."""
    label = QLabel(words, wordWrap=True)
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
