"""Whether the workspace is sound, and the backups that were made of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.store.backup_log import BackupLine
from scrutiny_app.ui.history.history_tab import HistoryTab, moment_words
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Chip, Tone
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.form import scrolled
from scrutiny_app.ui.widgets.lead_list import Lead, LeadList

_WORDS = {
    Severity.PROBLEM: ("Problem", Tone.BAD),
    Severity.WARNING: ("Warning", Tone.WARN),
    Severity.NOTE: ("Note", Tone.PLAIN),
}
_UNCHECKED = (
    "The check reads every file of the workspace and compares it with what was recorded. It "
    "changes nothing, and you can go on working meanwhile."
)
_SOUND = "The workspace holds everything it recorded, unaltered."
_COPY = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class SafetyTab(HistoryTab):
    """The check at the left, the backups at the right."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.check = new_action(self, "&Check the workspace", "shield-check")
        self.check.triggered.connect(self._check)
        self.actions_ = (self.check,)
        self.sentence = QLabel(_UNCHECKED, wordWrap=True)
        self.sentence.setProperty("look", "muted")
        self.findings = QVBoxLayout()
        self.findings.setSpacing(10)
        self.backups = LeadList(self.theme, "Backups, the newest first")
        self._none = QLabel(wordWrap=True)
        self._none.setProperty("look", "muted")
        check, backups = Card(self.theme, "Check"), Card(self.theme, "Backups")
        check.body.addWidget(self.sentence)
        self.button = button_for(self.check)
        check.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        check.body.addLayout(self.findings)
        for widget in (self.backups, self._none):
            backups.body.addWidget(widget)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in (check, backups):
            row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        scroll = scrolled(inside)
        self.column.addWidget(scroll, 1)

    @override
    def refresh(self) -> None:
        backups = self.session.store.backups()
        self.backups.show_leads([self._lead(one) for one in backups])
        self.backups.setVisible(bool(backups))
        advice = "Ctrl+Shift+B writes one; File, Restore a backup brings one back."
        self._none.setText(advice if backups else f"No backup was made yet. {advice}")

    @override
    def take_focus(self) -> None:
        self.button.setFocus()

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.sentence.setText("Every file is being read\N{HORIZONTAL ELLIPSIS}")
        self._clear()
        self.page.around.jobs.run(
            Work(
                "Check the workspace",
                Job("check_workspace", (self.session.folder,)),
                done=self._checked,
                refused=self._refused,
                stopped=lambda: self._refused("The check was stopped."),
            )
        )

    def _checked(self, findings: object) -> None:
        found = [one for one in _each(findings) if isinstance(one, Finding)]
        self.check.setEnabled(True)
        count = "1 thing was found." if len(found) == 1 else f"{len(found)} things were found."
        self.sentence.setText(count if found else _SOUND)
        self.page.told.emit(self.sentence.text())
        for one in found:
            self.findings.addWidget(self._finding(one))

    def _refused(self, sentence: str) -> None:
        self.check.setEnabled(True)
        self.sentence.setText(sentence)

    def _finding(self, finding: Finding) -> QWidget:
        word, tone = _WORDS[finding.severity]
        message = QLabel(finding.message, wordWrap=True, textInteractionFlags=_COPY)
        message.setAccessibleName(f"{word}: {finding.message}")
        where = QLabel(finding.where, wordWrap=True, textInteractionFlags=_COPY)
        where.setProperty("look", "small")
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (Chip(self.theme, word, tone), message, where):
            column.addWidget(widget)
        return shown

    def _clear(self) -> None:
        while (entry := self.findings.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.deleteLater()

    def _lead(self, backup: BackupLine) -> Lead:
        there = backup.file.is_file()
        return Lead(
            "archive",
            backup.file.name,
            f"{moment_words(backup.made_at, self.session.now())}, by {backup.made_by}, "
            f"in {backup.file.parent}",
            "In its place" if there else "Not found there",
            Tone.GOOD if there else Tone.PLAIN,
        )


def _each(findings: object) -> Sequence[object]:
    return findings if isinstance(findings, tuple) else ()
