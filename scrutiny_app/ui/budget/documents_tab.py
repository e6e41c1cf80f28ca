"""What can be written from a set: schedule, extract, questions, letters and comparison."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.totals import Grouping, grouped
from scrutiny_app.jobs.budget.budget_order import BudgetPrint
from scrutiny_app.jobs.budget.lay_out_budget import Extract
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.budget_tab import BudgetTab
from scrutiny_app.ui.budget.document_writer import DocumentWriter
from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.folding_row import FoldingRow
from scrutiny_app.ui.widgets.form import form_column, scrolled, told

_PAPERS = (("PDF", ".pdf"), ("Word", ".docx"))
_SHEETS = (*_PAPERS, ("Excel", ".xlsx"))
_BY = (Grouping.SERVICE, Grouping.PORTFOLIO_HOLDER, Grouping.DEPARTMENT, Grouping.WARD)
# So many buttons stand side by side at any size of text
_FEW = 3
_ICON = 16


class DocumentsTab(BudgetTab):
    """A row for each document, with a button for each kind of file."""

    def __init__(self, desk: BudgetDesk, writer: DocumentWriter) -> None:
        super().__init__(desk)
        self.writer = writer
        self.buttons: dict[tuple[BudgetPrint, str], QPushButton] = {}
        self.extract_buttons: list[QPushButton] = []
        self.by = ChoiceField([(f"One {one.label.lower()}", one) for one in _BY])
        self.by.setAccessibleName("Cut the schedule down by")
        self.by.setMinimumContentsLength(18)
        self.name = ChoiceField()
        self.name.setAccessibleName("Which one the extract is for")
        self.name.setMinimumContentsLength(20)
        self.earlier = ChoiceField()
        self.earlier.setAccessibleName("Compare with")
        self.earlier.setMinimumContentsLength(20)
        self.show_folder = new_action(
            self, "Show in &folder", "folder-open", tells="Show where the last document is"
        )
        self.last = told(look="small")
        self._icons: list[tuple[QPushButton, str]] = []
        self._lay_out()
        self._connect()
        self._tint()

    def _lay_out(self) -> None:
        card = Card(self.theme, "Documents")
        card.add_tools(self.show_folder)
        column = card.body
        column.setSpacing(14)
        column.addLayout(
            self._row(
                "Budget schedule",
                "Every proposal with its figures, totals as stated and summed, charts and notes. "
                "The spreadsheet has figures that can be added up.",
                [self._button(BudgetPrint.SCHEDULE, *kind) for kind in _SHEETS],
            )
        )
        for name, suffix in _SHEETS:
            button = self._plain(name, suffix, f"Extract as {name}")
            button.clicked.connect(lambda _on=False, kind=suffix: self._extract(kind))
            self.extract_buttons.append(button)
        column.addLayout(
            self._row(
                "Extract",
                "The schedule cut down to what one committee or one portfolio holder is asked "
                "about.",
                [self.by, self.name, *self.extract_buttons],
            )
        )
        column.addLayout(
            self._row(
                "Questions for members",
                "What the findings lead to, proposal by proposal, for members to choose from and "
                "make their own.",
                [self._button(BudgetPrint.QUESTIONS, *kind) for kind in _PAPERS],
            )
        )
        column.addLayout(
            self._row(
                "Letters to portfolio holders",
                "One Word letter for each portfolio holder, with the committee's feedback on each "
                "proposal.",
                [self._letters_button()],
            )
        )
        column.addLayout(
            self._row(
                "Comparison",
                "What changed between two versions, such as consultation and final.",
                [self.earlier, *(self._button(BudgetPrint.COMPARISON, *kind) for kind in _PAPERS)],
            )
        )
        column.addWidget(self.last)
        self.body.addWidget(scrolled(form_column(card)), 1)

    def _row(self, title: str, says: str, controls: Sequence[QWidget]) -> QVBoxLayout:
        name = QLabel(title)
        name.setProperty("look", "heading")
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(name)
        words.addWidget(told(says))
        parts = [(control, 0) for control in controls]
        # So wide are two choices and three buttons
        least = 620 if len(controls) > _FEW else 0
        words.addWidget(FoldingRow(self.theme, *parts, (QWidget(), 1), least=least))
        return words

    def _button(self, what: BudgetPrint, name: str, suffix: str) -> QPushButton:
        button = self._plain(name, suffix, f"{what.value.capitalize()} as {name}")
        button.clicked.connect(lambda: self._write(what, suffix))
        self.buttons[what, suffix] = button
        return button

    def _letters_button(self) -> QPushButton:
        button = self._plain("Write the letters", "", "Write the letters")
        button.clicked.connect(self.writer.ask_letters)
        self.buttons[BudgetPrint.LETTERS, ""] = button
        return button

    def _plain(self, name: str, suffix: str, said: str) -> QPushButton:
        button = QPushButton(f"{name}\N{HORIZONTAL ELLIPSIS}")
        button.setAccessibleName(said)
        pictures = {".xlsx": "file-spreadsheet", "": "mail"}
        self._icons.append((button, pictures.get(suffix, "file-text")))
        return button

    def _connect(self) -> None:
        self.by.chosen.connect(lambda _by: self._offer_names())
        self.show_folder.triggered.connect(self.writer.show_folder)
        self.writer.wrote.connect(self._wrote)
        self.show_folder.setEnabled(self.writer.last is not None)
        self.theme.changed.connect(self._tint)

    @override
    def show_set(self, whole: ProposalSet) -> None:
        self._offer_names()
        others = [
            one
            for one in self.session.store.proposal_sets.list(whole.committee)
            if one.id != whole.id
        ]
        others.sort(key=lambda one: one.year != whole.year)
        self.earlier.offer((one.label, one.id) for one in others)
        self.earlier.setEnabled(bool(others))
        for _name, suffix in _PAPERS:
            self.buttons[BudgetPrint.COMPARISON, suffix].setEnabled(bool(others))

    @override
    def commands(self) -> Sequence[QAction]:
        return (self.show_folder,)

    @override
    def take_keys(self) -> None:
        self.buttons[BudgetPrint.SCHEDULE, ".pdf"].setFocus()

    @property
    def extract(self) -> Extract:
        """What the extract is cut down to."""
        return Extract(Grouping(self.by.currentData()), (str(self.name.currentData()),))

    def _write(self, what: BudgetPrint, suffix: str) -> None:
        earlier = None
        if what is BudgetPrint.COMPARISON:
            earlier = self.session.store.proposal_sets.read(self.earlier.currentData())
        self.writer.ask(what, suffix, earlier=earlier)

    def _extract(self, suffix: str) -> None:
        self.writer.ask(BudgetPrint.SCHEDULE, suffix, extract=self.extract)

    def _offer_names(self) -> None:
        groups = grouped(self.desk.whole.proposals, Grouping(self.by.currentData()))
        self.name.offer((name, name) for name, _ in groups)

    def _wrote(self, path: Path) -> None:
        self.show_folder.setEnabled(True)
        self.last.setText(f"Written last: {path}")

    def _tint(self) -> None:
        size = self.theme.length(_ICON)
        for button, name in self._icons:
            button.setIconSize(QSize(size, size))
            button.setIcon(icon(name, self.theme.tokens.text, self.theme.tokens.muted, size))
