"""The process is killed at any moment: nothing that was acknowledged is lost, nothing is torn.

Each campaign has a control that must fail, or it would prove nothing. ``-m slow`` runs them whole.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import WorkspaceTooNew
from scrutiny_app.store.backup import restore
from scrutiny_app.store.check import check_store
from scrutiny_app.store.store import create_store
from tests.build import clock
from tests.store.faults import ROOT, Campaign, kill_often, run_and_kill
from tests.store.workspaces import WHO, a_loaded_meeting, edit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")

SHORT, LONG = 20, 200
ROUNDS = [
    pytest.param(SHORT, id="short"),
    pytest.param(LONG, id="long", marks=[pytest.mark.slow, pytest.mark.timeout(1800)]),
]


def workspaces(tmp_path: Path, *, each: int = 10) -> Callable[[int], Path]:
    """A workspace for every kill; after so many kills a new one, so that it stays small."""

    def folder(seed: int) -> Path:
        path = tmp_path / f"workspace-{seed // each}"
        if not path.exists():
            with create_store(path, who=WHO, clock=clock) as store:
                a_loaded_meeting(store, "Budget")
        return path

    return folder


def report(name: str, campaign: Campaign) -> None:
    print(f"\n{name}: {campaign}")  # noqa: T201 (the figures for the release notes; see -s)


@pytest.mark.parametrize("kills", ROUNDS)
def test_a_kill_while_papers_are_filed_loses_nothing(tmp_path: Path, kills: int) -> None:
    campaign = kill_often("file", workspaces(tmp_path), kills=kills)
    report("file", campaign)
    assert campaign.acknowledged > kills
    assert campaign.harm == 0, campaign


@pytest.mark.parametrize("kills", ROUNDS)
def test_a_kill_while_an_agenda_is_saved_loses_nothing(tmp_path: Path, kills: int) -> None:
    campaign = kill_often("save", workspaces(tmp_path), kills=kills, longest=0.15)
    report("save", campaign)
    assert campaign.acknowledged > kills
    assert campaign.harm == 0, campaign


@pytest.mark.parametrize("kills", ROUNDS)
def test_control_a_careless_writer_loses_papers(tmp_path: Path, kills: int) -> None:
    """Row first, then a plain write: if this lost nothing the campaigns above could not fail."""
    campaign = kill_often(
        "careless", workspaces(tmp_path, each=1), kills=kills, until_harm=kills == SHORT
    )
    report("careless", campaign)
    assert campaign.torn > 0, campaign


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_a_kill_while_a_backup_is_written_leaves_the_old_one_or_the_new_one(
    tmp_path: Path, kills: int
) -> None:
    folder = workspaces(tmp_path)(0)
    backup = tmp_path / "backup.zip"
    stood = False
    for seed in range(kills):
        stood = bool(run_and_kill("backup", folder, seed, longest=0.2)) or stood
        if stood:
            restore(backup, tmp_path / f"restored-{seed}")
    assert stood
    assert [one.where for one in check_store(folder)] == [str(folder / "search.db")]


MIGRATE = """
import sys
from pathlib import Path
from tests.store.test_migrations import LATER, tomorrows
from scrutiny_app.store.upgrade import swap_in_migrated
folder = Path(sys.argv[1])
print("ready", flush=True)
swap_in_migrated(folder / "scrutiny.db", folder / "backups", LATER, tomorrows())
print("done", flush=True)
"""


@pytest.mark.parametrize("kills", [6, pytest.param(50, marks=pytest.mark.slow)])
def test_a_kill_in_a_migration_leaves_the_old_database_or_the_new_one(
    tmp_path: Path, kills: int
) -> None:
    old = new = 0
    for seed in range(kills):
        folder = workspaces(tmp_path, each=1)(seed)
        done = migrate_and_kill(folder, seed / kills * 0.12)
        raw = sqlite3.connect(folder / "scrutiny.db")
        assert raw.execute("pragma integrity_check").fetchone()[0] == "ok"
        raw.close()
        try:
            edit(folder).close()
            assert not done
            old += 1
        except WorkspaceTooNew:
            new += 1
    print(f"\nmigration: {old} old, {new} new")  # noqa: T201 (figures; see -s)
    assert old
    assert old + new == kills


def migrate_and_kill(folder: Path, after: float) -> bool:
    """Start a migration, kill it after so many seconds, and tell whether it had finished."""
    process = subprocess.Popen(
        [sys.executable, "-c", MIGRATE, str(folder)], stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    time.sleep(after)
    process.kill()
    done = process.stdout.read() == "done\n"
    process.stdout.close()
    process.wait()
    return done
