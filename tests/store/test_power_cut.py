"""The power fails: every disk it could leave opens, whole, with every acknowledged step."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.store.connection import connect
from scrutiny_app.store.soundness import database_problems
from scrutiny_app.store.store import create_store
from tests.build import clock
from tests.store.faults import ROOT
from tests.store.workspaces import WHO, a_loaded_meeting, edit

pytestmark = pytest.mark.skipif(find_spec("apsw") is None, reason="apsw is not installed")

ROUNDS = [
    pytest.param(40, 1, id="short"),
    pytest.param(400, 4, id="long", marks=[pytest.mark.slow, pytest.mark.timeout(1800)]),
]


def recorded(synchronous: str, folder: Path, seed: int) -> list[tuple[Any, ...]]:
    """What a process of its own wrote while it saved; see ``power_cuts.py``."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.power_cuts", synchronous, str(folder), str(seed)],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    log: list[tuple[Any, ...]] = pickle.loads(run.stdout)  # noqa: S301 (our own child's)
    return log


def cut_power(synchronous: str, tmp_path: Path, *, count: int, recordings: int) -> Counter[str]:
    """Try so many power cuts and count what became of the workspace."""
    from tests.store.power_cuts import images

    outcome: Counter[str] = Counter()
    for seed in range(recordings):
        folder = tmp_path / f"{synchronous}-{seed}"
        with create_store(folder, who=WHO, clock=clock) as store:
            a_loaded_meeting(store, "Budget")
        before = (folder / "scrutiny.db").read_bytes()
        log = recorded(synchronous, folder, seed)
        for files, acknowledged in images(log, before, count=count // recordings, seed=seed):
            for stale in folder.glob("scrutiny.db*"):
                stale.unlink()
            for name, data in files.items():
                (folder / name).write_bytes(data)
            outcome[verdict(folder, acknowledged)] += 1
        shutil.rmtree(folder)
    print(f"\nsynchronous={synchronous}: {dict(outcome)}")  # noqa: T201 (figures; see -s)
    return outcome


def verdict(folder: Path, acknowledged: int) -> str:
    """Open what the power cut left, the way the program does, and say how it stands."""
    try:
        # Connecting rolls back what was cut short, before anything is looked at
        with closing(connect(folder / "scrutiny.db")) as connection:
            if database_problems(connection):
                return "corrupt"
        with edit(folder) as store:
            newest = store.history(1)[0].number
            titles = {item.title for item in store.agendas.read(store.meetings.list()[0].id).items}
    except (ScrutinyError, IndexError, ValueError):
        return "corrupt"
    if newest < acknowledged:
        return "lost"
    return "sound" if newest == 1 or titles == {f"Title {newest}"} else "half a step"


@pytest.mark.parametrize(("count", "recordings"), ROUNDS)
def test_a_power_cut_leaves_a_whole_workspace_with_every_acknowledged_step(
    tmp_path: Path, count: int, recordings: int
) -> None:
    assert cut_power("FULL", tmp_path, count=count, recordings=recordings) == {"sound": count}


@pytest.mark.parametrize(("count", "recordings"), ROUNDS)
def test_control_without_syncing_a_power_cut_does_harm(
    tmp_path: Path, count: int, recordings: int
) -> None:
    outcome = cut_power("OFF", tmp_path, count=count, recordings=recordings)
    assert outcome["sound"] < count * 0.2, outcome
