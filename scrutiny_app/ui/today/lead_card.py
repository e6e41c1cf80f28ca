"""A card with a short list of what leads elsewhere; hidden while there is nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.lead_list import Lead, LeadList

_MOST_SHOWN = 6


class LeadCard(Card):
    """Shows the first rows and a button for the rest. ``opened`` tells the goal of a row."""

    opened = Signal(object)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title)
        self._leads: Sequence[Lead] = ()
        self._all = False
        self.list = LeadList(theme, title or "Nothing waits")
        self.list.opened.connect(self.opened)
        self._more = QAction(self)
        self._more.triggered.connect(self._show_all)
        self.more = button_for(self._more)
        self.more.setProperty("look", "plain")
        fill(self, self.list)
        self.body.setContentsMargins(4, 0, 4, 6)
        self.body.addWidget(self.more)

    @property
    def any(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._leads)

    def show_leads(self, leads: Sequence[Lead]) -> None:
        """Show these, or nothing at all."""
        self._leads = leads
        self.say(str(len(leads)) if len(leads) > _MOST_SHOWN else "")
        self._fill()
        self.setVisible(bool(leads))

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        shown = self._leads if self._all else self._leads[:_MOST_SHOWN]
        self.list.show_leads(shown)
        left = len(self._leads) - len(shown)
        self._more.setText(f"Show {left} more")
        self.more.setText(self._more.text())
        self.more.setAccessibleName(f"{self._more.text()}: {self.title.text()}")
        self.more.setVisible(left > 0)
