"""Every step that was done, the newest first, and what it changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.change_words import change_sentences
from scrutiny_app.domain.history import Step
from scrutiny_app.ui.history.history_tab import HistoryTab, moment_words
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.chip import Chip, Tone
from scrutiny_app.ui.widgets.empty_state import EmptyState, button_for
from scrutiny_app.ui.widgets.form import scrolled
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows

_SHARES = [720, 340]
_COPY = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class StepsTab(HistoryTab):
    """The list at the left, the step that is selected at the right."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        store = self.session.store
        self.undo = new_action(self, "&Take back", "undo-2", tells="Take the newest step back")
        self.redo = new_action(self, "&Do again", "redo-2", tells="Do again what was taken back")
        self.undo.triggered.connect(lambda: page.attempt(self.session.undo))
        self.redo.triggered.connect(lambda: page.attempt(self.session.redo))
        self.actions_ = (self.undo, self.redo)
        self.table: RecordTable = RecordTable(
            self.theme,
            "Steps, the newest first",
            (
                Column("What", _name, below=self._when_and_who, faint=_is_over),
                Column("How it stands", _standing, width=170, tone=_tone),
            ),
            Rows(store.count_steps, lambda _order, first, most: store.some_steps(first, most)),
        )
        self.table.known_by(lambda one: one.number if isinstance(one, Step) else one)
        self.table.picked.connect(self._show)
        self._empty = EmptyState(
            self.theme,
            "rotate-ccw-clock",
            "Nothing has been done yet",
            "Every change stands here with its name, who made it and when, and can be taken back.",
        )
        self._lay_out()

    def _lay_out(self) -> None:
        listed = Card(self.theme)
        fill(listed, self.table)
        self._step = Card(self.theme, "Step")
        self._chip = Chip(self.theme)
        self._name = _label("heading")
        self._about = _label("muted")
        self._changes = _label("")
        self._changes.setTextInteractionFlags(_COPY)
        self._changes.setAccessibleName("What it changed")
        self._step.head.addWidget(self._chip)
        for widget in (self._name, self._about, self._changes):
            self._step.body.addWidget(widget)
        self._step.body.addStretch(1)
        newest = Card(self.theme, "Newest step")
        self._undo_words, self._redo_words = _label("muted"), _label("muted")
        for words, action in ((self._undo_words, self.undo), (self._redo_words, self.redo)):
            newest.body.addWidget(words)
            newest.body.addWidget(button_for(action), 0, Qt.AlignmentFlag.AlignLeft)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._step, 1)
        column.addWidget(newest)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        self._split.addWidget(listed)
        self._split.addWidget(scrolled(side))
        self._split.setSizes(_SHARES)
        self.column.addWidget(self._split, 1)
        self.column.addWidget(self._empty, 1)

    @override
    def refresh(self) -> None:
        store = self.session.store
        any_steps = bool(store.count_steps())
        self._split.setVisible(any_steps)
        self._empty.setVisible(not any_steps)
        self.table.read_again()
        if any_steps and self.table.current() is None:
            self.table.selectRow(0)
        for action, words, name, none in (
            (self.undo, self._undo_words, store.next_undo, "Nothing can be taken back"),
            (self.redo, self._redo_words, store.next_redo, "Nothing was taken back last"),
        ):
            action.setEnabled(bool(name) and not store.read_only)
            words.setText(name or none)

    @override
    def take_focus(self) -> None:
        self.table.setFocus()

    def _show(self, step: object) -> None:
        if not isinstance(step, Step):
            return
        self._name.setText(_name(step))
        self._about.setText(self._when_and_who(step))
        self._chip.show_word(_standing(step), _tone(step))
        lines = change_sentences(self.session.store.changes_of_step(step.number))
        self._changes.setText("\n".join(f"\N{BULLET} {line}" for line in lines) or _NO_RECORDS)

    def _when_and_who(self, step: Step) -> str:
        return f"{moment_words(step.at, self.session.now())}, by {step.who}"


_NO_RECORDS = "No record was changed by it."


def _name(step: Step) -> str:
    return step.name


def _is_over(step: Step) -> bool:
    return step.undone or step.of is not None


def _standing(step: Step) -> str:
    """Say how a step stands; one that took another back is done with."""
    if step.of is not None:
        return ""
    if step.undone:
        return "Taken back"
    return "" if step.undoable else "Cannot be undone"


def _tone(step: Step) -> Tone:
    return Tone.WARN if step.undone else Tone.SPECIAL


def _label(look: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
