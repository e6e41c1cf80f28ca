"""What was issued and every file that was built, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.issue import Issue
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.domain.wording import DAY_DATE, clock_time, long_date
from scrutiny_app.ui.pack_folder import short_name
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_MOST_PROBLEMS = 12


class IssuesCard(Card):
    """The agenda and its supplements, as they came out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Issued")
        self.list = StatusList(theme, "What was issued")
        self.body.addWidget(self.list)

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show what came out, the agenda first."""
        self.setVisible(bool(issues))
        self.list.show_lines([_issue_line(one) for one in issues])


class ReceiptsCard(Card):
    """The files, and what the officer was told of the one that is selected.

    ``opened`` carries the receipt of the file to read, ``sought`` of the one whose folder to show.
    """

    opened = Signal(object)
    sought = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Files built")
        self._receipts: list[PackReceipt] = []
        columns: list[Column[PackReceipt]] = [
            Column("File", lambda one: short_name(one.file_name), below=_when),
            Column("Edition", _edition, width=74),
            Column("Pages", lambda one: str(one.pages), width=60, right=True),
        ]
        self.table = RecordTable(
            theme,
            "Files built",
            columns,
            Rows(
                lambda: len(self._receipts),
                lambda _order, start, most: self._receipts[start : start + most],
            ),
        )
        self.table.setMinimumHeight(theme.length(150))
        self.problems = StatusList(theme, "What was said of this file")
        fill(self, self.table)
        self.body.addWidget(self.problems)
        self.problems.setContentsMargins(12, 4, 12, 6)
        self.table.picked.connect(self._pick)
        self.table.opened.connect(self.opened)
        self.show_folder = new_action(
            self,
            "Show in its folder",
            "folder-open",
            tells="Shows where the chosen file lies, to send it or to print it elsewhere",
        )
        self.show_folder.triggered.connect(lambda: self.sought.emit(self.table.current()))
        self.add_tools(self.show_folder)
        row_menu(self.table, (self.show_folder,), opens="Open in the reader")
        self.table.setToolTip("Enter or a double click opens the file in the reader")

    def show_receipts(self, receipts: Sequence[PackReceipt]) -> None:
        """Show the files of a meeting, newest first."""
        self._receipts = sorted(receipts, key=lambda one: one.built_at, reverse=True)
        self.table.read_again()
        self.say("" if receipts else "none yet")
        self.show_folder.setEnabled(bool(receipts))
        if not receipts:
            self.problems.show_lines([])

    def _pick(self, receipt: object) -> None:
        if not isinstance(receipt, PackReceipt):
            return
        shown = receipt.problems[:_MOST_PROBLEMS]
        lines = [StatusLine(State.WARNING, one) for one in shown]
        if len(receipt.problems) > len(shown):
            more = len(receipt.problems) - len(shown)
            lines.append(StatusLine(State.NOTE, f"And {more} more of the kind"))
        self.problems.show_lines(lines or [StatusLine(State.DONE, "Nothing stands against it")])


def _issue_line(issue: Issue) -> StatusLine:
    name = "Agenda" if issue.number == 1 else f"Supplement {issue.number - 1}"
    local = local_moment(issue.published_at)
    when = f"{clock_time(local.time())} on {long_date(local.date())}"
    notice = f"{issue.notice.clear_days} clear days, {issue.notice.needed} needed"
    return StatusLine(
        State.DONE, f"{name}, {when}", f"{notice}; numbers up to {issue.last_page} are taken"
    )


def _edition(receipt: PackReceipt) -> str:
    return "Public" if receipt.edition is Edition.PUBLIC else "Full"


def _when(receipt: PackReceipt) -> str:
    local = local_moment(receipt.built_at)
    return f"Built {long_date(local.date(), DAY_DATE)}, {clock_time(local.time())}"
