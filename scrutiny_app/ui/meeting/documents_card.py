"""Documents of a meeting by themselves: the front sheet and the minutes, as PDF or for Word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.jobs.packs.agenda_order import agenda_order
from scrutiny_app.jobs.prepare_minutes import prepare_minutes
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.pack_files import PackFiles
from scrutiny_app.ui.printing.print_dialog import print_document
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.file_dialogs import choose_new_file

_MORE = "\N{HORIZONTAL ELLIPSIS}"
_KINDS = "PDF (*.pdf);;Word (*.docx)"


class DocumentsCard(Card):
    """Writes a document where the officer says; the ending of its name tells which sort."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk.theme, "Documents by themselves")
        self._desk = desk
        self._files = PackFiles(desk.around.settings, desk.session.folder)
        self.agenda = new_action(self, f"&Write the agenda{_MORE}", "file-text")
        self.minutes = new_action(self, f"Write the m&inutes{_MORE}", "file-text")
        self.print_agenda = new_action(self, f"Print the agenda{_MORE}", "printer")
        self.print_minutes = new_action(self, f"Print the minutes{_MORE}", "printer")
        self.printing: QDialog | None = None
        self.print_agenda.triggered.connect(lambda: self.print_("agenda"))
        self.print_minutes.triggered.connect(lambda: self.print_("minutes"))
        self.agenda.triggered.connect(lambda: self._choose("agenda"))
        self.minutes.triggered.connect(lambda: self._choose("minutes"))
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        agenda = "The front sheet with its page ranges, as PDF or for Word."
        minutes = "As they are noted, or their template before the meeting."
        for row, (write, print_, told) in enumerate(
            (
                (self.agenda, self.print_agenda, agenda),
                (self.minutes, self.print_minutes, minutes),
            )
        ):
            words = QLabel(told, wordWrap=True)
            words.setProperty("look", "muted")
            grid.addWidget(button_for(write), row, 0)
            grid.addWidget(button_for(print_), row, 1)
            grid.addWidget(words, row, 2)
        self.body.addLayout(grid)

    def show_agenda(self, agenda: Agenda) -> None:
        """Offer what can be written."""
        for action in (self.agenda, self.minutes, self.print_agenda, self.print_minutes):
            action.setEnabled(bool(agenda.items))

    def write(self, what: str, file: Path) -> None:
        """Write the agenda or the minutes as a .pdf or a .docx."""
        self._make(what, file, partial(self._done, file))

    def print_(self, what: str) -> None:
        """Draw the agenda or the minutes and show them in the print window."""
        # In the workspace, which sweeps the folder when it is opened: minutes may be private
        file = self._desk.session.store.staging / f"{what} to print.pdf"
        self._make(what, file, partial(self._show_printing, file))

    def _make(self, what: str, file: Path, done: Callable[[object], None]) -> None:
        desk = self._desk
        meeting = desk.agenda.meeting.id

        def asked() -> None:
            store = desk.session.store
            job = (
                Job("make_agenda", (agenda_order(store, meeting), file))
                if what == "agenda"
                else Job("make_minutes", (prepare_minutes(store, meeting), file))
            )
            desk.around.jobs.run(Work(f"Write the {what}", job, done=done, refused=desk.say))

        desk.attempt(asked)

    def _choose(self, what: str) -> None:
        suggested = self._files.document_of(self._desk.agenda, what)
        choose_new_file(
            self,
            f"Write the {what}",
            partial(self.write, what),
            suggested=suggested,
            kinds=_KINDS,
        )

    def _show_printing(self, file: Path, _result: object) -> None:
        self.printing = print_document(file, self._desk.theme, self)

    def _done(self, file: Path, _result: object) -> None:
        self._desk.tell(f"Written: {file}")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
