"""Who may read a paper: changed as soon as the words that the law asks for are there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from scrutiny_app.domain.access_change import make_public, mark_confidential, mark_exempt
from scrutiny_app.domain.agenda_editing import amend_paper
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.paper import Access, ExemptReason, Paper
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, TextField
from scrutiny_app.ui.widgets.folding_row import FoldingRow
from scrutiny_app.ui.widgets.open_day_field import OpenDayField

_CHOICES = (
    ("Public", Access.PUBLIC),
    ("Exempt", Access.EXEMPT),
    ("Confidential", Access.CONFIDENTIAL),
)
_STANDS = {
    Access.PUBLIC: "open to the public",
    Access.EXEMPT: "exempt",
    Access.CONFIDENTIAL: "confidential",
}
_WANTING = {
    Access.PUBLIC: "Write who decided that it may be public, and why.",
    Access.EXEMPT: "Tick a paragraph and write why the public interest is in keeping it private.",
    Access.CONFIDENTIAL: "Write what forbids publishing it.",
}
_NUMBER = int(Qt.ItemDataRole.UserRole)
_NOBODY = Paper(PaperId(""), "")


class AccessEditor(QWidget):
    """What must be said of a withheld paper. ``choice`` stands apart, in the paper's own row.

    ``opened`` tells that something is to be said now, and must be seen.
    """

    opened = Signal()

    def __init__(self, theme: Theme, changes: AgendaChanges) -> None:
        super().__init__()
        self._changes = changes
        self._paper = _NOBODY
        self._number = ""
        self._descriptions: Mapping[int, str] = {}
        self.choice = ChoiceField(_CHOICES)
        self.paragraphs = QListWidget()
        self.paragraphs.setWordWrap(True)
        # Else what was laid out for another width is cut off
        self.paragraphs.setResizeMode(QListView.ResizeMode.Adjust)
        self.paragraphs.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.paragraphs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason = TextField(placeholder="Why keeping it private outweighs telling", lines=2)
        self.review = OpenDayField(theme, "No review day")
        self.basis = LineField(placeholder="A department's terms, a court order or an enactment")
        self.opened_by = LineField(placeholder="Director of Law, because the contract is signed")
        self.pending = QLabel(wordWrap=True)
        self.pending.setProperty("look", "bad")
        self._theme = theme
        self._lay_out()
        self._connect()

    def show_paper(
        self, number: str, paper: Paper, descriptions: Mapping[int, str], *, read_only: bool
    ) -> None:
        """Show who may read a paper; what is being chosen for the same paper stays."""
        choosing = paper.id == self._paper.id and self._chosen is not self._paper.access
        self._number, self._paper = number, paper
        if descriptions != self._descriptions or not self.paragraphs.count():
            self._offer(descriptions)
        if not choosing or paper.access is self._chosen:
            self.choice.show_value(paper.access)
            self._show_words(paper)
        self.choice.setEnabled(not read_only)
        self.setEnabled(not read_only)
        self._show_parts()

    @property
    def unfinished(self) -> str:
        """What is wanting before the paper is what was chosen; empty where nothing is."""
        if self._paper is _NOBODY or self._chosen is self._paper.access:
            return ""
        return (
            f"Paper {self._number} is still {_STANDS[self._paper.access]}. "
            f"{_WANTING[self._chosen]} Or choose again who may read it."
        )

    def settle(self) -> None:
        """Write what is being typed."""
        for field in (self.reason, self.review, self.basis, self.opened_by):
            field.settle()

    @property
    def _chosen(self) -> Access:
        return Access(str(self.choice.currentData()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        which = "Paragraphs of Part 1 of Schedule 12A that the paper falls under; space ticks one"
        paragraphs = Field("&Paragraphs of Schedule 12A", self.paragraphs, which)
        why = "The public interest reason, which the public is told"
        beside = QWidget()
        reasons = QVBoxLayout(beside)
        reasons.setContentsMargins(0, 0, 0, 0)
        reasons.setSpacing(6)
        reasons.addWidget(Field("Public &interest", self.reason, why))
        self._review_field = Field("Revie&w on", self.review, "When somebody looks at it again")
        reasons.addWidget(self._review_field)
        reasons.addStretch(1)
        # Side by side all of it is seen at once, even on a laptop
        self._reasons = FoldingRow(self._theme, (paragraphs, 3), (beside, 2))
        self._basis = Field("Ba&sis", self.basis, "What forbids publishing it")
        self._opened = Field(
            "&Who decided that it may be public, and why", self.opened_by, "Kept on record"
        )
        for widget in (self.pending, self._reasons, self._basis, self._opened):
            column.addWidget(widget)
        self.paragraphs.setFixedHeight(self._theme.length(128))

    def _connect(self) -> None:
        self.choice.chosen.connect(self._choose)
        self.paragraphs.itemChanged.connect(lambda _item: self._try())
        for field in (self.reason, self.basis, self.opened_by):
            field.settled.connect(lambda _text: self._try())
        self.review.day_settled.connect(lambda _day: self._try())
        self.review.refused.connect(self._review_field.problem)

    def _offer(self, descriptions: Mapping[int, str]) -> None:
        self._descriptions = descriptions
        with QSignalBlocker(self.paragraphs):
            self.paragraphs.clear()
            for number, text in descriptions.items():
                item = QListWidgetItem(f"{number}  {text}")
                item.setData(_NUMBER, number)
                item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
                item.setCheckState(Qt.CheckState.Unchecked)
                self.paragraphs.addItem(item)

    def _show_words(self, paper: Paper) -> None:
        exempt = paper.exempt
        with QSignalBlocker(self.paragraphs):
            for item in self._items():
                ticked = exempt is not None and item.data(_NUMBER) in exempt.paragraphs
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.reason.show_text(exempt.public_interest if exempt else "")
        self.review.show_day(exempt.review_on if exempt else None)
        self.basis.show_text(paper.confidential_basis)
        self.opened_by.show_text(paper.made_public_by)
        self.pending.setText("")

    def _show_parts(self) -> None:
        chosen = self._chosen
        self._reasons.setVisible(chosen is Access.EXEMPT)
        self._basis.setVisible(chosen is Access.CONFIDENTIAL)
        opened = chosen is Access.PUBLIC and not self._paper.public
        self._opened.setVisible(opened or bool(self._paper.made_public_by))
        self.pending.setVisible(bool(self.pending.text()))
        self.setVisible(chosen is not Access.PUBLIC or opened or bool(self._paper.made_public_by))

    def _choose(self, _access: object) -> None:
        self._show_parts()
        self._try()
        if not self.isHidden():
            self.opened.emit()

    def _try(self) -> None:
        """Change the paper's access if all is said; else tell what is wanting."""
        paper = self._paper
        if paper is _NOBODY:
            return
        try:
            after = self._changed(paper)
        except WrongInput as wanting:
            told = _WANTING[self._chosen] if self._lacks_words() else str(wanting)
            self.pending.setText(f"Not changed yet. {told}")
            self._show_parts()
            return
        self.pending.setText("")
        self._show_parts()
        if after != paper:
            word = _STANDS[after.access]
            name = f"Paper {self._number}: {word}"
            self._changes.make(name, lambda agenda: amend_paper(agenda, after), joins=True)

    def _changed(self, paper: Paper) -> Paper:
        chosen = self._chosen
        if chosen is Access.PUBLIC:
            return make_public(paper, self.opened_by.text())
        if chosen is Access.CONFIDENTIAL:
            return mark_confidential(paper, self.basis.text())
        ticked = tuple(
            int(item.data(_NUMBER))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )
        reason = self.reason.toPlainText().strip()
        exempt = ExemptReason(ticked, reason, self.review.day)
        return mark_exempt(paper, exempt, self._descriptions)

    def _lacks_words(self) -> bool:
        """Whether something is not said at all, which takes no long sentence to tell."""
        words = {
            Access.PUBLIC: self.opened_by.text(),
            Access.CONFIDENTIAL: self.basis.text(),
            Access.EXEMPT: self.reason.toPlainText(),
        }
        ticked = any(item.checkState() is Qt.CheckState.Checked for item in self._items())
        unticked = self._chosen is Access.EXEMPT and not ticked
        return unticked or not words[self._chosen].strip()

    def _items(self) -> list[QListWidgetItem]:
        return [self.paragraphs.item(place) for place in range(self.paragraphs.count())]
