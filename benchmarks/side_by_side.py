"""Times commands side by side: every round runs each of them once, in turn.

A ratio is the median over the rounds of a command's time by the base's time in the same round, so
that a busy moment of the machine weighs on both. Times are of whole processes, start included.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Contender:
    """What is timed: commands run one after the other, and the file they leave.

    ``prepare`` is called before every round with its number, and is not timed.
    """

    name: str
    commands: Sequence[Sequence[str]]
    out: Path
    prepare: Callable[[int], None] = field(default=lambda _: None)


@dataclass(frozen=True)
class Run:
    """One run: seconds by the wall clock, the largest memory of any of its processes in MB."""

    wall: float
    memory: float


def compare(contenders: Sequence[Contender], *, base: str, rounds: int) -> None:
    """Run the contenders and print their table."""
    runs: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    sizes: dict[str, float] = {}
    for number in range(rounds):
        for contender in contenders:
            contender.prepare(number)
            contender.out.unlink(missing_ok=True)
            os.sync()
            runs[contender.name].append(_run(contender.commands))
            sizes[contender.name] = contender.out.stat().st_size / 1e6
            contender.out.unlink()
    print(f"\n| command | wall s | x {base} | peak memory MB | file MB |\n|---|---|---|---|---|")
    for name, own in runs.items():
        ratio = statistics.median(
            mine.wall / other.wall for mine, other in zip(own, runs[base], strict=True)
        )
        wall = statistics.median(run.wall for run in own)
        memory = max(run.memory for run in own)
        print(f"| {name} | {wall:.2f} | {ratio:.2f} | {memory:.0f} | {sizes[name]:.1f} |")


def _run(commands: Sequence[Sequence[str]]) -> Run:
    started = time.perf_counter()
    memory = 0.0
    for command in commands:
        with tempfile.TemporaryFile("w+") as complaint:
            process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=complaint, env=as_installed()
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                complaint.seek(0)
                raise SystemExit(f"{' '.join(command[:6])} … failed:\n{complaint.read()}")
        memory = max(memory, usage.ru_maxrss / 1024)
    return Run(time.perf_counter() - started, memory)


def as_installed() -> dict[str, str]:
    """The environment of an installed program: Python keeps what it has compiled."""
    return {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
