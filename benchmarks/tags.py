"""What tags cost: packs of the same papers with tags and without, beside a plain merge.

python benchmarks/tags.py --pages 2000
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from made_papers import MadePaper, run
from packs import APP, BASE, DAY, qpdf_merge, write_meeting
from side_by_side import Contender, compare

CORPUS = Path(__file__).with_name("tagged_corpus.py")
KINDS = {"tagged": "papers with tags", "untagged": "the same papers without tags"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[2000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    for pages in asked.pages:
        with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
            bench_tags(Path(folder), pages, asked.rounds)


def bench_tags(folder: Path, pages: int, rounds: int) -> None:
    papers = {kind: folder / kind / "papers" for kind in KINDS}
    run(sys.executable, str(CORPUS), *map(str, papers.values()), str(pages))
    out = folder / "out.pdf"
    files = sorted(papers["tagged"].glob("*.pdf"))
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"\n## {pages} pages: {len(files)} papers, {size:.0f} MB\n")
    contenders = [Contender(BASE, [qpdf_merge(list(map(str, files)), out)], out)]
    for kind, name in KINDS.items():
        workspace = load(folder / kind, papers[kind], name)
        pack = (*APP, "pack", str(workspace), DAY, "--to", str(out))
        contenders.append(Contender(f"scrutiny-app pack, {name}", [pack], out))
    compare(contenders, base=BASE, rounds=rounds)


def load(folder: Path, papers: Path, name: str) -> Path:
    """A workspace that holds the papers."""
    made = [
        MadePaper(path, path.stem.split()[1], int(path.stem.split()[2]))
        for path in sorted(papers.glob("*.pdf"))
    ]
    meeting = write_meeting(folder / "meeting.toml", made)
    workspace = folder / "workspace"
    run(*APP, "new", str(workspace))
    started = time.perf_counter()
    run(*APP, "load", str(workspace), str(meeting))
    seconds = time.perf_counter() - started
    pages = sum(paper.pages for paper in made)
    print(f"Loading {name}: {seconds:.1f} s, {pages / seconds:.0f} pages/s")
    return workspace


if __name__ == "__main__":
    main()
