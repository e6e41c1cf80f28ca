"""Printing the programme: what goes into it, and as which kind of file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from scrutiny_app.jobs.prepare_programme import prepare_programme
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.rulebook.prioritisation_methods import prioritisation_methods
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field
from scrutiny_app.ui.widgets.file_dialogs import choose_new_file

_KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}


class PrintCard(Card):
    """``left`` follows when it was printed, or closed."""

    left = Signal()

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__(desk.theme, "Print the programme")
        self._desk = desk
        self.moves = QCheckBox("Moves and their reasons")
        self.waiting = QCheckBox("What is to be scheduled or parked")
        self.turned_down = QCheckBox("What was not taken in, and why")
        self.pdf = self._writes("As &PDF\N{HORIZONTAL ELLIPSIS}", ".pdf")
        self.word = self._writes("As &Word\N{HORIZONTAL ELLIPSIS}", ".docx")
        self.excel = self._writes("As E&xcel\N{HORIZONTAL ELLIPSIS}", ".xlsx")
        self.method = ChoiceField([(one.name, one.key) for one in prioritisation_methods()])
        self.method.show_value("gates")
        self.process = new_action(self, "Print how topics are chosen\N{HORIZONTAL ELLIPSIS}")
        self.process.triggered.connect(self._choose_process)
        self.leave = new_action(self, "Close")
        self.leave.triggered.connect(self.left)
        self._place()
        self.hide()

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
        for place, action in enumerate((self.pdf, self.word, self.excel)):
            ticks.addWidget(button_for(action, first=not place))
        self.body.addLayout(ticks)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(Field("The process, as a picture and in words", self.method))
        below.addWidget(button_for(self.process), 0, Qt.AlignmentFlag.AlignBottom)
        below.addStretch(1)
        below.addWidget(button_for(self.leave), 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(below)

    def begin(self) -> None:
        """Offer to print."""
        self.show()
        self.moves.setFocus()

    def _choose(self, ending: str) -> None:
        order = prepare_programme(self._desk.session.store, self._desk.programme.id)
        name = f"{order.title}{ending}".replace("/", "-")
        choose_new_file(
            self,
            "Print the work programme",
            self.write,
            suggested=name,
            kinds=_KINDS[ending],
        )

    def write(self, file: Path) -> None:
        """Write the programme as a file, in the child."""
        order = replace(
            prepare_programme(self._desk.session.store, self._desk.programme.id),
            moves=self.moves.isChecked(),
            waiting=self.waiting.isChecked(),
            turned_down=self.turned_down.isChecked(),
        )
        self._run(f"Print {order.title}", Job("make_programme", (order, file)), file)

    def _choose_process(self) -> None:
        choose_new_file(
            self,
            "Print how topics are chosen",
            self.write_process,
            suggested=f"How topics are chosen, {self.method.currentText()}.pdf",
            kinds=f"{_KINDS['.pdf']};;{_KINDS['.docx']}",
        )

    def write_process(self, file: Path) -> None:
        """Write the chosen way of choosing topics as a file, in the child."""
        order = prepare_programme(self._desk.session.store, self._desk.programme.id)
        asked = (str(self.method.currentData()), order.council, order.house_style, file)
        self._run("Print how topics are chosen", Job("make_process", asked), file)

    def _run(self, title: str, job: Job, file: Path) -> None:
        page = self._desk.page
        self._desk.around.jobs.run(
            Work(
                title,
                job,
                done=lambda _pages: self._desk.tell(f"{file.name} is written"),
                refused=page.strip.say,
            )
        )
        self.left.emit()
