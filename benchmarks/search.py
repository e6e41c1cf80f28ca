"""Search over many pages: the workspace's index beside a bare FTS5 table of the same texts.

python benchmarks/search.py --pages 60000
"""

from __future__ import annotations

import argparse
import itertools
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from datetime import time as clock_time
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.committee import Committee, Council
from scrutiny_app.domain.ids import CommitteeId, CouncilId, ItemId, MeetingId, PaperId
from scrutiny_app.domain.meeting import Meeting
from scrutiny_app.domain.paper import Paper, PaperFacts, PaperVersion, TextLayer
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.search_query import search_query
from scrutiny_app.store.store import Store, create_store

NOW = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
PAGES_A_PAPER = 100
WORDS_A_PAGE = 350
SYLLABLES = (
    "ba",
    "con",
    "de",
    "fer",
    "go",
    "il",
    "ka",
    "lo",
    "men",
    "na",
    "pro",
    "ri",
    "sta",
    "tu",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=60_000)
    parser.add_argument("--queries", type=int, default=400)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
        bench_search(Path(folder), asked.pages // PAGES_A_PAPER, asked.queries)


def bench_search(folder: Path, papers: int, queries: int) -> None:
    questions = list(itertools.islice(some_questions(), queries))
    bare = sqlite3.connect(folder / "bare.db")
    bare.execute(BARE_SHAPE)
    with create_store(folder / "workspace", who="benchmark", clock=lambda: NOW) as store:
        fill(store, bare, papers)
        ways: dict[str, Callable[[str], object]] = {
            "bare FTS5": lambda text: bare.execute(BARE, (search_query(text),)).fetchall(),
            "workspace search": store.search.find,
        }
        times = side_by_side(ways, questions)
    bare.close()
    pages = papers * PAGES_A_PAPER
    print(f"\n{pages} pages, {queries} questions, milliseconds\n")
    print("| search | p50 | p95 | max | median x bare |\n|---|---|---|---|---|")
    for name, own in times.items():
        ratio = statistics.median(
            mine / other for mine, other in zip(own, times["bare FTS5"], strict=True)
        )
        p50, p95 = (statistics.quantiles(own, n=20)[place] * 1000 for place in (9, 18))
        print(f"| {name} | {p50:.1f} | {p95:.1f} | {max(own) * 1000:.1f} | {ratio:.2f} |")


BARE_SHAPE = """
create virtual table page using fts5 (body, tokenize = 'porter unicode61 remove_diacritics 2')
"""

BARE = """
select rowid, snippet(page, 0, '«', '»', '…', 16) from page
where page match ? order by rank limit 20
"""


def side_by_side(
    ways: dict[str, Callable[[str], object]], questions: list[str]
) -> dict[str, list[float]]:
    """Ask every question both ways, one after the other."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for question in questions:
        for name, ask in ways.items():
            started = time.perf_counter()
            ask(question)
            times[name].append(time.perf_counter() - started)
    return times


def fill(store: Store, bare: sqlite3.Connection, papers: int) -> None:
    """Put the same pages into the workspace and into the bare table."""
    chance = random.Random(1)
    agenda = an_agenda(papers)
    with store.step("Fill"):
        store.agendas.write(agenda)
    started = time.perf_counter()
    for paper in agenda.items[0].papers:
        pages = [a_page(chance) for _ in range(PAGES_A_PAPER)]
        bare.executemany("insert into page (body) values (?)", ((page,) for page in pages))
        store.search.add_paper(paper.id, paper.version.normalised_sha256, exempt=False, pages=pages)
    bare.commit()
    store.search.refresh_agendas()
    print(f"Filling both: {time.perf_counter() - started:.0f} s")


# Words as frequent as in a language: the n-th stands 1/n as often as the first
VOCABULARY = ["".join(parts) for parts in itertools.product(SYLLABLES, repeat=4)][:20_000]
random.Random(2).shuffle(VOCABULARY)
WEIGHTS = list(itertools.accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))


def a_page(chance: random.Random) -> str:
    return " ".join(chance.choices(VOCABULARY, cum_weights=WEIGHTS, k=WORDS_A_PAGE))


def some_questions() -> Iterator[str]:
    """One to three words, some common and some rare, and now and then a phrase."""
    chance = random.Random(3)
    while True:
        words = chance.choices(VOCABULARY[20:], cum_weights=WEIGHTS[20:], k=chance.randint(1, 3))
        yield f'"{" ".join(words)}"' if chance.random() < 0.1 else " ".join(words)


def an_agenda(papers: int) -> Agenda:
    """One meeting with so many papers on one item."""
    council = Council(CouncilId(new_key()), "Kelsham City Council")
    committee = Committee(CommitteeId(new_key()), "Overview and Scrutiny Committee", council.id)
    meeting = Meeting(MeetingId(new_key()), committee.id, date(2027, 1, 21), clock_time(10))
    item = AgendaItem(
        ItemId(new_key()), "Business", papers=tuple(a_paper(number) for number in range(papers))
    )
    return Agenda(council, committee, meeting, (), (item,))


def a_paper(number: int) -> Paper:
    digest = f"{number:064x}"
    facts = PaperFacts((), TextLayer.TEXT)
    version = PaperVersion(digest, digest, "paper.pdf", "benchmark", NOW, facts)
    return Paper(PaperId(new_key()), f"Paper {number}", version=version)


if __name__ == "__main__":
    main()
