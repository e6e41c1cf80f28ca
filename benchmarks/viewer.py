"""The reader: opening, jumping, scrolling, searching and printing, beside Qt's own PDF view.

python benchmarks/viewer.py --pages 500 2000

Qt's view is not among our dependencies: it is installed into an environment of its own, which is
removed afterwards. Nobody sees the windows.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import pikepdf
from corpus import make_corpus

QT = "pyside6==6.11.3"
WORDS = "overspend reserve"
HERE = Path(__file__).parent
# Qt's view looks at ten pages a second
MOST_PAGES_QT_SEARCHES = 500
Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 2_000])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
        qt = an_environment(Path(folder) / "qt")
        for pages in asked.pages:
            pack = a_pack(Path(folder), pages)
            ours = run(sys.executable, HERE / "viewer_ours.py", pack)
            peer = run(qt, HERE / "viewer_qt.py", pack, found=int(ours["hits"]))
            tell(pages, pack.stat().st_size, ours, peer)
            tell_printing(pack, Path(folder), ours)


def an_environment(folder: Path) -> str:
    """Return the Python of an environment that has Qt's PDF view."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", QT], check=True)
    return str(python)


def a_pack(folder: Path, pages: int) -> Path:
    """Make one file of papers like a council's, each in the outline."""
    make_corpus(folder / f"papers-{pages}", pages)
    path = folder / f"pack-{pages}.pdf"
    with pikepdf.new() as pack:
        with pack.open_outline() as outline:
            for paper in sorted((folder / f"papers-{pages}").iterdir()):
                outline.root.append(pikepdf.OutlineItem(paper.stem, len(pack.pages)))
                with pikepdf.open(paper) as pdf:
                    pack.pages.extend(pdf.pages)
        pack.save(path)
    return path


def run(python: str, script: Path, pack: Path, **options: int) -> Figures:
    """Run a script in a process of its own and return what it measured."""
    command = [python, str(script), str(pack), WORDS]
    command += [f"--{name}={value}" for name, value in options.items()]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parent)}
    surroundings["QT_LOGGING_RULES"] = "qt.pdf.*=false"
    done = subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def tell(pages: int, size: int, ours: Figures, peer: Figures) -> None:
    print(f"\n### {pages} pages, {size / 1e6:.0f} MB\n")
    print("| | reader | Qt's view | ratio |\n|---|---|---|---|")
    for name, key in (
        ("open, first page sharp, ms", "open_ms"),
        ("jump, page sharp, p50, ms", "jump_p50_ms"),
        ("jump, page sharp, p95, ms", "jump_p95_ms"),
        ("a frame while scrolling, p95, ms", "scroll_p95_ms"),
        ("memory after scrolling and searching, MB", "memory_mb"),
        ("search, first find, ms", "first_find_ms"),
        ("search, whole file, ms", "search_ms"),
    ):
        other = peer.get(key)
        beside = f"{other:,.0f} | {ours[key] / other:.3f}" if other else "- | -"
        print(f"| {name} | {ours[key]:,.1f} | {beside} |")
    print(f"\nThe search took {ours['search_cpu_ms']:.0f} ms of the viewer child's processor time.")
    print(f"Found: {ours['hits']:.0f} and {peer.get('hits', 0):.0f}.")


def tell_printing(pack: Path, folder: Path, ours: Figures) -> None:
    """Compare printing with poppler's and qpdf's work on the same pages."""
    count = int(ours["printed"])
    pages = f"1-{count}"
    poppler = seconds("pdftoppm", "-r", "300", "-f", "1", "-l", str(count), pack, folder / "p")
    qpdf = seconds("qpdf", "--empty", "--pages", pack, pages, "--", folder / "q.pdf")
    print(f"\n| printing {count} pages | s | x peer | worst stall of the window, ms |")
    print("|---|---|---|---|")
    for name, took, peer, stall in (
        ("to a printer at 300 dots an inch", ours["print_s"], poppler, ours["print_stall_ms"]),
        ("saved as a PDF", ours["save_s"], qpdf, ours["save_stall_ms"]),
    ):
        print(f"| {name} | {took:.2f} | {took / peer:.2f} | {stall:.0f} |")
    print(f"\nPeers: pdftoppm -r 300 {poppler:.2f} s, qpdf --pages {qpdf:.2f} s.")


def seconds(*command: object) -> float:
    """Return the median of three runs of a command."""
    from time import perf_counter

    times = []
    for _ in range(3):
        started = perf_counter()
        subprocess.run([str(part) for part in command], check=True, capture_output=True)
        times.append(perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
