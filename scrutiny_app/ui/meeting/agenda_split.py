"""The agenda above the details of what is chosen in it, and how high each of them stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from scrutiny_app.ui.meeting.agenda_card import AgendaCard
from scrutiny_app.ui.meeting.editor_card import EditorCard

_ANY_HEIGHT = 16_777_215


class AgendaSplit(QSplitter):
    """Two cards, or one of them where there is very little height.

    What is folded away, or lent for a while, comes back as it was.
    """

    def __init__(self, agenda: AgendaCard, details: EditorCard) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._agenda, self._details = agenda, details
        self._open: list[int] = []
        self._lent: list[int] = []
        self.addWidget(agenda)
        self.addWidget(details)
        self.setStretchFactor(0, 1)
        details.folded.connect(self.fold)
        details.cramped.connect(self._lend)

    def fold(self) -> None:
        """Leave the agenda the height of details that are folded away, or take it back."""
        folded, sizes = self._details.is_folded, self.sizes()
        low = self._details.sizeHint().height()
        self._details.setMaximumHeight(low if folded else _ANY_HEIGHT)
        alone = self._details.low and not folded
        if alone and self._agenda.isAncestorOf(self.focusWidget()):
            self._details.take_focus()
        self._agenda.setVisible(not alone)
        if folded:
            self._open = sizes if sizes[1] > low else self._open
            self.setSizes([max(0, sum(sizes) - low), low])
        elif self._open:
            self.setSizes(self._open)

    def take_back(self) -> None:
        """Give the agenda back the height it lent."""
        if self._lent:
            self.setSizes(self._lent)
            self._lent = []

    def _lend(self, more: int) -> None:
        """Lend the details so much of the agenda's height, as far as it goes."""
        high, low = self.sizes()
        more = min(more, high - self._agenda.minimumHeight())
        if more > 0:
            self._lent = self._lent or [high, low]
            self.setSizes([high - more, low + more])
        self._details.show_access()
