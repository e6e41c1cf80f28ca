"""Builds the pack of a meeting in the worker: one at a time, told as it goes, stopped at will."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.jobs.packs.pack_order import MadePack
from scrutiny_app.jobs.packs.prepare_pack import prepare_pack
from scrutiny_app.jobs.packs.record_pack import record_pack
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk

TITLE = "Build the pack"


class PackBuilder(QObject):
    """``began``, ``moved`` (a stage, how many of how many), then one of the last three.

    ``built`` carries the file and what was made; ``refused`` says why there is none.
    """

    began = Signal()
    moved = Signal(str, int, int)
    built = Signal(object, object)
    refused = Signal(str)
    stopped = Signal()

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk.page)
        self._desk = desk
        self.busy = False
        self._running = False
        jobs = desk.around.jobs
        # Methods of its own: the jobs outlive the page, and would keep whatever a function holds
        jobs.started.connect(self._begun)
        jobs.ended.connect(self._over)
        jobs.moved.connect(self._moved)

    def _begun(self, title: str) -> None:
        self._turn(running=title == TITLE)

    def _over(self, _title: str) -> None:
        self._turn(running=False)

    def build(self, edition: Edition, file: Path, password: str = "") -> None:
        """Build the pack of the meeting shown as ``file``; nothing happens while one is built."""
        if self.busy:
            return
        desk = self._desk
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            order = prepare_pack(
                desk.session.store,
                desk.agenda.meeting.id,
                edition=edition,
                password=password or None,
            )
        except ScrutinyError as error:
            self.refused.emit(str(error))
            return
        except OSError as error:
            self.refused.emit(
                f"{file.parent} cannot be made ({error.strerror}). Choose another folder for packs."
            )
            return
        self.busy = True
        self.began.emit()
        desk.around.jobs.run(
            Work(
                TITLE,
                Job("make_pack", (order, file)),
                done=partial(self._made, file),
                refused=self._refuse,
                stopped=self._stop_told,
            )
        )

    def stop(self) -> None:
        """Stop building; the pack that was there before stays."""
        if self._running:
            self._desk.around.jobs.stop()

    def _turn(self, *, running: bool) -> None:
        self._running = running

    def _moved(self, stage: str, done: int, of: int) -> None:
        if self._running:
            self.moved.emit(stage, done, of)

    def _made(self, file: Path, made: object) -> None:
        self.busy = False
        if not isinstance(made, MadePack):
            raise TypeError(f"Making a pack gave {type(made).__name__}")
        session = self._desk.session
        if self._desk.closed:
            return
        try:
            record_pack(session.store, made, at=session.now())
        except ScrutinyError as error:
            self.refused.emit(str(error))
            return
        self.built.emit(file, made)
        session.committed.emit()

    def _refuse(self, sentence: str) -> None:
        self.busy = False
        self.refused.emit(sentence)

    def _stop_told(self) -> None:
        self.busy = False
        self.stopped.emit()
