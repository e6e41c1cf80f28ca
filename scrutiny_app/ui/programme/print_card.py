"""Printing the programme: by itself in three formats, or as an agenda item's papers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.report_record import ReportRecord
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.jobs.programme.prepare_programme import prepare_programme
from scrutiny_app.jobs.programme.write_programme_report import write_programme_report
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.rulebook.prioritisation_methods import prioritisation_methods
from scrutiny_app.store.store import Store
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.programme.asking_card import AskingCard
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field
from scrutiny_app.ui.widgets.file_dialogs import choose_folder, choose_new_file
from scrutiny_app.ui.widgets.form import field_row

_KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}
_OVER = (Standing.CANCELLED, Standing.MOVED, Standing.HELD)


class PrintCard(AskingCard):
    """Put away as soon as the child has its order."""

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__(desk.theme, "Print the programme")
        self._desk = desk
        self.moves = QCheckBox("Moves and their reasons")
        self.waiting = QCheckBox("What is to be scheduled or parked")
        self.turned_down = QCheckBox("What was not taken in, and why")
        self.pdf = self._writes("As &PDF\N{HORIZONTAL ELLIPSIS}", ".pdf")
        self.word = self._writes("As &Word\N{HORIZONTAL ELLIPSIS}", ".docx")
        self.excel = self._writes("As E&xcel\N{HORIZONTAL ELLIPSIS}", ".xlsx")
        self.meeting = ChoiceField()
        self.method = ChoiceField([(one.name, one.key) for one in prioritisation_methods()])
        self.method.show_value("gates")
        self.report = new_action(
            self,
            "Write covering report and papers\N{HORIZONTAL ELLIPSIS}",
            tells="Puts the item on that agenda and draws its three papers into a folder",
        )
        self._place()
        self.report.triggered.connect(
            lambda: choose_folder(self, "Where the papers go", self.write_papers)
        )

    def _writes(self, name: str, ending: str) -> QAction:
        action = new_action(self, name)
        action.triggered.connect(lambda: self._choose(ending))
        return action

    def _place(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(14)
        for box in (self.moves, self.waiting, self.turned_down):
            box.setAccessibleName(box.text())
            box.setChecked(box is not self.turned_down)
            ticks.addWidget(box)
        ticks.addStretch(1)
        buttons = QHBoxLayout()
        for place, action in enumerate((self.pdf, self.word, self.excel)):
            buttons.addWidget(button_for(action, first=not place))
        buttons.addStretch(1)
        buttons.addWidget(button_for(self.leave))
        self.body.addLayout(ticks)
        self.body.addLayout(buttons)
        below = field_row(
            [
                Field("Or as an item of the agenda of", self.meeting),
                Field("With the process", self.method),
            ]
        )
        below.addWidget(button_for(self.report), 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(below)

    def begin(self) -> None:
        """Offer to print."""
        store, today = self._desk.session.store, self._desk.today
        coming = [
            meeting
            for meeting in store.meetings.of(self._desk.committee)
            if meeting.held_on >= today and meeting.standing not in _OVER
        ]
        coming.sort(key=lambda meeting: meeting.held_on)
        self.meeting.offer([(long_date(one.held_on, DAY_DATE), one.id) for one in coming])
        self.report.setEnabled(bool(coming) and self._desk.may_write)
        self.show()
        self.moves.setFocus()

    def _choose(self, ending: str) -> None:
        order = prepare_programme(self._desk.session.store, self._desk.programme.id)
        name = f"{order.title}{ending}".replace("/", "-")
        title = "Print the work programme"
        choose_new_file(self, title, self.write, suggested=name, kinds=_KINDS[ending])

    def write(self, file: Path) -> None:
        """Write the programme as a file, in the child."""
        order = replace(
            prepare_programme(self._desk.session.store, self._desk.programme.id),
            moves=self.moves.isChecked(),
            waiting=self.waiting.isChecked(),
            turned_down=self.turned_down.isChecked(),
        )
        job = Job("make_programme", (order, file))
        self._run(f"Print {order.title}", job, f"{file.name} is written")

    def write_papers(self, folder: Path) -> None:
        """Put the item with its covering report on the agenda, and draw its papers, in the child.

        Then the agenda is shown, for the papers to be dropped there.
        """
        desk, meeting = self._desk, MeetingId(str(self.meeting.currentData()))
        key, written = desk.programme.id, list[ReportRecord]()

        def write(store: Store) -> None:
            written.append(write_programme_report(store, meeting, key, at=desk.session.now()))

        if not desk.run(write, "Write the covering report"):
            return
        order = prepare_programme(desk.session.store, key)
        asked = (written[0], order, str(self.method.currentData()), folder)
        self._run(
            "Draw the papers of the work programme",
            Job("make_programme_papers", asked),
            f"Three papers are in {folder.name}; drop them on the item",
        )
        desk.go(Place(Room.MEETING, meeting, "agenda", written[0].item or ""))

    def _run(self, title: str, job: Job, done: str) -> None:
        desk = self._desk
        desk.around.jobs.run(
            Work(
                title,
                job,
                done=lambda _result: desk.tell(done),
                refused=desk.page.strip.say,
            )
        )
        self.left.emit()
