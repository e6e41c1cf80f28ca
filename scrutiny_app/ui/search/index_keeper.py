"""Keeps the search index in step with the workspace while the window stays free."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.jobs.papers.record_texts import TextsOrder
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.store.search import Unindexed
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.page import Surroundings

# Papers read by the child at a time, so that somebody else's work comes between
_AT_ONCE = 8
_READ = "Read papers for the search"


class IndexKeeper(QObject):
    """Has the papers that the index lacks read by the child, and adds them one by one.

    ``moved`` carries how many are still to be read, and is followed by ``in_step`` at the end.
    ``refused`` carries a sentence.
    """

    moved = Signal(int)
    in_step = Signal()
    refused = Signal(str)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._session = around.session
        self._lacking: deque[Unindexed] = deque()
        self._read: deque[tuple[Unindexed, tuple[str, ...]]] = deque()
        self._busy = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._add_one)

    @property
    def busy(self) -> bool:
        """Whether the index is being brought into step."""
        return self._busy

    def keep(self) -> None:
        """Bring the index into step, where it is not and the workspace may be edited."""
        if self._busy:
            return
        store = self._session.store
        try:
            if store.read_only:
                if not store.searchable:
                    self.refused.emit(_READ_ONLY)
                return
            lacking = store.search.missing()
            store.search.refresh_agendas()
        except ScrutinyError as error:
            self.refused.emit(str(error))
            return
        if lacking:
            self._busy = True
            self._lacking = deque(lacking)
            self._ask()

    def stop(self) -> None:
        """Add nothing more: the workspace is about to be closed."""
        self._soon.stop()

    def _ask(self) -> None:
        self.moved.emit(len(self._lacking))
        now = [self._lacking.popleft() for _ in range(min(_AT_ONCE, len(self._lacking)))]
        if not now:
            self._busy = False
            self.in_step.emit()
            return
        store = self._session.store
        files = {one.sha256: store.paper_folder.place_of(one.sha256) for one in now}
        # Of a file that is gone the check of the workspace tells
        there = {sha256: file for sha256, file in files.items() if file.is_file()}
        self._around.quick.run(
            Work(
                _READ,
                Job("read_texts", (TextsOrder(there, store.staging),)),
                done=lambda texts: self._heard(now, texts),
                refused=self._give_up,
            )
        )

    def _heard(self, papers: list[Unindexed], texts: object) -> None:
        if isinstance(texts, Mapping):
            self._read.extend((one, texts.get(one.sha256, ())) for one in papers)
        self._soon.start()

    def _add_one(self) -> None:
        if not self._read:
            self._ask()
            return
        paper, pages = self._read.popleft()
        try:
            self._session.store.search.add_paper(
                paper.paper_id, paper.sha256, exempt=paper.exempt, pages=pages
            )
        except ScrutinyError as error:
            self._give_up(str(error))
            return
        self._soon.start()

    def _give_up(self, sentence: str) -> None:
        self._busy = False
        self._read.clear()
        self.refused.emit(sentence)


_READ_ONLY = (
    "The search does not know every paper yet, and the workspace is open to read only. What is "
    "found is right, but there may be more: open the workspace to edit once, and search again."
)
