"""One set of proposals: what it is and how it stands above, its tabs below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.jobs.budget.budget_order import BudgetPrint
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.budget_tab import BudgetTab
from scrutiny_app.ui.budget.document_writer import DocumentWriter
from scrutiny_app.ui.budget.labels import DOT, counted, findings_word
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.tabs import Tabs

_NAMES = {
    "proposals": "Proposals",
    "checks": "Checks",
    "questions": "Questions",
    "totals": "Totals",
    "compare": "Compare",
    "documents": "Documents",
}


class SetPart(QWidget):
    """Shows the set of the desk. A tab is made when it is first shown."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__()
        self.desk = desk
        self.writer = DocumentWriter(desk)
        self.head = PageHead(desk.theme)
        self.head.back.connect(lambda: desk.go(Place(Room.BUDGET)))
        self.schedule = new_action(
            self,
            "&Write the schedule\N{HORIZONTAL ELLIPSIS}",
            "file-text",
            keys="Ctrl+B",
            tells="Write every proposal with totals and charts as a PDF and read it",
        )
        self.schedule.triggered.connect(lambda: self.writer.ask(BudgetPrint.SCHEDULE, ".pdf"))
        self.head.add_button(self.schedule, first=True)
        self.tabs = Tabs("Parts of the budget proposals")
        self._holders: dict[str, QVBoxLayout] = {}
        self._made: dict[str, BudgetTab] = {}
        for key, name in _NAMES.items():
            holder = QWidget()
            self._holders[key] = QVBoxLayout(holder)
            self._holders[key].setContentsMargins(0, 0, 0, 0)
            self.tabs.add(key, name, holder)
        self.tabs.shown.connect(self._turned)
        self._turns = (
            self._turn("Next tab", "Ctrl+Tab|Ctrl+PgDown", 1),
            self._turn("Previous tab", "Ctrl+Shift+Tab|Ctrl+PgUp", -1),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    @property
    def tab(self) -> BudgetTab:
        """The tab that shows."""
        key = self.tabs.key
        if key not in self._made:
            self._made[key] = self._makers()[key]()
            self._holders[key].addWidget(self._made[key])
            # A layout shows what is added to it only later, and what is hidden takes no keys
            self._made[key].show()
        return self._made[key]

    def _makers(self) -> dict[str, Callable[[], BudgetTab]]:
        from scrutiny_app.ui.budget.checks_tab import ChecksTab
        from scrutiny_app.ui.budget.compare_tab import CompareTab
        from scrutiny_app.ui.budget.documents_tab import DocumentsTab
        from scrutiny_app.ui.budget.proposals_tab import ProposalsTab
        from scrutiny_app.ui.budget.questions_tab import QuestionsTab
        from scrutiny_app.ui.budget.totals_tab import TotalsTab

        desk = self.desk
        return {
            "proposals": lambda: ProposalsTab(desk),
            "checks": lambda: ChecksTab(desk),
            "questions": lambda: QuestionsTab(desk),
            "totals": lambda: TotalsTab(desk),
            "compare": lambda: CompareTab(desk),
            "documents": lambda: DocumentsTab(desk, self.writer),
        }

    def show_part(self, part: str, detail: str) -> None:
        """Show a tab, and something within it."""
        # What was chosen by a place is not asked for again
        with QSignalBlocker(self.tabs):
            self.tabs.show_part(part or "proposals")
        self.read()
        if detail:
            self.tab.show_detail(detail)
        if not self.tabs.bar.hasFocus():
            self.tab.take_keys()

    def read(self) -> None:
        """Show the set as it now stands."""
        whole = self.desk.whole
        self._show_head(whole)
        self.tab.show_set(whole)

    def commands(self) -> Sequence[QAction]:
        """What can be done with the set."""
        return (*self.tab.commands(), self.schedule, *self._turns)

    def _show_head(self, whole: ProposalSet) -> None:
        committee = self.desk.session.store.committees.get(whole.committee)
        self.head.show_crumb("Budget", whole.label)
        parts = (
            committee.name if committee else "",
            counted(len(whole.proposals), "proposal"),
            counted(len(whole.references), "reference"),
            f"from {whole.source.name}" if whole.source else "",
        )
        title = f"Budget proposals {whole.year.label}"
        self.head.show_words(
            f"{title}, {whole.version}" if whole.version else title,
            DOT.join(part for part in parts if part),
        )
        self.head.show_chip(*findings_word(self.desk.findings))

    def _turn(self, name: str, keys: str, by: int) -> QAction:
        action = new_action(self, name, keys=keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bar = self.tabs.bar
        action.triggered.connect(
            lambda: bar.setCurrentIndex((bar.currentIndex() + by) % bar.count())
        )
        return action

    def _turned(self, part: str) -> None:
        """Go to the tab as to any place, so that back leads to the one before."""
        if self.desk.shown:
            self.desk.go(self.desk.place(part))
