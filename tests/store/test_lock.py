from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import WorkspaceInUse
from scrutiny_app.store.backup import back_up
from scrutiny_app.store.check import check_store
from scrutiny_app.store.lock import WorkspaceLock, holder_of
from tests.build import NOW, clock
from tests.store.workspaces import a_loaded_meeting, a_workspace, edit, index, read

HOLD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from scrutiny_app.store.store import open_store
store = open_store(Path(sys.argv[1]), who="Ann Other", clock=lambda: datetime.now(UTC))
print("held", flush=True)
time.sleep(60)
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    """Another process that has the workspace open to edit."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def kill(holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    assert holder.stdout
    holder.stdout.close()


def test_a_second_editor_is_refused_and_told_who_holds_the_workspace(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        folder = store.folder
        with pytest.raises(WorkspaceInUse, match=r"Jo Field on .* since 09:00 on 5 January 2027"):
            edit(folder)
        read(folder).close()
    edit(folder).close()


def test_an_editor_in_another_process_is_named(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        folder = store.folder
    holder = hold(folder)
    try:
        with pytest.raises(WorkspaceInUse, match=rf"Ann Other on .*process {holder.pid}"):
            edit(folder)
        read(folder).close()
    finally:
        kill(holder)


def test_a_dead_editor_locks_nobody_out(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        folder = store.folder
    for _ in range(3):
        kill(hold(folder))
        found = holder_of(folder / "lock")
        assert found is not None, "the dead editor's name is still in the file"
        assert found.who == "Ann Other"
        edit(folder).close()
        assert holder_of(folder / "lock") is None


def test_a_lock_file_with_rubbish_in_it_still_locks(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    lock = WorkspaceLock(file, who="Jo", since=NOW)
    for rubbish in ("", "{", "[1]", json.dumps({"who": "x"}), json.dumps({"a": 1})):
        file.write_text(rubbish)
        with pytest.raises(WorkspaceInUse, match="somebody else"):
            WorkspaceLock(file, who="Ann", since=NOW)
    lock.release()
    lock.release()
    WorkspaceLock(file, who="Ann", since=NOW).release()


def test_the_refused_editor_does_not_wipe_the_holders_name(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    lock = WorkspaceLock(file, who="Jo", since=NOW)
    with pytest.raises(WorkspaceInUse):
        WorkspaceLock(file, who="Ann", since=NOW)
    found = holder_of(file)
    assert found is not None
    assert (found.who, found.pid) == ("Jo", os.getpid())
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_stopped_editor_still_holds_the_lock(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        folder = store.folder
    holder = hold(folder)
    try:
        holder.send_signal(signal.SIGSTOP)
        time.sleep(0.05)
        with pytest.raises(WorkspaceInUse, match="Ann Other"):
            edit(folder)
    finally:
        kill(holder)


@pytest.mark.parametrize("reader", ["read", "check", "back up", "edit"])
def test_whoever_comes_next_finishes_what_a_dead_editor_left_half_written(
    tmp_path: Path, reader: str
) -> None:
    """A journal left by a kill in the middle of a commit must be rolled back before reading."""
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget")
        index(store, {})
        folder = store.folder
    die = (
        "import os, sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('pragma journal_mode = truncate')\n"
        "raw.execute('pragma cache_size = 1')\n"
        "raw.execute('begin immediate')\n"
        "raw.execute('drop trigger update_of_agenda_item')\n"
        "raw.execute(\"update agenda_item set title = 'half'\")\n"
        "raw.execute('create table big (a)')\n"
        "raw.executemany('insert into big values (?)', [('x' * 2000,)] * 500)\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", die, str(folder / "scrutiny.db")], check=False)
    assert (folder / "scrutiny.db-journal").stat().st_size > 0
    if reader == "check":
        assert check_store(folder) == ()
    elif reader == "back up":
        back_up(folder, tmp_path / "backup.zip", who="Jo", clock=clock)
    elif reader == "edit":
        edit(folder).close()
    with read(folder) as store:
        assert store.agendas.read(agenda.meeting.id) == agenda
