"""Minutes: the items with their numbers, and what is noted of the one selected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.house_style import MinutesWords
from scrutiny_app.domain.minutes.minutes import Attendance, Minute
from scrutiny_app.domain.minutes.noted_minutes import NotedMinute
from scrutiny_app.jobs.prepare_minutes import prepare_minutes
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.minutes.minute_editor import MinuteEditor
from scrutiny_app.ui.meeting.minutes.noting import Noting, note_minute, read_noting
from scrutiny_app.ui.meeting.pack_files import PackFiles
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.empty_state import EmptyState, button_for
from scrutiny_app.ui.widgets.file_dialogs import choose_new_file
from scrutiny_app.ui.widgets.form import form_column
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows
from scrutiny_app.ui.widgets.side_by_side import SideBySide
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_MORE = "\N{HORIZONTAL ELLIPSIS}"
_KINDS = "PDF (*.pdf);;Word (*.docx)"
_LEAST_TITLE = 150
_TO_WRITE = "To write"
_UNWRITTEN = "Until then the document has the usual sentence there, or \N{HORIZONTAL ELLIPSIS}"
_LEAST_ITEMS = 230
_STATES = {
    Severity.PROBLEM: State.PROBLEM,
    Severity.WARNING: State.WARNING,
    Severity.NOTE: State.NOTE,
}
_DENIED = (
    "The minute says that none were received, yet a member is noted as absent with apologies. "
    "Empty it, and the minutes name them."
)


def _denies_apologies(noting: Noting, words: MinutesWords) -> bool:
    """Whether the usual sentence was written before the roll told of an apology."""
    outline = noting.outline
    usual = dict(words.item_texts).get(ItemKind.APOLOGIES.value, "").strip()
    sent = any(one.attendance is Attendance.ABSENT_APOLOGIES for one in outline.attendance)
    about = [one.item.id for one in outline.minutes if one.item.kind is ItemKind.APOLOGIES]
    return bool(usual) and sent and any(noting.minute(one).text == usual for one in about)


class MinutesTab(MeetingTab):
    """Ctrl+Down and Ctrl+Up go from item to item without leaving the keyboard."""

    help_topic = "minutes"

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self._noting: Noting | None = None
        self._minutes: Sequence[Minute] = ()
        self.editor = MinuteEditor(self.theme)
        self.editor.settled.connect(self._note)
        self.table = self._table()
        self.checks = StatusList(self.theme, "What the checks say")
        self.full = QCheckBox("With what is not for publication")
        self.write = new_action(
            self,
            f"&Write the minutes{_MORE}",
            "file-output",
            keys="Ctrl+Shift+E",
            tells="As a PDF or a Word document; before anything is noted, the template",
        )
        self.write.triggered.connect(self._choose)
        self._next = self._step("Next item", "Ctrl+Down", 1)
        self._last = self._step("Previous item", "Ctrl+Up", -1)
        self.empty = EmptyState(
            self.theme,
            "list-ordered",
            "There is nothing on the agenda",
            "Minutes have one number for every item. Add items under Agenda first.",
        )
        self._place()

    def _place(self) -> None:
        items = Card(self.theme, "Items")
        fill(items, self.table)
        self._items = items
        checks = Card(self.theme, "Checks")
        checks.body.addWidget(self.checks)
        files = Card(self.theme, "As a document")
        files.body.addWidget(self.full)
        files.body.addWidget(button_for(self.write), 0, Qt.AlignmentFlag.AlignLeft)
        beside = SideBySide(self.theme, self.editor, form_column(checks, files), 300)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.addWidget(items)
        self.parts.addWidget(beside)
        self.theme.changed.connect(self._measure)
        self._measure()
        self.parts.setSizes([330, 872])
        self.parts.setStretchFactor(1, 1)
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(12)
        row = QHBoxLayout()
        row.addWidget(self.parts)
        row.addWidget(self.empty)
        self.body.addLayout(row, 1)

    def _measure(self) -> None:
        self._items.setMinimumWidth(self.theme.length(_LEAST_ITEMS))

    @override
    def show_agenda(self, agenda: Agenda) -> None:
        self._noting = noting = read_noting(self.desk, agenda)
        self._minutes = noting.outline.minutes
        self.parts.setVisible(bool(agenda.items))
        self.empty.setVisible(not agenda.items)
        self.table.read_again()
        if self.table.current() is None and self._minutes:
            self.table.selectRow(0)
        self._show(self.table.current())

    @override
    def show_detail(self, detail: str) -> None:
        for row, minute in enumerate(self._minutes):
            if minute.item.id == detail:
                self.table.selectRow(row)

    @override
    def commands(self) -> Sequence[QAction]:
        return (self.write, self._next, self._last, *self.editor.commands())

    def write_minutes(self, to: Path) -> None:
        """Write the minutes as they stand into a file."""

        def prepare() -> None:
            order = prepare_minutes(
                self.session.store, self.desk.agenda.meeting.id, full=self.full.isChecked()
            )
            self.desk.around.jobs.run(
                Work(
                    "Write the minutes",
                    Job("make_minutes", (order, to)),
                    done=lambda _pages: self.desk.tell(f"{to.name} is written"),
                    refused=self.desk.say,
                )
            )

        self.settle()
        self.desk.attempt(prepare)

    def _table(self) -> RecordTable:
        columns: list[Column[Minute]] = [
            Column("No.", lambda one: str(one.number), width=46, right=True),
            Column("Item", lambda one: one.item.title),
            Column("", self._word, width=84, tone=self._tone, says=self._word, spare=True),
        ]
        table = RecordTable(
            self.theme,
            "Items to minute",
            columns,
            Rows(
                lambda: len(self._minutes),
                lambda _order, start, most: self._minutes[start : start + most],
            ),
        )
        table.least = _LEAST_TITLE
        table.known_by(lambda one: one.item.id if isinstance(one, Minute) else one)
        table.picked.connect(self._show)
        return table

    def _word(self, minute: Minute) -> str:
        if self._noting is None or self._noting.minute(minute.item.id) == NotedMinute():
            return _TO_WRITE
        return "Resolved" if minute.resolutions else "Noted"

    def _tone(self, minute: Minute) -> Tone:
        return {_TO_WRITE: Tone.PLAIN, "Noted": Tone.ACCENT, "Resolved": Tone.GOOD}[
            self._word(minute)
        ]

    def _show(self, minute: object) -> None:
        noting = self._noting
        if not isinstance(minute, Minute) or noting is None:
            return
        words = house_style(self.desk.agenda.council.house_style).minutes
        self.editor.show_item(
            minute.number, minute.item, noting, words, may=not self.session.read_only
        )
        lines = [noting.quorum_line(minute.item)]
        lines += [
            StatusLine(_STATES[one.severity], one.where[:1].upper() + one.where[1:], one.message)
            for one in noting.findings
        ]
        if _denies_apologies(noting, words):
            lines.append(StatusLine(State.WARNING, "Apologies", _DENIED))
        waiting = sum(1 for one in self._minutes if self._word(one) == _TO_WRITE)
        if waiting and noting.noted.begun:
            lines.append(StatusLine(State.NOTE, f"Items to write: {waiting}", _UNWRITTEN))
        elif len(lines) == 1:
            lines.append(StatusLine(State.DONE, "Nothing speaks against these minutes"))
        self.checks.show_lines(lines)

    def _note(self, item: AgendaItem, noted: NotedMinute) -> None:
        note_minute(self.desk, item, noted)

    def _step(self, name: str, keys: str, by: int) -> QAction:
        action = new_action(self, name, keys=keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

        def go() -> None:
            self.settle()
            row = self.table.currentIndex().row() + by
            self.table.selectRow(max(0, min(row, len(self._minutes) - 1)))

        action.triggered.connect(go)
        return action

    def _choose(self) -> None:
        files = PackFiles(self.desk.around.settings, self.session.folder)
        choose_new_file(
            self,
            "Where to write the minutes",
            self.write_minutes,
            suggested=files.document_of(self.desk.agenda, "minutes").with_suffix(".docx"),
            kinds=_KINDS,
        )
