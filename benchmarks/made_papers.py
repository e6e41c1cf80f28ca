"""The papers of a corpus, made by a process of their own.

What a process has in memory when it starts another counts as that one's peak, so those that time
others must stay small: they import nothing that draws.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus.py")


@dataclass(frozen=True)
class MadePaper:
    """A paper of the corpus: its file, its kind, and how many pages it has."""

    path: Path
    kind: str
    pages: int


def make_papers(folder: Path, pages: int) -> list[MadePaper]:
    """Make a corpus of so many pages in ``folder``."""
    run(sys.executable, str(CORPUS), str(folder), str(pages))
    return [
        MadePaper(path, path.stem.split()[1], int(path.stem.split()[2]))
        for path in sorted(folder.glob("*.pdf"))
    ]


def change(paper: MadePaper, seed: int) -> None:
    """Write other words into a report, on as many pages."""
    run(sys.executable, str(CORPUS), "--change", str(paper.path), str(paper.pages), str(seed))


def run(*command: str) -> None:
    """Run a command that must succeed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:5])} … failed:\n{done.stdout}{done.stderr}")
