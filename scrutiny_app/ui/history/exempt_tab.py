"""The register of what is not for publication; the reviews that are due stand first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel
from typing_extensions import override

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.exempt_register import RegisterEntry, Review
from scrutiny_app.domain.municipal_year import assumed_year
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.paper import Access
from scrutiny_app.domain.wording import DAY_DATE, listed, long_date
from scrutiny_app.jobs.prepare_exemption_report import prepare_exemption_report
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.history.history_tab import HistoryTab
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.empty_state import EmptyState, button_for
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.file_dialogs import choose_new_file
from scrutiny_app.ui.widgets.record_table import Column, Order, RecordTable, Rows
from scrutiny_app.ui.widgets.row_menu import row_menu

_REVIEWS = (Review.OVERDUE, Review.AHEAD, Review.NO_DAY, Review.NOT_NEEDED)


class ExemptTab(HistoryTab):
    """Enter leads to the paper in its meeting; the report of a year is saved as PDF or Word."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._entries: Sequence[RegisterEntry] = ()
        self.table: RecordTable = RecordTable(
            self.theme,
            "Papers that are not for publication",
            (
                Column("Paper", _title, below=_meeting),
                Column("Why", _why, width=380),
                Column("Review", self._review, width=250, tone=self._review_tone),
            ),
            Rows(lambda: len(self._entries), self._some),
        )
        self.table.opened.connect(self._open)
        row_menu(self.table, (), opens="Go to the paper")
        self.year = ChoiceField([("All years", "")])
        self.year.setAccessibleName("Municipal year")
        self.year.chosen.connect(lambda _year: self.refresh())
        self.report = new_action(
            self,
            "Save the &report\N{HORIZONTAL ELLIPSIS}",
            "file-text",
            tells="The report on exemptions of this year, as PDF or Word document",
        )
        self.report.triggered.connect(self._choose)
        self.actions_ = (self.report,)
        self._count = QLabel()
        self._count.setProperty("look", "muted")
        self._card = Card(self.theme)
        fill(self._card, self.table)
        self._empty = EmptyState(
            self.theme,
            "eye-off",
            "Nothing is withheld",
            "Papers that are marked exempt or confidential stand here with the reason and the day "
            "on which that is looked at again.",
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._count, 1)
        row.addWidget(self.year)
        row.addWidget(button_for(self.report))
        self.column.addLayout(row)
        self.column.addWidget(self._card, 1)
        self.column.addWidget(self._empty, 1)

    @property
    def today(self) -> date:
        """The day in the United Kingdom."""
        return local_moment(self.session.now()).date()

    @override
    def refresh(self) -> None:
        every = self.session.store.papers.register()
        years = sorted({_year(one) for one in every}, reverse=True)
        self.year.offer([("All years", ""), *((year, year) for year in years)])
        wanted = str(self.year.currentData() or "")
        self._entries = sorted(
            (one for one in every if wanted in ("", _year(one))), key=self._pressing
        )
        late = sum(one.review(self.today) is Review.OVERDUE for one in self._entries)
        self._count.setText(
            f"{_papers(len(self._entries))} on the register, {late} overdue for review"
        )
        self.report.setEnabled(bool(every))
        self._card.setVisible(bool(self._entries))
        self._empty.setVisible(not self._entries)
        self.table.read_again()

    @override
    def take_focus(self) -> None:
        self.table.setFocus()
        if self.table.current() is None and self._entries:
            self.table.selectRow(0)

    def save_report(self, to: Path) -> None:
        """Have the report drawn by the child."""
        try:
            order = prepare_exemption_report(
                self.session.store, self.session.now(), year=str(self.year.currentData() or "")
            )
        except ScrutinyError as error:
            self.page.strip.say(str(error))
            return
        self.page.around.jobs.run(
            Work(
                "Draw the report on exemptions",
                Job("make_exemption_report", (order, to)),
                done=lambda _pages: self.page.told.emit(f"{to.name} is written"),
                refused=self.page.strip.say,
            )
        )

    def _choose(self) -> None:
        year = str(self.year.currentData() or "").replace("/", "-")
        name = " ".join(part for part in ("Exempt papers", year) if part)
        choose_new_file(
            self,
            "Save the report on exemptions",
            self.save_report,
            suggested=self.session.folder.parent / f"{name}.pdf",
            kinds="PDF (*.pdf);;Word document (*.docx)",
        )

    def _some(self, _order: Order, first: int, most: int) -> Sequence[RegisterEntry]:
        return self._entries[first : first + most]

    def _pressing(self, entry: RegisterEntry) -> tuple[int, date]:
        return _REVIEWS.index(entry.review(self.today)), entry.review_on or entry.held_on

    def _review(self, entry: RegisterEntry) -> str:
        day = long_date(entry.review_on, DAY_DATE) if entry.review_on else ""
        return {
            Review.OVERDUE: f"Overdue since {day}",
            Review.AHEAD: f"On {day}",
            Review.NO_DAY: "No day is set",
            Review.NOT_NEEDED: "Not needed",
        }[entry.review(self.today)]

    def _review_tone(self, entry: RegisterEntry) -> Tone:
        return {
            Review.OVERDUE: Tone.BAD,
            Review.AHEAD: Tone.ACCENT,
            Review.NO_DAY: Tone.WARN,
            Review.NOT_NEEDED: Tone.PLAIN,
        }[entry.review(self.today)]

    def _open(self, entry: object) -> None:
        if isinstance(entry, RegisterEntry) and entry.meeting and entry.paper:
            self.page.wants.emit(Place(Room.MEETING, entry.meeting, "agenda", entry.paper))


def _year(entry: RegisterEntry) -> str:
    return entry.municipal_year or assumed_year(entry.held_on).label


def _papers(number: int) -> str:
    return "1 paper" if number == 1 else f"{number} papers"


def _title(entry: RegisterEntry) -> str:
    return entry.title


def _meeting(entry: RegisterEntry) -> str:
    return f"{long_date(entry.held_on, DAY_DATE)}, {entry.committee}"


def _why(entry: RegisterEntry) -> str:
    if entry.access is Access.PUBLIC:
        return f"Open now: {entry.made_public_by}"
    if entry.access is Access.CONFIDENTIAL:
        return f"Confidential: {entry.reason}"
    word = "Paragraph" if len(entry.paragraphs) == 1 else "Paragraphs"
    return f"{word} {listed(entry.paragraphs)}: {entry.reason}"
