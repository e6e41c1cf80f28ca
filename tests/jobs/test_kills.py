"""The program is killed while it works; what had been acknowledged must still be there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from scrutiny_app.domain.finding import Severity
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
from scrutiny_app.store.check import check_store
from tests.build import MEETING_FILE, a_meeting_file

KILLS = 10
MANY_KILLS = 100
DAY = "2027-01-21"


def command_of(*words: object) -> list[str]:
    return [sys.executable, "-m", "scrutiny_app", *(str(word) for word in words)]


def kill_while(*words: object, after: float) -> bool:
    """Start a command and kill it; return whether it was still at work."""
    with subprocess.Popen(
        command_of(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        time.sleep(after)
        working = program.poll() is None
        program.send_signal(signal.SIGKILL)
    return working


def seconds_of(*words: object) -> float:
    """How long a command takes here and now, when nobody kills it."""
    started = time.perf_counter()
    subprocess.run(command_of(*words), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def moments(count: int, longest: float) -> Iterator[float]:
    """Moments spread over the time that a command takes, its start left out."""
    chance = random.Random(20270121)
    for _ in range(count):
        yield longest * (0.15 + 0.85 * chance.random())


def errors_in(folder: Path) -> list[str]:
    return [one.message for one in check_store(folder) if one.severity is Severity.PROBLEM]


@pytest.mark.parametrize("kills", [KILLS, pytest.param(MANY_KILLS, marks=pytest.mark.slow)])
def test_a_workspace_survives_being_killed_while_a_meeting_is_loaded(
    desk: Desk, tmp_path: Path, kills: int
) -> None:
    acknowledged = load_meeting(desk, a_meeting_file(tmp_path / "first", [2, 3])).meeting
    noon = MEETING_FILE.replace("start = 10:00:00", "start = 12:00:00")
    trial = a_meeting_file(tmp_path / "trial", [4, 3], [5], head=noon)
    longest = seconds_of("load", desk.folder, trial)
    killed = 0
    for place, moment in enumerate(moments(kills, longest)):
        head = MEETING_FILE.replace("start = 10:00:00", f"start = 11:{place % 60:02}:00")
        papers = a_meeting_file(tmp_path / "next", [4 + place, 3], [5], head=head)
        killed += kill_while("load", desk.folder, papers, after=moment)
        assert errors_in(desk.folder) == []
        with desk.read() as store:
            assert len(store.agendas.read(acknowledged).items) == 2
            for line in store.meetings.list():
                # All of a meeting or nothing of it
                assert (line.items, line.papers) in {(2, 2), (3, 3)}
    assert killed > kills // 3


@pytest.mark.parametrize("kills", [KILLS, pytest.param(MANY_KILLS, marks=pytest.mark.slow)])
def test_a_pack_is_whole_or_the_old_one_when_the_program_is_killed_while_it_builds(
    desk: Desk, tmp_path: Path, kills: int
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [30, 20], [40]))
    pack = tmp_path / "pack.pdf"
    first = build_agenda_pack(desk, DAY, pack).receipt
    longest = seconds_of("pack", desk.folder, DAY, "--to", pack)
    killed = 0
    for moment in moments(kills, longest):
        killed += kill_while("pack", desk.folder, DAY, "--to", pack, after=moment)
        with pikepdf.open(pack) as pdf:
            assert len(pdf.pages) == first.pages
        assert errors_in(desk.folder) == []
    assert killed > kills // 3
    # Whoever comes next is not kept out by the dead
    assert build_agenda_pack(desk, DAY, pack).receipt.sha256 == first.sha256


def test_the_control_that_writes_the_pack_in_place_leaves_a_torn_one(tmp_path: Path) -> None:
    pack = tmp_path / "pack.pdf"
    pack.write_bytes(b"last week's pack")
    writer = (
        "import sys, time\n"
        "with open(sys.argv[1], 'wb') as pack:\n"
        "    for part in range(100):\n"
        "        pack.write(b'x' * 1000); pack.flush(); time.sleep(0.02)\n"
    )
    with subprocess.Popen([sys.executable, "-c", writer, str(pack)]) as program:
        while pack.stat().st_size < 2000:
            time.sleep(0.01)
        program.send_signal(signal.SIGKILL)
    assert 2000 <= pack.stat().st_size < 100_000
