"""The workspace: one folder, opened by one editor at a time and by any number of readers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from scrutiny_app.domain.errors import (
    NotFound,
    NotWritten,
    WorkspaceDamaged,
    WrongInput,
)
from scrutiny_app.domain.history import Change, Step
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.store.agendas import Agendas
from scrutiny_app.store.backup_log import BackupLine, latest_backup, list_backups, log_backup
from scrutiny_app.store.committees import Committees
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.councils import Councils
from scrutiny_app.store.deadlines import Deadlines
from scrutiny_app.store.durable import make_folder, sync_folder, writing
from scrutiny_app.store.history import History
from scrutiny_app.store.issues import Issues
from scrutiny_app.store.lock import WorkspaceLock
from scrutiny_app.store.meetings import Meetings
from scrutiny_app.store.memberships import Memberships
from scrutiny_app.store.packs import Packs
from scrutiny_app.store.paper_folder import PaperFolder
from scrutiny_app.store.papers import Papers
from scrutiny_app.store.people import People
from scrutiny_app.store.programme.plan_entries import PlanEntries
from scrutiny_app.store.programme.programmes import Programmes
from scrutiny_app.store.programme.return_requests import ReturnRequests
from scrutiny_app.store.purge import Purged, purge
from scrutiny_app.store.receipts import Receipts
from scrutiny_app.store.recovery import recover
from scrutiny_app.store.reports import Reports
from scrutiny_app.store.search import SearchIndex
from scrutiny_app.store.standing_items import StandingItems
from scrutiny_app.store.surroundings import surroundings_warnings
from scrutiny_app.store.upgrade import (
    bring_up_to_date,
    create_database,
    open_database,
    refuse_foreign,
)
from scrutiny_app.store.workspace_layout import WorkspaceLayout

if TYPE_CHECKING:
    from scrutiny_app.domain.budget.effect import CarriedEffect, EffectOn
    from scrutiny_app.store.backup import BackupReceipt
    from scrutiny_app.store.budget.sets import ProposalSets
    from scrutiny_app.store.budget.waivers import BudgetWaivers
    from scrutiny_app.store.minutes import Minutes

Clock = Callable[[], datetime]


class Store(AbstractContextManager["Store"]):
    """An open workspace: one attribute a shelf. ``warnings`` are sentences about where it lies."""

    def __init__(
        self,
        layout: WorkspaceLayout,
        connection: Connection,
        lock: WorkspaceLock | None,
        *,
        who: str,
        clock: Clock,
    ) -> None:
        self._layout = layout
        self._connection = connection
        self._lock = lock
        self._who = who
        self._clock = clock
        self._history = History(connection, who=who, clock=clock, read_only=lock is None)
        self.folder = layout.folder
        self.staging = layout.staging
        self.read_only = lock is None
        self.warnings = surroundings_warnings(layout.folder)
        self.councils = Councils(connection)
        self.memberships = Memberships(connection)
        self.committees = Committees(connection, self.memberships)
        self.people = People(connection)
        self.standing_items = StandingItems(connection)
        self.deadlines = Deadlines(connection)
        self.meetings = Meetings(connection)
        self.papers = Papers(connection)
        self.agendas = Agendas(connection)
        self.issues = Issues(connection)
        self.reports = Reports(connection)
        self.programmes = Programmes(connection)
        self.plan_entries = PlanEntries(connection)
        self.return_requests = ReturnRequests(connection)
        self.packs = Packs(connection, who=who)
        self.receipts = Receipts(connection)
        self.paper_folder = PaperFolder(layout.papers, layout.staging)

    @cached_property
    def search(self) -> SearchIndex:
        """The search index, opened when it is first asked for."""
        return SearchIndex(self._layout.search, self._connection, read_only=self.read_only)

    # --- shelves that no first page asks for: their records take 20 ms to load ---

    @cached_property
    def minutes(self) -> Minutes:
        """Minutes and how they stand."""
        from scrutiny_app.store.minutes import Minutes

        return Minutes(self._connection)

    @cached_property
    def proposal_sets(self) -> ProposalSets:
        """Sets of budget proposals."""
        from scrutiny_app.store.budget.sets import ProposalSets

        return ProposalSets(self._connection)

    @cached_property
    def budget_waivers(self) -> BudgetWaivers:
        """Findings on budget proposals that were set aside."""
        from scrutiny_app.store.budget.waivers import BudgetWaivers

        return BudgetWaivers(self._connection)

    def budget_effects(
        self, on: EffectOn, committee: CommitteeId | None = None
    ) -> tuple[CarriedEffect, ...]:
        """Return what the budgets of several years come to; see ``budget/effects.py``."""
        from scrutiny_app.store.budget.effects import budget_effects

        return budget_effects(self._connection, on, committee)

    def edits(self, folder: Path) -> bool:
        """Whether this is the workspace in the folder, open to edit."""
        return not self.read_only and folder.resolve() == self.folder.resolve()

    @property
    def searchable(self) -> bool:
        """Whether the search index is there and holds every paper as the workspace does."""
        try:
            return self.search.in_step()
        except (NotFound, WorkspaceDamaged):
            return False

    def step(
        self, name: str, *, undoable: bool = True, joins: bool = False
    ) -> AbstractContextManager[None]:
        """Make everything done inside one transaction and one named step of the history.

        ``undoable`` is false for what cannot be taken back, such as publishing; ``joins`` lets
        typing become one step (see ``History.step``).

        Raises:
            NotWritten: the workspace is open to read only, or the disk refused.
            WrongInput: something refers to a record that is not in the workspace.
        """
        return self._history.step(name, undoable=undoable, joins=joins)

    def undo(self) -> Step:
        """Take the newest step in force back and return it; see ``History.undo``."""
        return self._history.undo()

    def redo(self) -> Step:
        """Do the step that was undone last once more and return it; see ``History.redo``."""
        return self._history.redo()

    @property
    def next_undo(self) -> str:
        """The name of the step that ``undo`` would take back, empty where there is none."""
        return self._history.next_undo

    @property
    def next_redo(self) -> str:
        """The name of the step that ``redo`` would do again, empty where there is none."""
        return self._history.next_redo

    def history(self, limit: int | None = None) -> tuple[Step, ...]:
        """Return the newest steps first."""
        return self._history.list(limit)

    def count_steps(self) -> int:
        """Return how many steps there are."""
        return self._history.count()

    def some_steps(self, first: int, most: int) -> tuple[Step, ...]:
        """Return so many steps from a place on, the newest first, without what they changed."""
        return self._history.some(first, most)

    def changes_of_step(self, number: int) -> tuple[Change, ...]:
        """Return what a step changed, in order."""
        return self._history.changes(number)

    def purge(self, sha256: str, reason: str) -> Purged:
        """Erase a removed paper's file and content for good; see ``purge.py``."""
        if self.read_only:
            raise NotWritten("Nothing was erased: the workspace is open to read only.")
        return purge(
            self._layout, self._connection, self._history, self.search, sha256.lower(), reason
        )

    def log_backup(self, receipt: BackupReceipt) -> None:
        """Record a backup that another process wrote while this one has the workspace open."""
        log_backup(self._connection, receipt.file, receipt.papers, who=self._who, at=self._clock())

    def backups(self) -> tuple[BackupLine, ...]:
        """Return the backups that were made, the newest first; they may have been moved since."""
        return list_backups(self._connection)

    @property
    def last_backup_at(self) -> datetime | None:
        """When the newest backup was made (UTC), None where there is none."""
        return latest_backup(self._connection)

    def close(self) -> None:
        """Close the files and let the lock go."""
        if "search" in self.__dict__:
            self.search.close()
        self._connection.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def create_store(folder: Path, *, who: str, clock: Clock) -> Store:
    """Make a workspace in a new or empty folder and open it to edit.

    Raises:
        WrongInput: the folder holds something already.
        NotWritten: the folder cannot be made or written.
        WorkspaceInUse: somebody is making a workspace there at this moment.
    """
    layout = WorkspaceLayout(folder)
    _refuse_occupied(layout)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = WorkspaceLock(layout.lock, who=who, since=clock())
    try:
        with writing(folder):
            for inside in layout.folders:
                make_folder(inside)
        if not layout.database.exists():
            create_database(layout.database)
        with writing(folder):
            sync_folder(folder)
        connection = open_database(layout.database, read_only=False)
    except BaseException:
        lock.release()
        raise
    return Store(layout, connection, lock, who=who, clock=clock)


def open_store(folder: Path, *, who: str, clock: Clock, read_only: bool = False) -> Store:
    """Open a workspace, to edit it alone or to read it beside whoever edits it.

    Raises:
        NotFound: there is no workspace in the folder.
        WorkspaceInUse: somebody else edits it; the sentence names them.
        WorkspaceTooNew: a later version of the program made it.
        WorkspaceDamaged: it cannot be read.
    """
    layout = WorkspaceLayout(folder)
    # Before a lock file is left in another program's folder
    refuse_foreign(layout.database)
    if read_only:
        recover(layout)
        connection = open_database(layout.database, read_only=True)
        return Store(layout, connection, None, who=who, clock=clock)
    lock = WorkspaceLock(layout.lock, who=who, since=clock())
    try:
        connection = _open_to_edit(layout, clock())
    except BaseException:
        lock.release()
        raise
    return Store(layout, connection, lock, who=who, clock=clock)


def _open_to_edit(layout: WorkspaceLayout, at: datetime) -> Connection:
    """Open the database under the lock, brought up to date, with an empty staging folder."""
    with writing(layout.folder):
        for inside in layout.folders:
            make_folder(inside)
        _sweep(layout.staging)
    bring_up_to_date(layout.database, layout.backups, at)
    return open_database(layout.database, read_only=False)


def _sweep(staging: Path) -> None:
    """Empty the staging folder: what lies there belongs to a run that died."""
    for left in staging.iterdir():
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()


def _refuse_occupied(layout: WorkspaceLayout) -> None:
    """Refuse a folder with anything in it but what a creation that was cut short left there."""
    folder = layout.folder
    if folder.exists() and not folder.is_dir():
        raise WrongInput(f"{folder} is a file. Choose a new or empty folder for the workspace.")
    if layout.database.exists():
        raise WrongInput(
            f"There is something called scrutiny.db in {folder} already. Open that workspace, or "
            "choose a new or empty folder for another."
        )
    ours = {layout.lock.name, *(inside.name for inside in layout.folders)}
    left = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    papers = any(layout.papers.iterdir()) if layout.papers.is_dir() else False
    if papers or any(name not in ours and not _in_making(name, layout) for name in left):
        raise WrongInput(
            f"{folder} is not empty and is not a workspace. Choose a new or empty folder for the "
            "workspace."
        )


def _in_making(name: str, layout: WorkspaceLayout) -> bool:
    return name.startswith(layout.database.name + ".new")
