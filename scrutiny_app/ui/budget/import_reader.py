"""A budget paper read in the child, and read again when the officer says otherwise of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from scrutiny_app.domain.budget.table import ImportChoices
from scrutiny_app.jobs.budget.preview_budget import ReadBudget
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.job_runner import Work


class ImportReader(QObject):
    """``read`` carries what was read last, ``refused`` why nothing could be."""

    read = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk.page)
        self._desk = desk
        self._asked = 0
        self._answered = 0
        self.path: Path | None = None

    @property
    def waiting(self) -> bool:
        """Whether the file is being read; what was read before is not what was asked for."""
        return self._answered != self._asked

    def begin(self, path: Path) -> None:
        """Read another file."""
        self.path = path
        self.read_with(ImportChoices(), {})

    def read_with(self, choices: ImportChoices, borders: Mapping[int, tuple[float, ...]]) -> None:
        """Read the file by choices, its columns parted by borders; what was asked before is void.

        Without borders the file's own are found.
        """
        if self.path is None:
            return
        self._asked += 1
        keywords = {"borders": dict(borders)} if borders else {}
        self._desk.around.jobs.run(
            Work(
                f"Read {self.path.name}",
                Job("preview_budget", (self.path, choices), keywords),
                done=partial(self._done, self._asked),
                refused=partial(self._refuse, self._asked),
                stopped=partial(self._refuse, self._asked, "Reading was stopped."),
                replaces=True,
            )
        )

    def end(self) -> None:
        """Wait for nothing more."""
        self._asked += 1
        self._answered = self._asked
        self.path = None

    def _done(self, asked: int, result: object) -> None:
        if asked == self._asked and not self._desk.closed and isinstance(result, ReadBudget):
            self._answered = asked
            self.read.emit(result)

    def _refuse(self, asked: int, sentence: str) -> None:
        if asked == self._asked and not self._desk.closed:
            self._answered = asked
            self.refused.emit(sentence)
