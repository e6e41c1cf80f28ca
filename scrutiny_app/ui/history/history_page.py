"""The history room: steps, what went out, what is withheld, checks and backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from typing_extensions import override

from scrutiny_app.ui.history.exempt_tab import ExemptTab
from scrutiny_app.ui.history.history_tab import HistoryTab
from scrutiny_app.ui.history.safety_tab import SafetyTab
from scrutiny_app.ui.history.sent_tab import SentTab
from scrutiny_app.ui.history.steps_tab import StepsTab
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.tabs import Tabs


class HistoryPage(Page):
    """A ``Place`` names a tab: steps, sent, exempt or safety."""

    room = Room.HISTORY
    name = "History"
    icon_name = "rotate-ccw-clock"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.head = PageHead(self.theme, "History", "What was done, by whom and when")
        self.tabs = Tabs("Parts of the history")
        self.steps, self.sent = StepsTab(self), SentTab(self)
        self.exempt, self.safety = ExemptTab(self), SafetyTab(self)
        self._parts: dict[str, HistoryTab] = {
            "steps": self.steps,
            "sent": self.sent,
            "exempt": self.exempt,
            "safety": self.safety,
        }
        for key, name in (
            ("steps", "&Steps"),
            ("sent", "&Packs and publications"),
            ("exempt", "E&xempt papers"),
            ("safety", "Checks and &backups"),
        ):
            self.tabs.add(key, name, self._parts[key])
        self.tabs.shown.connect(lambda _key: self._part.refresh())
        self.body.addWidget(self.head)
        self.body.addWidget(self.tabs, 1)

    @property
    def _part(self) -> HistoryTab:
        return self._parts[self.tabs.key]

    @override
    def show_place(self, place: Place) -> None:
        self.tabs.show_part(place.part)
        self._part.refresh()
        self._part.take_focus()

    @override
    def refresh(self) -> None:
        self._part.refresh()

    @override
    def commands(self) -> Sequence[QAction]:
        return [action for part in self._parts.values() for action in part.actions_]
