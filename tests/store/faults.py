"""What the fault tests share: processes that work until they are killed, and what must hold then.

Run as ``python -m tests.store.faults MODE FOLDER SEED`` it is the process that works. It prints a
line for everything it has finished; whatever it printed must be there after it was killed.
"""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotWritten
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.paper import Paper, PaperVersion
from scrutiny_app.store.backup import back_up
from scrutiny_app.store.check import check_store
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store, open_store
from tests.build import some_facts
from tests.store.workspaces import edit, file_bytes, read

ROOT = Path(__file__).parents[2]


def now() -> datetime:
    """The real time: these processes run for real."""
    return datetime.now(UTC)


# --- the process that works ---------------------------------------------------------------------


def say(line: str) -> None:
    """Acknowledge: one write, so that a kill never cuts a line in two."""
    os.write(1, f"{line}\n".encode())


def a_scan(random_: random.Random) -> bytes:
    """The content of a paper, of some size that occurs."""
    return random_.randbytes(random_.choice([2_000, 40_000, 300_000, 1_500_000]))


def work(mode: str, folder: Path, seed: int) -> None:
    """Do one sort of work over and over until the process is killed."""
    random_ = random.Random(seed)
    if mode == "backup":
        back_up_forever(folder, seed)
    with open_store(folder, who="Ann", clock=now) as store:
        agenda = store.agendas.read(store.meetings.list()[0].id)
        say("ready")
        while True:
            if mode == "save":
                agenda = save_once(store, agenda)
            else:
                agenda = file_once(store, agenda, a_scan(random_), careless=mode == "careless")


def save_once(store: Store, agenda: Agenda) -> Agenda:
    """Change every item of the agenda in one step; acknowledge its number."""
    number = store.history(1)[0].number + 1
    items = tuple(replace(item, title=f"Title {number}") for item in agenda.items)
    agenda = replace(agenda, items=items)
    with store.step(f"Save {number}"):
        store.agendas.write(agenda)
    say(str(number))
    return agenda


def file_once(store: Store, agenda: Agenda, data: bytes, *, careless: bool) -> Agenda:
    """File a paper and record it; the careless way records it first and just writes the file."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not careless:
        file_bytes(store, data)
    version = PaperVersion(sha256, sha256, "scan.pdf", "intake-test", now(), some_facts(1))
    paper = Paper(PaperId(new_key()), sha256, version=version)
    last = agenda.items[-1]
    last = replace(last, papers=(*last.papers, paper)[-20:])
    agenda = replace(agenda, items=(*agenda.items[:-1], last))
    with store.step(f"File {sha256}"):
        store.agendas.write(agenda)
    if careless:
        place = store.paper_folder.place_of(sha256)
        place.parent.mkdir(exist_ok=True)
        with place.open("wb", buffering=0) as file:
            for start in range(0, len(data), 4096):
                file.write(data[start : start + 4096])
    say(sha256)
    return agenda


def back_up_forever(folder: Path, seed: int) -> None:
    """Write one backup over another."""
    say("ready")
    for number in range(seed, sys.maxsize):
        back_up(folder, folder.parent / "backup.zip", who="Ann", clock=now)
        say(str(number))


# --- killing it, and what must hold then --------------------------------------------------------


@dataclass
class Campaign:
    """What came of many kills. ``lost`` and ``torn`` are what must never happen."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    unsound: list[str] = field(default_factory=list)
    orphans: int = 0
    strays: int = 0

    @property
    def harm(self) -> int:
        """How much is not as it must be."""
        return self.lost + self.torn + len(self.unsound)


def run_and_kill(mode: str, folder: Path, seed: int, *, longest: float) -> list[str]:
    """Let the process work for a random while and kill it; return what it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.faults", mode, str(folder), str(seed)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    time.sleep(random.Random(seed).uniform(0, longest))
    process.kill()
    lines = process.stdout.read().decode().split()
    process.stdout.close()
    process.wait()
    return lines


def kill_often(
    mode: str,
    folders: Callable[[int], Path],
    *,
    kills: int,
    longest: float = 0.25,
    until_harm: bool = False,
) -> Campaign:
    """Kill a process that files or saves many times over, and look at everything each time."""
    campaign = Campaign()
    for seed in range(kills):
        folder = folders(seed)
        acknowledged = run_and_kill(mode, folder, seed, longest=longest)
        campaign.kills += 1
        campaign.acknowledged += len(acknowledged)
        inspect(folder, acknowledged, campaign)
        if until_harm and campaign.harm:
            break
    return campaign


def inspect(folder: Path, acknowledged: list[str], campaign: Campaign) -> None:
    """Count everything that is not as it must be after a kill."""
    with read(folder) as store:
        done = {step.name.rpartition(" ")[2] for step in store.history()}
        campaign.lost += sum(one not in done for one in acknowledged)
        agenda = store.agendas.read(store.meetings.list()[0].id)
        titles = {item.title for item in agenda.items}
        newest = store.history(1)[0].name
        if newest.startswith("Save") and titles != {f"Title {newest.rpartition(' ')[2]}"}:
            campaign.unsound.append(f"half a step: {titles}")
    campaign.strays += len(list((folder / "staging").iterdir()))
    with edit(folder) as store:
        assert list(store.staging.iterdir()) == []
    for finding in check_store(folder):
        if "is missing" in finding.message or "was altered" in finding.message:
            campaign.torn += 1
        elif finding.severity is Severity.PROBLEM:
            campaign.unsound.append(finding.message)
        elif "No paper uses" in finding.message:
            campaign.orphans += 1


if __name__ == "__main__":
    try:
        work(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    except NotWritten as refused:
        say(f"NotWritten: {refused}")
        sys.exit(refused.exit_code)
