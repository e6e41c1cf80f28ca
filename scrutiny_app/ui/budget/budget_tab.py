"""What every tab of a set of proposals is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.widgets.typing_in import settle_typing


class BudgetTab(QWidget):
    """One tab; it is made when it is first shown.

    ``show_set`` is called whenever the set was read again while the tab shows, and when it is
    shown again. ``body`` takes its contents.
    """

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__()
        self.desk = desk
        self.session = desk.session
        self.theme = desk.theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def show_set(self, whole: ProposalSet) -> None:
        """Show the set as it now stands."""

    def show_detail(self, detail: str) -> None:
        """Show one thing within the tab, such as the proposal with a key."""

    def commands(self) -> Sequence[QAction]:
        """Return what can be done here, for the page's menu and the command palette."""
        return ()

    def settle(self) -> None:
        """Write what is still being typed."""
        settle_typing(self)

    def take_keys(self) -> None:
        """Let the keyboard begin at the tab's first list."""
