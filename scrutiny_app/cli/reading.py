"""The command that opens the reader."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app.cli.answers import Answer
from scrutiny_app.domain.errors import NotFound


def read(arguments: argparse.Namespace) -> Answer:
    """Show a PDF in the reader until its window is closed."""
    path: Path | None = arguments.file
    if path is not None and not path.is_file():
        raise NotFound(f"There is no file {path}. Name a PDF, or leave it out and choose one.")
    from scrutiny_app.ui.app import run_reader

    run_reader(path.resolve() if path else None)
    return Answer({"read": str(path) if path else None}, ())
