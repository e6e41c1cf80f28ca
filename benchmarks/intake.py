"""Intake by kind of paper: pages a second through the limited child process.

python benchmarks/intake.py --pages 500
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from made_papers import make_papers

from scrutiny_app.documents.intake.intake_child import IntakeChild


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
        bench_intake(Path(folder), asked.pages)


def bench_intake(folder: Path, pages: int) -> None:
    papers = make_papers(folder / "papers", pages)
    seconds: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    with IntakeChild(folder) as child:
        child.take_in(papers[0].path)  # starts the child: once a load, not once a paper
        for paper in papers:
            started = time.perf_counter()
            child.take_in(paper.path)
            seconds[paper.kind] += time.perf_counter() - started
            counts[paper.kind] += paper.pages
    print("| kind of paper | pages | s | pages/s |\n|---|---|---|---|")
    for kind, spent in seconds.items():
        print(f"| {kind} | {counts[kind]} | {spent:.2f} | {counts[kind] / spent:.0f} |")
    whole = sum(seconds.values())
    print(f"| all | {pages} | {whole:.2f} | {pages / whole:.0f} |")


if __name__ == "__main__":
    main()
