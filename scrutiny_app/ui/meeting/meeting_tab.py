"""What every tab of a meeting is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.widgets.typing_in import settle_typing


class MeetingTab(QWidget):
    """One tab; it is made when it is first shown.

    ``show_agenda`` is called whenever the agenda was read again while the tab shows, and when it
    is shown again. ``body`` takes its contents.
    """

    help_topic = "meeting"

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self.desk = desk
        self.session = desk.session
        self.theme = desk.theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the meeting as it now stands."""

    def show_detail(self, detail: str) -> None:
        """Show one thing within the tab, such as the item or paper with a key."""

    def take_focus(self) -> None:
        """Let the keyboard begin where one begins here; nowhere in particular by default."""

    def commands(self) -> Sequence[QAction]:
        """Return what can be done here, for the page's menu and the command palette."""
        return ()

    def settle(self) -> None:
        """Write what is still being typed."""
        settle_typing(self)
