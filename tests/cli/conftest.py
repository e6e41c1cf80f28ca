from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scrutiny_app.cli import main
from tests.build import a_meeting_file


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def record(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the shell would, in this process."""

    def ended(*words: object) -> Ended:
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return ended


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with papers and a workspace in which they are loaded; only to be copied."""
    home = tmp_path_factory.mktemp("loaded")
    file = a_meeting_file(home / "papers", [3], [2])
    assert main(["new", str(home / "workspace")]) == 0
    assert main(["load", str(home / "workspace"), str(file)]) == 0
    return home


@pytest.fixture
def workspace(loaded: Path, run: Run, tmp_path: Path) -> Path:
    """A workspace with one meeting: items 2 and 3 have papers of 3 and 2 pages."""
    shutil.copytree(loaded, tmp_path, dirs_exist_ok=True)
    return tmp_path / "workspace"
