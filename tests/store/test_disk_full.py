"""The disk fills up: what was acknowledged stands, and the officer is told in a sentence."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import NotWritten
from scrutiny_app.store.backup import back_up
from scrutiny_app.store.check import check_store
from scrutiny_app.store.store import create_store
from tests.build import an_agenda, clock
from tests.store.faults import ROOT, Campaign, inspect
from tests.store.workspaces import (
    WHO,
    a_filed_paper,
    a_loaded_meeting,
    a_workspace,
    edit,
    file_bytes,
    index,
    write,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and mounts")

LIMIT = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.argv = sys.argv[1:]
runpy.run_module("tests.store.faults", run_name="__main__")
"""


def work_until_refused(
    mode: str, folder: Path, seed: int, *, largest_file: int | None = None
) -> tuple[list[str], str]:
    """Let a process work until nothing more can be written; return what it acknowledged and said.

    ``largest_file`` is a limit in bytes on every file it writes, instead of a full disk.
    """
    program = ["-m", "tests.store.faults"] if largest_file is None else ["-c", LIMIT]
    arguments = [] if largest_file is None else [str(largest_file)]
    run = subprocess.run(
        [sys.executable, *program, *arguments, mode, str(folder), str(seed)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    lines = run.stdout.splitlines()
    assert run.returncode == NotWritten.exit_code, run.stderr
    said = lines.pop()
    assert said.startswith("NotWritten: "), run.stderr
    return [line for line in lines if line != "ready"], said


def a_ready_workspace(folder: Path) -> Path:
    with create_store(folder, who=WHO, clock=clock) as store:
        a_loaded_meeting(store, "Budget")
    return folder


@pytest.mark.parametrize("seed", range(4))
def test_a_database_that_cannot_grow_refuses_the_step_and_stays_whole(
    tmp_path: Path, seed: int
) -> None:
    folder = a_ready_workspace(tmp_path / "workspace")
    room = (folder / "scrutiny.db").stat().st_size + 4096 * (1 + 3 * seed)
    acknowledged, said = work_until_refused("save", folder, seed, largest_file=room)
    assert "scrutiny.db" in said
    campaign = Campaign()
    inspect(folder, acknowledged, campaign)
    assert campaign.harm == 0, campaign


@pytest.mark.parametrize("seed", range(3))
def test_a_paper_that_does_not_fit_is_refused_whole(tmp_path: Path, seed: int) -> None:
    folder = a_ready_workspace(tmp_path / "workspace")
    largest = (folder / "scrutiny.db").stat().st_size + 300_000
    acknowledged, _ = work_until_refused("file", folder, seed, largest_file=largest)
    campaign = Campaign()
    inspect(folder, acknowledged, campaign)
    assert campaign.harm == 0, campaign


def test_control_a_careless_writer_leaves_a_torn_paper(tmp_path: Path) -> None:
    """Row first, then a plain write: the same full disk leaves a file cut short."""
    folder = a_ready_workspace(tmp_path / "workspace")
    largest = (folder / "scrutiny.db").stat().st_size + 300_000
    run = subprocess.run(
        [sys.executable, "-c", LIMIT, str(largest), "careless", str(folder), "3"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert run.returncode
    campaign = Campaign()
    inspect(folder, [], campaign)
    assert campaign.torn > 0, campaign


@contextmanager
def a_small_disk(at: Path, *, megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes; the test is skipped where this user may not make one."""
    at.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(at)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


@pytest.mark.parametrize("rounds", [2, pytest.param(25, marks=pytest.mark.slow)])
def test_a_full_disk_loses_nothing_and_says_so(tmp_path: Path, rounds: int) -> None:
    campaign = Campaign()
    for seed in range(rounds):
        with a_small_disk(tmp_path / f"disk-{seed}", megabytes=14) as disk:
            folder = a_ready_workspace(disk / "workspace")
            acknowledged, said = work_until_refused("file", folder, seed)
            assert "free some space" in said.lower() or "not full" in said
            campaign.acknowledged += len(acknowledged)
            # Looking needs a little room of its own
            copy = Path(shutil.copytree(folder, tmp_path / f"copy-{seed}"))
            inspect(copy, acknowledged, campaign)
            shutil.rmtree(copy)
    print(f"\ndisk full x {rounds}: {campaign}")  # noqa: T201 (figures; see -s)
    assert campaign.acknowledged
    assert campaign.harm == 0, campaign


def test_a_paper_that_is_copied_onto_a_full_disk_leaves_nothing_there(tmp_path: Path) -> None:
    own = tmp_path / "own.pdf"
    own.write_bytes(bytes(5_000_000))
    sha256 = hashlib.sha256(bytes(5_000_000)).hexdigest()
    with a_small_disk(tmp_path / "disk", megabytes=3) as disk:
        folder = a_ready_workspace(disk / "workspace")
        with edit(folder) as store:
            with pytest.raises(NotWritten, match="No space left"):
                store.paper_folder.keep(own, sha256)
            assert list(store.staging.iterdir()) == []
            assert not store.paper_folder.place_of(sha256).exists()


def test_a_backup_onto_a_full_disk_leaves_the_old_one(tmp_path: Path) -> None:
    folder = a_ready_workspace(tmp_path / "workspace")
    with a_small_disk(tmp_path / "disk", megabytes=3) as disk:
        backup = disk / "backup.zip"
        back_up(folder, backup, who=WHO, clock=clock)
        before = backup.read_bytes()
        with edit(folder) as store:
            file_bytes(store, b"")
            write(store, an_agenda([a_filed_paper(store, "Large", content=bytes(2_900_000))]))
        with pytest.raises(NotWritten, match=r"full|No space left"):
            back_up(folder, backup, who=WHO, clock=clock)
        assert backup.read_bytes() == before
        assert [path.name for path in disk.iterdir()] == ["backup.zip"]


def test_work_goes_on_once_there_is_room_again(tmp_path: Path) -> None:
    with a_small_disk(tmp_path / "disk", megabytes=4) as disk:
        folder = a_ready_workspace(disk / "workspace")
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        filled = filler.stat().st_size
        _, said = work_until_refused("save", folder, 1)
        assert "full" in said
        filler.unlink()
        assert filled
        with edit(folder) as store:
            a_loaded_meeting(store, "Another")
            index(store, {})
        assert check_store(folder) == ()


def test_a_workspace_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    """Root may write anywhere, so the database stands for the folder here."""
    with a_workspace(tmp_path) as store:
        connection = store.councils._connection
        connection.run("pragma query_only = on")
        with pytest.raises(NotWritten, match="Ask for permission"):
            a_loaded_meeting(store, "Budget")
