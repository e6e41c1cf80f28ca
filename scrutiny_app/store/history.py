"""The history of every change, and taking steps back and forth."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from scrutiny_app.domain.errors import NothingToUndo, NotWritten, ScrutinyError, WrongInput
from scrutiny_app.domain.history import Change, ChangeKind, Step
from scrutiny_app.store.columns import moment_from, moment_text
from scrutiny_app.store.connection import Connection, SqlValue
from scrutiny_app.store.history_triggers import RECORDED, columns_of, key_columns_of

Image = Mapping[str, SqlValue]
# Typing that pauses for longer is two steps
_ONE_STEP = timedelta(minutes=1)


class History:
    """The steps of a workspace. Outside a step nothing recorded can be changed."""

    def __init__(
        self,
        connection: Connection,
        *,
        who: str,
        clock: Callable[[], datetime],
        read_only: bool,
    ) -> None:
        self._connection = connection
        self._who = who
        self._clock = clock
        self._read_only = read_only

    @contextmanager
    def step(self, name: str, *, undoable: bool = True, joins: bool = False) -> Iterator[None]:
        """Make everything done inside one transaction and one named step of the history.

        A step that changes nothing leaves no trace. ``undoable`` is false for what cannot be
        taken back, such as publishing; it stays, and no earlier step can be undone after it.
        ``joins`` makes it part of the newest step, where that has the same name, was done by the
        same officer in the last minute, and changed the same records: words typed into one field
        are one step, those typed about two members are two.
        """
        with self._transaction(name):
            joined = self._joinable(name) if joins else None
            with self._recording(name, "done", undoable=undoable) as number:
                yield
            if joined is not None:
                self._join(number, joined)

    def undo(self) -> Step:
        """Take the newest step in force back, as one transaction, and return it.

        Raises:
            NothingToUndo: there is none, or it cannot be taken back.
        """
        row = self._connection.row(_NEXT_UNDO)
        if row is None:
            raise NothingToUndo("There is nothing to undo: no step is in force.")
        if not row["undoable"]:
            raise NothingToUndo(
                f'"{row["name"]}" cannot be undone, nor can what was done before it. Make a new '
                "change that puts it right."
            )
        with self._reversal(f"Undo: {row['name']}", "undo", row["number"]) as number:
            for change in reversed(self._changes_of(row["number"])):
                self._put(change, change["after"], change["before"])
            self._connection.run(
                "update step set undone_by = ? where number = ?", (number, row["number"])
            )
        return self._step(row["number"])

    def redo(self) -> Step:
        """Do the step that was undone last once more, and return it.

        Raises:
            NothingToUndo: nothing was undone, or something new was done since.
        """
        row = self._connection.row(_NEXT_REDO)
        if row is None:
            raise NothingToUndo(
                "There is nothing to redo: nothing was undone, or something was done since."
            )
        with self._reversal(f"Redo: {row['name']}", "redo", row["number"]):
            for change in self._changes_of(row["number"]):
                self._put(change, change["before"], change["after"])
            self._connection.run(
                "update step set undone_by = null where number = ?", (row["number"],)
            )
        return self._step(row["number"])

    @property
    def next_undo(self) -> str:
        """The name of the step that ``undo`` would take back, empty where there is none."""
        row = self._connection.row(_NEXT_UNDO)
        return str(row["name"]) if row is not None and row["undoable"] else ""

    @property
    def next_redo(self) -> str:
        """The name of the step that ``redo`` would do again, empty where there is none."""
        row = self._connection.row(_NEXT_REDO)
        return "" if row is None else str(row["name"])

    def list(self, limit: int | None = None) -> tuple[Step, ...]:
        """Return the newest steps first, each with what it changed."""
        rows = self._connection.rows(
            f"{_SELECT_STEP} order by number desc limit ?", (-1 if limit is None else limit,)
        )
        return tuple(self._step_from(row) for row in rows)

    def count(self) -> int:
        """Return how many steps there are."""
        return int(str(self._connection.values("select count(*) from step")[0]))

    def some(self, first: int, most: int) -> tuple[Step, ...]:
        """Return so many steps from a place on, the newest first, without what they changed."""
        rows = self._connection.rows(
            f"{_SELECT_STEP} order by number desc limit ? offset ?", (most, first)
        )
        return tuple(_bare_step(row) for row in rows)

    def changes(self, number: int) -> tuple[Change, ...]:
        """Return what a step changed, in order."""
        return tuple(_change_from(row) for row in self._changes_of(number))

    def _step(self, number: int) -> Step:
        return self._step_from(
            self._connection.rows(f"{_SELECT_STEP} where number = ?", (number,))[0]
        )

    def _step_from(self, row: sqlite3.Row) -> Step:
        return replace(_bare_step(row), changes=self.changes(row["number"]))

    def _changes_of(self, number: int) -> Sequence[sqlite3.Row]:
        return self._connection.rows(
            "select record, key, before, after from change where step = ? order by place", (number,)
        )

    @contextmanager
    def _transaction(self, name: str) -> Iterator[None]:
        if self._read_only:
            raise NotWritten(
                f'"{name}" was not done: the workspace is open to read only. Open it to edit.'
            )
        if self._connection.in_transaction:
            raise RuntimeError(f"step {name!r} within another step")
        try:
            with self._connection.transaction():
                yield
        except sqlite3.IntegrityError as error:
            if "FOREIGN KEY" not in str(error):
                raise
            raise WrongInput(
                f'"{name}" was not done: something in it refers to a council, committee or meeting '
                "that is not in this workspace. Add that first."
            ) from error

    def _joinable(self, name: str) -> int | None:
        """Return the newest step of all, where another of this name may become part of it."""
        row = self._connection.row(
            "select number, name, who, at, kind, undoable, undone_by from step "
            "order by number desc limit 1"
        )
        if row is None or row["kind"] != "done" or not row["undoable"] or row["undone_by"]:
            return None
        lately = self._clock() - moment_from(row["at"]) <= _ONE_STEP
        same = (row["name"], row["who"]) == (name, self._who)
        return int(row["number"]) if same and lately else None

    def _join(self, number: int, to: int) -> None:
        """Make a step part of the one before, unless it changed a record which that did not."""
        (others,) = self._connection.values(_ONLY_IN_STEP, {"number": number, "to": to})
        if not others:
            steps = {"number": number, "to": to}
            self._connection.run("update change set step = :to where step = :number", steps)
            self._connection.run("delete from step where number = :number", steps)

    @contextmanager
    def _recording(
        self, name: str, kind: str, *, undoable: bool, of: int | None = None
    ) -> Iterator[int]:
        number = int(
            str(self._connection.values("select coalesce(max(number), 0) + 1 from step")[0])
        )
        self._connection.run(
            "insert into step (number, name, who, at, kind, undoable, of_step) "
            "values (?, ?, ?, ?, ?, ?, ?)",
            (number, name, self._who, moment_text(self._clock()), kind, int(undoable), of),
        )
        self._connection.run("insert into current_step (number) values (?)", (number,))
        yield number
        self._connection.run("delete from current_step")
        if kind == "done" and undoable:
            self._connection.run(
                "delete from step where number = :number "
                "and not exists (select 1 from change where step = :number)",
                {"number": number},
            )

    @contextmanager
    def _reversal(self, name: str, kind: str, of: int) -> Iterator[int]:
        """Refuse whole where a row is not as the step left it, or a constraint would break."""
        try:
            with (
                self._transaction(name),
                self._recording(name, kind, undoable=False, of=of) as number,
            ):
                yield number
        except (sqlite3.IntegrityError, WrongInput, _RowMoved) as error:
            raise NothingToUndo(
                f'"{name}" was not done, because something that came later depends on it. Nothing '
                "was changed. Make a new change that puts it right."
            ) from error

    def _put(self, change: sqlite3.Row, now: str | None, then: str | None) -> None:
        """Bring one row from the image it has now to the image it had then."""
        table = change["record"]
        if table not in RECORDED:
            raise _RowMoved(table)
        columns = columns_of(self._connection, table)
        keys = key_columns_of(self._connection, table)
        present = _image(now, columns)
        wanted = _image(then, columns)
        if not present:
            done = self._insert(table, wanted)
        elif not wanted:
            done = self._delete(table, present)
        else:
            done = self._update(table, present, wanted, keys)
        if done != 1:
            raise _RowMoved(f"{table} {change['key']}")

    def _insert(self, table: str, image: Image) -> int:
        names = ", ".join(image)
        marks = ", ".join(f":{name}" for name in image)
        return self._connection.run(f"insert into {table} ({names}) values ({marks})", image)  # noqa: S608

    def _delete(self, table: str, image: Image) -> int:
        unchanged = " and ".join(f"{name} is :{name}" for name in image)
        return self._connection.run(f"delete from {table} where {unchanged}", image)  # noqa: S608

    def _update(self, table: str, present: Image, wanted: Image, keys: Sequence[str]) -> int:
        values = {f"now_{name}": value for name, value in present.items()} | dict(wanted)
        sets = ", ".join(f"{name} = :{name}" for name in wanted)
        unchanged = " and ".join(f"{name} is :now_{name}" for name in present)
        return self._connection.run(
            f"update {table} set {sets} where {_same(keys)} and {unchanged}",  # noqa: S608
            values,
        )


class _RowMoved(ScrutinyError):
    """A row is no longer what the step made of it."""


_NEXT_UNDO = """
select number, name, undoable from step where kind = 'done' and undone_by is null
order by number desc limit 1
"""

_ONLY_IN_STEP = """
select count(*) from change as later where step = :number and not exists (
    select 1 from change as earlier
    where earlier.step = :to and earlier.record = later.record and earlier.key = later.key
)
"""

_NEXT_REDO = """
select number, name from step where kind = 'done' and undone_by >
    (select max(number) from step where kind = 'done')
order by undone_by desc limit 1
"""

_SELECT_STEP = "select number, name, who, at, undoable, of_step, undone_by from step"


def _same(keys: Sequence[str]) -> str:
    return " and ".join(f"{key} = :{key}" for key in keys)


def _image(text: str | None, columns: Sequence[str]) -> dict[str, SqlValue]:
    """Return a row's image, without columns that a later migration took away."""
    if text is None:
        return {}
    return {name: value for name, value in json.loads(text).items() if name in columns}


def _bare_step(row: sqlite3.Row) -> Step:
    return Step(
        number=row["number"],
        name=row["name"],
        who=row["who"],
        at=moment_from(row["at"]),
        undone=row["undone_by"] is not None,
        undoable=bool(row["undoable"]),
        of=row["of_step"],
    )


def _change_from(row: sqlite3.Row) -> Change:
    before = json.loads(row["before"] or "{}")
    after = json.loads(row["after"] or "{}")
    fields: tuple[str, ...] = ()
    if not before:
        kind = ChangeKind.ADDED
    elif not after or (before["removed_at"] is None and after["removed_at"] is not None):
        kind = ChangeKind.REMOVED
    elif before["removed_at"] is not None and after["removed_at"] is None:
        kind = ChangeKind.RESTORED
    else:
        kind = ChangeKind.CHANGED
        fields = tuple(name for name in after if before.get(name) != after[name])
    image = after or before
    title = str(image.get("title") or image.get("name") or "")
    return Change(row["record"], row["key"], kind, fields, title)
