"""One paper changed: takes it in and builds the pack again, in one process as a window would.

    python benchmarks/rebuild.py WORKSPACE MEETING PAPER.pdf PACK.pdf

``PAPER.pdf`` replaces the paper that was filed under that file name.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.paper import PaperVersion
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
from scrutiny_app.jobs.papers.index_papers import index_papers
from scrutiny_app.jobs.papers.take_in_papers import take_in_papers
from scrutiny_app.jobs.progress import silent


def main() -> None:
    workspace, meeting, paper, pack = sys.argv[1:]
    desk = Desk(Path(workspace), "benchmark", lambda: datetime.now(UTC))
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        filed = take_in_papers(desk, store, {paper: Path(paper)}, progress=silent)
        with store.step("Replace a paper"):
            store.agendas.write(with_version(agenda, filed.versions[paper]))
        index_papers(store, filed.texts, progress=silent)
    build_agenda_pack(desk, meeting, Path(pack))


def with_version(agenda: Agenda, version: PaperVersion) -> Agenda:
    """The agenda with a new file in the place of the one of the same name."""
    items = tuple(
        replace(
            item,
            papers=tuple(
                replace(paper, version=version)
                if paper.version and paper.version.file_name == version.file_name
                else paper
                for paper in item.papers
            ),
        )
        for item in agenda.items
    )
    return replace(agenda, items=items)


if __name__ == "__main__":
    main()
