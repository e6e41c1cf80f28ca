"""Full packs beside plain merges of the same papers.

    python benchmarks/packs.py --pages 70 500 2000

Makes papers in a temporary folder, loads them into a workspace, and times ``scrutiny-app pack``
against ``qpdf --empty --pages``, pypdf, pdftk and cp; the last two only when they are installed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from made_papers import MadePaper, change, make_papers, run
from side_by_side import Contender, compare

APP = (sys.executable, "-m", "scrutiny_app")
BASE = "qpdf --empty --pages"
DAY = "2027-01-21"
REBUILD = Path(__file__).with_name("rebuild.py")
PYPDF = (
    "import sys, pypdf\n"
    "writer = pypdf.PdfWriter()\n"
    "for path in sys.argv[2:]: writer.append(path)\n"
    "writer.write(sys.argv[1])\n"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[70, 500, 2000])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    for pages in asked.pages:
        with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
            bench_pack(Path(folder), pages, asked.rounds)


def bench_pack(folder: Path, pages: int, rounds: int) -> None:
    papers = make_papers(folder / "papers", pages)
    size = sum(paper.path.stat().st_size for paper in papers) / 1e6
    print(f"\n## {pages} pages: {len(papers)} papers, {size:.0f} MB")
    meeting = write_meeting(folder / "meeting.toml", papers)
    workspace = folder / "workspace"
    run(*APP, "new", str(workspace))
    started = time.perf_counter()
    run(*APP, "load", str(workspace), str(meeting))
    loading = time.perf_counter() - started
    print(f"\nLoading (intake, filing, indexing): {loading:.1f} s, {pages / loading:.0f} pages/s")
    opened = [unlocked(paper, folder / "opened") for paper in papers]
    received = [str(paper.path) for paper in papers]
    out = folder / "out.pdf"
    pack = (*APP, "pack", str(workspace), DAY, "--to", str(out))
    load = (*APP, "load", str(workspace), str(meeting))
    changing = longest_report(papers)
    rebuild = (sys.executable, str(REBUILD), str(workspace), DAY, str(changing.path), str(out))
    contenders = [
        Contender(BASE, [qpdf_merge(received, out)], out),
        Contender("qpdf on copies without passwords", [qpdf_merge(opened, out)], out),
        Contender("scrutiny-app pack", [pack], out),
        Contender(
            f"one paper of {changing.pages} pages changed: taken in, pack built again",
            [rebuild],
            out,
            prepare=lambda number: change(changing, 9000 + number),
        ),
        Contender(
            "the same with the commands load and pack",
            [load, pack],
            out,
            prepare=lambda number: change(changing, 9500 + number),
        ),
        Contender("pypdf", [[sys.executable, "-c", PYPDF, str(out), *opened]], out),
    ]
    if shutil.which("pdftk"):
        command = ["pdftk", *opened, "cat", "output", str(out)]
        contenders.append(Contender("pdftk cat", [command], out))
    if shutil.which("cat"):
        copy = ["sh", "-c", 'out=$1; shift; cat "$@" > "$out"', "sh", str(out), *opened]
        contenders.append(Contender("cp (cat)", [copy], out))
    compare(contenders, base=BASE, rounds=rounds)


def qpdf_merge(papers: list[str], out: Path) -> list[str]:
    return ["qpdf", "--empty", "--pages", *papers, "--", str(out)]


def longest_report(papers: list[MadePaper]) -> MadePaper:
    """The paper that changes before a rebuild."""
    return max((paper for paper in papers if paper.kind == "text"), key=lambda paper: paper.pages)


def unlocked(paper: MadePaper, folder: Path) -> str:
    """A copy that every tool can read: pdftk cannot open an empty password by itself."""
    folder.mkdir(exist_ok=True)
    copy = str(folder / paper.path.name)
    if paper.kind == "locked":
        run("qpdf", "--decrypt", str(paper.path), copy)
    else:
        shutil.copyfile(paper.path, copy)
    return copy


def write_meeting(path: Path, papers: list[MadePaper]) -> Path:
    """A meeting file with three papers an item."""
    lines = [
        "format = 1",
        '[council]\nname = "Kelsham City Council"',
        '[committee]\nname = "Overview and Scrutiny Committee"',
        f'[meeting]\ndate = {DAY}\nstart = 10:00:00\nplace = "Town Hall"',
    ]
    for number, paper in enumerate(papers):
        if number % 3 == 0:
            lines.append(f'[[item]]\ntitle = "Business {number // 3 + 1}"')
        lines.append(
            f'[[item.paper]]\ntitle = "Paper {number + 1}"\nfile = "papers/{paper.path.name}"'
        )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
