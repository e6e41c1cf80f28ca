"""What a tab of the history room is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import DAY_DATE, clock_time, long_date
from scrutiny_app.ui.page import Page


class HistoryTab(QWidget):
    """Reads on ``refresh``; ``actions_`` are what can be done in it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.session = page.session
        self.theme = page.theme
        self.actions_: Sequence[QAction] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def refresh(self) -> None:
        """Read what is shown again."""

    def take_focus(self) -> None:
        """Let the keyboard begin here."""


def moment_words(at: datetime, now: datetime) -> str:
    """Return a moment (UTC) as an officer says it: "Today, 9.05 am"."""
    local, today = local_moment(at), local_moment(now).date()
    day = "Today" if local.date() == today else long_date(local.date(), DAY_DATE)
    return f"{day}, {clock_time(local.time())}"
