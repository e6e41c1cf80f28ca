"""The contracts between the floors hold, and each breaks when a violation is planted."""

import os
import shutil
import subprocess
import tomllib
from pathlib import Path
from sysconfig import get_path

import pytest

CHECKOUT = Path(__file__).parent.parent

# What each contract must catch: the file that gets a bad import, the import, and how it is told
PLANTED = {
    "Floors: look down, never up; store, documents and rulebook do not meet": (
        "store/columns.py",
        "import scrutiny_app.documents.blocks",
        "scrutiny_app.store.columns -> scrutiny_app.documents.blocks",
    ),
    "Only jobs, the window and the command line know the store": (
        "rulebook/calendars.py",
        "def late():\n    from scrutiny_app.store import keys",
        "scrutiny_app.rulebook.calendars -> scrutiny_app.store.keys",
    ),
    "Only jobs draw documents": (
        "cli/answers.py",
        "import scrutiny_app.documents.blocks",
        "scrutiny_app.cli.answers -> scrutiny_app.documents.blocks",
    ),
    "Qt stays in ui": (
        "domain/paper.py",
        "from PySide6.QtCore import QObject",
        "scrutiny_app.domain.paper -> PySide6",
    ),
    "Rooms of the window: look down, never up": (
        "ui/viewer/travel.py",
        "import scrutiny_app.ui.reader.welcome",
        "scrutiny_app.ui.viewer.travel -> scrutiny_app.ui.reader.welcome",
    ),
    "SQL stays in store": (
        "documents/blocks.py",
        "import sqlite3",
        "scrutiny_app.documents.blocks -> sqlite3",
    ),
    "Drawing and PDF parsing stay in documents": (
        "store/keys.py",
        "def late():\n    import reportlab.pdfgen",
        "scrutiny_app.store.keys -> reportlab",
    ),
    "No circles anywhere": (
        "domain/ids.py",
        "def late():\n    from . import agenda",
        "scrutiny_app.domain. It could be made acyclic by removing 1 dependency: - .ids -> .agenda",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder holding a copy of the package and of the contracts."""
    shutil.copytree(
        CHECKOUT / "scrutiny_app",
        tmp_path / "scrutiny_app",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_holds(copy: Path) -> None:
    report = lint_imports(copy)
    assert "0 broken" in report, report


def test_every_contract_breaks_when_a_violation_is_planted(copy: Path) -> None:
    for place, line, _ in PLANTED.values():
        with (copy / "scrutiny_app" / place).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    report = lint_imports(copy)
    unbroken = [name for name in PLANTED if f"{name} BROKEN" not in report]
    untold = [told for _, _, told in PLANTED.values() if told not in report]
    assert (unbroken, untold) == ([], []), report


def test_a_room_that_is_on_no_floor_breaks_the_contract(copy: Path) -> None:
    (copy / "scrutiny_app" / "helpers.py").write_text('"""Odds and ends."""\n', encoding="utf-8")
    assert "scrutiny_app.helpers" in lint_imports(copy)


def test_no_contract_goes_without_a_control() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == set(PLANTED)


def lint_imports(folder: Path) -> str:
    """Return what import-linter says of the package in a folder, not of the installed one."""
    command = [Path(get_path("scripts"), "lint-imports"), "--no-logo", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return " ".join((done.stdout + done.stderr).split())
