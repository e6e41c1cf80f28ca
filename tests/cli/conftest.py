from __future__ import annotations

import json
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


@pytest.fixture
def workspace(run: Run, tmp_path: Path) -> Path:
    """A workspace with one meeting: items 2 and 3 have papers of 3 and 2 pages."""
    folder = tmp_path / "workspace"
    assert run("new", folder).code == 0
    assert run("load", folder, a_meeting_file(tmp_path / "papers", [3], [2])).code == 0
    return folder
