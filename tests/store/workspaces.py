"""Workspaces for the tests: new ones, and ones with a meeting whose papers are really filed."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.paper import Access, Paper, PaperVersion
from scrutiny_app.store.durable import writing
from scrutiny_app.store.store import Store, create_store, open_store
from tests.build import NOW, a_paper, an_agenda, clock, some_facts
from tests.fresh import an_empty_workspace

WHO = "Jo Field"


def a_workspace(tmp_path: Path) -> Store:
    """A new workspace, open to edit; made in truth where something stands in its place."""
    folder = tmp_path / "workspace"
    if folder.exists():
        return create_store(folder, who=WHO, clock=clock)
    return edit(an_empty_workspace(folder))


def edit(folder: Path, *, who: str = WHO) -> Store:
    """A workspace opened again to edit."""
    return open_store(folder, who=who, clock=clock)


def read(folder: Path, *, who: str = "A reader") -> Store:
    """A workspace opened to read only."""
    return open_store(folder, who=who, clock=clock, read_only=True)


def file_bytes(store: Store, data: bytes, name: str = "staged") -> str:
    """Put bytes into the paper folder the way a job does; return their SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    staged = store.staging / name
    with writing(staged):
        staged.write_bytes(data)
    store.paper_folder.keep(staged, sha256)
    return sha256


def a_filed_version(
    store: Store, content: bytes, *, pages: int = 2, filed_at: datetime = NOW
) -> PaperVersion:
    """A version whose two files lie in the workspace."""
    original = file_bytes(store, content)
    normalised = file_bytes(store, b"normalised " + content)
    return PaperVersion(
        original, normalised, "report.pdf", "intake-test", filed_at, some_facts(pages)
    )


def a_filed_paper(
    store: Store, title: str, *, access: Access = Access.PUBLIC, content: bytes = b""
) -> Paper:
    """A paper whose files lie in the workspace."""
    version = a_filed_version(store, content or title.encode())
    return a_paper(title, access=access, version=version)


def a_loaded_meeting(store: Store, *titles: str, exempt: str = "") -> Agenda:
    """A meeting in the workspace with public papers, and an exempt one if it has a title."""
    papers = [a_filed_paper(store, title) for title in titles]
    if exempt:
        papers.append(a_filed_paper(store, exempt, access=Access.EXEMPT))
    agenda = an_agenda(papers, items=1)
    write(store, agenda)
    return agenda


def write(store: Store, agenda: Agenda, name: str = "Load the meeting") -> None:
    """Write an agenda as one step."""
    with store.step(name):
        store.agendas.write(agenda)


def index(store: Store, texts: dict[str, tuple[str, ...]]) -> None:
    """Bring the search in step; ``texts`` gives the pages of a paper by its normalised SHA-256."""
    for one in store.search.missing():
        store.search.add_paper(
            one.paper_id, one.sha256, exempt=one.exempt, pages=texts.get(one.sha256, ())
        )
    store.search.refresh_agendas()
