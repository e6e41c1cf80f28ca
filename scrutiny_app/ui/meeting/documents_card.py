"""Documents of a meeting by themselves: the front sheet and the minutes, as PDF or for Word."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.jobs.packs.agenda_order import agenda_order
from scrutiny_app.jobs.prepare_minutes import prepare_minutes
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.pack_files import PackFiles
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
        self.agenda.triggered.connect(lambda: self._choose("agenda"))
        self.minutes.triggered.connect(lambda: self._choose("minutes"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (action, told) in enumerate(
            (
                (self.agenda, "The front sheet with its page ranges, as PDF or for Word."),
                (self.minutes, "As they are noted, or their template before the meeting."),
            )
        ):
            words = QLabel(told, wordWrap=True)
            words.setProperty("look", "muted")
            grid.addWidget(button_for(action), row, 0)
            grid.addWidget(words, row, 1)
        self.body.addLayout(grid)

    def show_agenda(self, agenda: Agenda) -> None:
        """Offer what can be written."""
        for action in (self.agenda, self.minutes):
            action.setEnabled(bool(agenda.items))

    def write(self, what: str, file: Path) -> None:
        """Write the agenda or the minutes as a .pdf or a .docx."""
        desk = self._desk
        meeting = desk.agenda.meeting.id

        def asked() -> None:
            store = desk.session.store
            job = (
                Job("make_agenda", (agenda_order(store, meeting), file))
                if what == "agenda"
                else Job("make_minutes", (prepare_minutes(store, meeting), file))
            )
            desk.around.jobs.run(
                Work(f"Write the {what}", job, done=partial(self._done, file), refused=desk.say)
            )

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

    def _done(self, file: Path, _result: object) -> None:
        self._desk.tell(f"Written: {file}")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
