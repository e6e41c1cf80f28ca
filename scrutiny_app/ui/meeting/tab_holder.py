"""Holds a tab of a meeting, which is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.meeting_tabs import TabEntry


class TabHolder(QWidget):
    """``made`` hears of the tab when it is there."""

    def __init__(
        self, entry: TabEntry, desk: MeetingDesk, made: Callable[[MeetingTab], None]
    ) -> None:
        super().__init__()
        self._entry = entry
        self._desk = desk
        self._tell_made = made
        self._tab: MeetingTab | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> bool:
        """Whether the tab was shown before."""
        return self._tab is not None

    @property
    def tab(self) -> MeetingTab:
        """The tab."""
        if self._tab is None:
            self._tab = self._entry.make(self._desk)
            self._column.addWidget(self._tab)
            self._tell_made(self._tab)
        return self._tab
