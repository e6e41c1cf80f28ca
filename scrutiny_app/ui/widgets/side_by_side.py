"""A list with a card beside it; where the window is too narrow for both, the card goes below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme

_LEAST = 420
_TALL = 380


class SideBySide(QScrollArea):
    """``main`` takes what ``side``, so many pixels wide at 100 % text, leaves.

    ``least`` is how wide ``main`` must be for the two to stand side by side.
    """

    def __init__(
        self,
        theme: Theme,
        main: QWidget,
        side: QWidget,
        width: int = 310,
        *,
        least: int = _LEAST,
    ) -> None:
        super().__init__()
        self._theme, self._main, self._side, self._width = theme, main, side, width
        self._least = least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        holder = QWidget()
        holder.setAutoFillBackground(False)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(main, 1)
        self._box.addWidget(side)
        self.setWidget(holder)
        theme.changed.connect(self._arrange)

    @property
    def stacked(self) -> bool:
        """Whether the card stands below the list."""
        return self.width() < self._theme.length(self._least + self._width)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.stacked
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._main.setMinimumHeight(self._theme.length(_TALL) if stacked else 0)
        most = 16_777_215
        width = self._theme.length(self._width)
        self._side.setMinimumWidth(0 if stacked else width)
        self._side.setMaximumWidth(most if stacked else width)
