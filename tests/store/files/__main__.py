"""Write the fixture of the newest migration: ``python -m tests.store.files``."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from scrutiny_app.domain.paper import Access
from scrutiny_app.store.upgrade import SHAPE
from tests.build import a_paper, an_agenda
from tests.store.workspaces import a_workspace, write


def main() -> None:
    """Dump a workspace with one meeting as SQL text; a fixture that is there is not written."""
    target = Path(__file__).with_name(f"v{len(SHAPE)}.sql")
    with tempfile.TemporaryDirectory() as folder:
        with a_workspace(Path(folder)) as store:
            papers = [a_paper("Budget monitoring"), a_paper("Staffing", access=Access.EXEMPT)]
            write(store, an_agenda(papers, items=2))
        raw = sqlite3.connect(Path(folder) / "workspace" / "scrutiny.db")
        text = "\n".join(raw.iterdump())
        raw.close()
    with target.open("x", encoding="utf-8") as file:
        file.write(f"{text}\n")


main()
