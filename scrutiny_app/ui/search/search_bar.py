"""Where words are typed, and what is searched for them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.store.search_scope import SearchedPart, SearchScope
from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.fields import ChoiceField

# Between two letters of somebody who types fast
_PAUSE_MS = 150
_A_SCREEN = 5
_PARTS = (
    ("Papers and agendas", SearchedPart.ALL),
    ("Pages of papers", SearchedPart.PAGES),
    ("Titles and agenda items", SearchedPart.LINES),
)
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _A_SCREEN,
    Qt.Key.Key_PageUp: -_A_SCREEN,
}


class SearchBar(QWidget):
    """``asked`` follows every pause in typing and every choice.

    ``moved`` carries how many finds further the arrows lead, ``entered`` that Enter was pressed.
    """

    asked = Signal()
    moved = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.field = _WordField()
        self.field.moved.connect(self.moved)
        self.field.returnPressed.connect(self._enter)
        self._glass = self.field.addAction(
            icon("search", theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.part = ChoiceField(_PARTS)
        self.part.setAccessibleName("Where to look")
        self.part.setMinimumContentsLength(19)
        self.exempt = QCheckBox("E&xempt and confidential papers too")
        self.exempt.setChecked(True)
        self.exempt.setToolTip("Search what is not for publication as well; each find says so")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self.field.textChanged.connect(lambda _words: self._pause.start())
        self.part.chosen.connect(lambda _part: self.asked.emit())
        self.exempt.toggled.connect(lambda _on: self.asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.part)
        row.addWidget(self.exempt)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text().strip()

    def scope(self, committee: CommitteeId | None) -> SearchScope:
        """Return what is searched, of one committee or of all."""
        return SearchScope(
            committee, SearchedPart(self.part.currentData()), exempt=self.exempt.isChecked()
        )

    def _enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.asked.emit()
        self.entered.emit()

    def _tint(self) -> None:
        size = self._theme.length(16)
        self._glass.setIcon(icon("search", self._theme.tokens.muted, size=size))


class _WordField(QLineEdit):
    """A line whose arrow keys choose among what was found, so that hands stay on it."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Search every paper and every agenda")
        self.setAccessibleName("Words to look for")
        self.setAccessibleDescription(
            "Finds while you type; the arrow keys choose a find, Enter opens its page"
        )
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _MOVES.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)
