"""Records what the store writes and when it syncs, by running its own shelves over apsw.

Run as ``python -m tests.store.power_cuts FULL|OFF FOLDER SEED`` it prints a pickle of the log.
APSW brings a SQLite library of its own, so it runs in a process that opens no other.
"""

from __future__ import annotations

import pickle
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw

from scrutiny_app.store.agendas import Agendas
from scrutiny_app.store.connection import Connection, set_up
from scrutiny_app.store.history import History
from scrutiny_app.store.meetings import Meetings
from tests.build import a_paper

STEPS = 25
LOG: list[tuple[Any, ...]] = []


class RecordingVfs(apsw.VFS):
    """Hands everything on and writes it down."""

    def __init__(self) -> None:
        super().__init__("recording", "", maxpathname=1024)

    def xOpen(self, name: Any, flags: list[int]) -> RecordingFile:  # noqa: N802 (APSW's name)
        return RecordingFile(name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:  # noqa: N802, FBT001 (APSW's name)
        LOG.append(("delete", Path(name).name))
        super().xDelete(name, syncdir)


class RecordingFile(apsw.VFSFile):
    """One file, written down."""

    def __init__(self, name: Any, flags: list[int]) -> None:
        text = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        self.name = Path(text).name
        super().__init__("", name, flags)
        LOG.append(("open", self.name))

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 (APSW's name)
        LOG.append(("write", self.name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802 (APSW's name)
        LOG.append(("truncate", self.name, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802 (APSW's name)
        LOG.append(("sync", self.name))
        super().xSync(flags)

    def xDeviceCharacteristics(self) -> int:  # noqa: N802 (APSW's name)
        """Promise nothing: a write may be torn, and may come before an earlier one."""
        return 0


class Row(dict):  # type: ignore[type-arg]
    """A row by name or by number, as ``sqlite3.Row`` is."""

    def __getitem__(self, key: str | int) -> Any:
        return list(self.values())[key] if isinstance(key, int) else super().__getitem__(key)


class Raw:
    """An APSW connection that looks like the standard library's to ``Connection``."""

    def __init__(self, raw: apsw.Connection) -> None:
        self._raw = raw

    @property
    def in_transaction(self) -> bool:
        return self._raw.in_transaction

    def execute(self, sql: str, parameters: Any = ()) -> Raw:
        cursor = self._raw.cursor()
        cursor.row_trace = lambda cursor, row: Row(
            zip((name for name, _ in cursor.get_description()), row, strict=True)
        )
        self._rows = list(cursor.execute(sql, parameters))
        self.rowcount = self._raw.changes()
        return self

    def fetchall(self) -> list[Row]:
        return self._rows


def record(synchronous: str, folder: Path, seed: int) -> list[tuple[Any, ...]]:
    """Save and file over and over on the database in ``folder``; return the log.

    ``("ack", n)`` stands in it where step ``n`` was acknowledged.
    """
    vfs = RecordingVfs()
    raw = apsw.Connection(str(folder / "scrutiny.db"), vfs="recording")
    connection = Connection(Raw(raw), folder / "scrutiny.db")  # type: ignore[arg-type]
    set_up(connection, read_only=False)
    raw.execute(f"pragma synchronous = {synchronous}")
    history = History(connection, who="Ann", clock=lambda: datetime.now(UTC), read_only=False)
    agendas, random_ = Agendas(connection), random.Random(seed)
    agenda = agendas.read(Meetings(connection).list()[0].id)
    for _ in range(STEPS):
        number = history.list(1)[0].number + 1
        titled = tuple(replace(item, title=f"Title {number}") for item in agenda.items)
        papers = tuple(a_paper(pages=random_.choice((1, 60))) for _ in range(random_.randint(0, 3)))
        agenda = replace(agenda, items=(*titled[:-1], replace(titled[-1], papers=papers)))
        with history.step(f"Save {number}"):
            agendas.write(agenda)
        LOG.append(("ack", number))
    log = list(LOG)
    raw.close()
    del vfs
    return log


def images(
    log: list[tuple[Any, ...]], before: bytes, *, count: int, seed: int
) -> Iterator[tuple[dict[str, bytes], int]]:
    """Yield disks that a power cut could leave, each with the last step acknowledged by then.

    Everything synced is there. Of the rest any part may be there: dropped, out of order, torn at
    a sector of 512 bytes, with rubbish at the tear.
    """
    random_ = random.Random(seed)
    first = next(place for place, event in enumerate(log) if event[0] == "ack")
    for _ in range(count):
        yield image(log[: random_.randint(first, len(log) - 1)], before, random_)


def image(
    log: list[tuple[Any, ...]], before: bytes, random_: random.Random
) -> tuple[dict[str, bytes], int]:
    """Build one disk from the events up to the cut."""
    files = {"scrutiny.db": bytearray(before)}
    unsynced: dict[str, list[tuple[Any, ...]]] = {}
    acknowledged = 0
    for event in log:
        kind, name = event[0], event[1]
        if kind == "ack":
            acknowledged = name
        elif kind == "open":
            files.setdefault(name, bytearray())
        elif kind in {"write", "truncate"}:
            unsynced.setdefault(name, []).append(event)
        else:
            settle(files, name, unsynced.pop(name, []), gone=kind == "delete")
    for name, events in unsynced.items():
        if random_.random() < 0.5:
            random_.shuffle(events)
        for event in events:
            survive(files[name], event, random_)
    return {name: bytes(data) for name, data in files.items() if name}, acknowledged


def settle(
    files: dict[str, bytearray], name: str, events: list[tuple[Any, ...]], *, gone: bool
) -> None:
    """Bring what was waiting onto the disk, or take the file away with it."""
    if gone:
        files.pop(name, None)
        return
    for event in events:
        apply(files[name], event)


def survive(file: bytearray, event: tuple[Any, ...], random_: random.Random) -> None:
    """Apply an unsynced event wholly, in part or not at all."""
    chance = random_.random()
    if chance < 0.4:
        return
    if event[0] == "write" and chance < 0.6 and len(event[3]) > 512:
        sectors = random_.randint(1, len(event[3]) // 512 - 1)
        data = event[3][: 512 * sectors]
        if random_.random() < 0.3:
            data = data[:-200] + bytes(200)
        event = (*event[:3], data)
    apply(file, event)


def apply(file: bytearray, event: tuple[Any, ...]) -> None:
    """Write or truncate a file in memory."""
    if event[0] == "truncate":
        del file[event[2] :]
        return
    _, _, offset, data = event
    file.extend(bytes(max(0, offset - len(file))))
    file[offset : offset + len(data)] = data


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(record(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
