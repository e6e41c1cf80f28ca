"""The fields of a paper, below the agenda; each is written as it is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from scrutiny_app.domain.agenda_editing import amend_paper
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.paper import Paper, PaperKind, PaperVersion
from scrutiny_app.domain.wording import DAY_DATE, clock_time, long_date
from scrutiny_app.ui.meeting.access_editor import AccessEditor
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.folding_row import FoldingRow
from scrutiny_app.ui.widgets.typing_in import forget_typing

_KINDS: tuple[tuple[str, PaperKind], ...] = (
    ("Report", PaperKind.REPORT),
    ("Covering report", PaperKind.COVERING_REPORT),
    ("Appendix", PaperKind.APPENDIX),
    ("Briefing note", PaperKind.BRIEFING_NOTE),
    ("Minutes", PaperKind.MINUTES),
    ("Other", PaperKind.OTHER),
)
_NOBODY = Paper(PaperId(""), "")
_MORE = "\N{HORIZONTAL ELLIPSIS}"


class PaperEditor(QWidget):
    """Shows one paper. ``wants_file`` asks for another file for it."""

    wants_file = Signal()

    def __init__(self, theme: Theme, changes: AgendaChanges) -> None:
        super().__init__()
        self._changes = changes
        self._number, self._paper = "", _NOBODY
        self.title = LineField(placeholder="What the agenda lists")
        self.author = LineField(placeholder="Names, or the service")
        self.kind = ChoiceField(_KINDS)
        self.access = AccessEditor(theme, changes)
        self.draft = QCheckBox("&Draft: the final file is still to come")
        self.file_action: QAction = new_action(
            self, f"Choose its fi&le{_MORE}", "file-up", tells="A new version; the old one is kept"
        )
        self.file_action.triggered.connect(self.wants_file)
        self.warnings = QLabel(wordWrap=True)
        self.warnings.setProperty("look", "small")
        self.versions = QLabel(wordWrap=True)
        self.versions.setProperty("look", "small")
        self.setFocusProxy(self.title)
        self._lay_out(theme)
        self._connect()

    def show_paper(
        self,
        number: str,
        paper: Paper,
        versions: Sequence[PaperVersion],
        descriptions: Mapping[int, str],
        *,
        read_only: bool,
    ) -> None:
        """Show a paper as it stands; ``versions`` are its files, the newest first."""
        if paper.id != self._paper.id:
            self.settle()
            forget_typing(self)
        self._number, self._paper = number, paper
        self.title.show_text(paper.title)
        self.author.show_text(paper.author)
        self.kind.show_value(paper.kind)
        self.draft.setChecked(paper.draft)
        self.draft.setVisible(paper.version is not None)
        self.access.show_paper(number, paper, descriptions, read_only=read_only)
        warnings = paper.version.facts.warnings if paper.version else ()
        self.warnings.setText("\n".join(warnings))
        self.warnings.setVisible(bool(warnings))
        self.versions.setText("\n".join(_versions(paper, versions)))
        self.setEnabled(not read_only)

    def settle(self) -> None:
        """Write what is being typed."""
        self.title.settle()
        self.author.settle()
        self.access.settle()

    def _lay_out(self, theme: Theme) -> None:
        self._title_field = Field("&Title", self.title, "What the agenda lists it by")
        self.access_field = Field("&Access", self.access.choice, "Who may read it")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._title_field)
        whole.addWidget(
            FoldingRow(
                theme,
                (Field("A&uthor", self.author, "Who wrote it"), 5),
                (Field("&Kind", self.kind, "What sort of document it is"), 3),
                (self.access_field, 5),
            )
        )
        whole.addWidget(self.access)
        whole.addWidget(self.warnings)
        whole.addWidget(FoldingRow(theme, (self.draft, 1), (button_for(self.file_action), 0)))
        whole.addWidget(self.versions)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.title.settled.connect(self._amend)
        self.author.settled.connect(self._amend)
        self.kind.chosen.connect(self._amend)
        self.draft.clicked.connect(self._amend)

    def _amend(self) -> None:
        before, title = self._paper, self.title.text().strip()
        self._title_field.problem("" if title else "A paper needs a title to be listed by.")
        if not title or before is _NOBODY:
            return
        after = replace(
            before,
            title=title,
            author=self.author.text().strip(),
            kind=PaperKind(str(self.kind.currentData())),
            draft=self.draft.isChecked(),
        )
        if after != before:
            name = f"Paper {self._number}: change the {_changed(before, after)}"
            self._changes.make(name, lambda agenda: amend_paper(agenda, after), joins=True)


def _changed(before: Paper, after: Paper) -> str:
    names = {
        "title": before.title != after.title,
        "author": before.author != after.author,
        "kind": before.kind != after.kind,
    }
    return next((name for name, was in names.items() if was), "draft mark")


def _versions(paper: Paper, versions: Sequence[PaperVersion]) -> list[str]:
    """Return a line for each file of a paper, the one in force first."""
    if paper.version is None and not versions:
        return ["To follow: its file has not come yet."]
    lines = []
    for one in versions:
        local = local_moment(one.filed_at)
        when = f"{long_date(local.date(), DAY_DATE)}, {clock_time(local.time())}"
        pages = one.facts.page_count
        held = "attachment" if one.facts.attachment else f"{pages} page{'s' if pages != 1 else ''}"
        now = "" if one == paper.version else "Before: "
        lines.append(f"{now}{one.file_name} \N{MIDDLE DOT} {held} \N{MIDDLE DOT} {when}")
    return lines
