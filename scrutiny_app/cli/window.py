"""The commands that open a window."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.parser import Commands
from scrutiny_app.cli.surroundings import now, user
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.ui.quiet_start import quiet_start


def add_commands(commands: Commands) -> None:
    """Add the commands that open a window."""
    window = commands.add("open", open_window, "Open the program's window, with a workspace.")
    window.add_argument(
        "workspace",
        type=Path,
        nargs="?",
        metavar="WORKSPACE",
        help="the folder that holds the committee's records; leave it out to choose or make one",
    )
    reader = commands.add(
        "read", read, "Read a pack or any other PDF in a window; needs no workspace."
    )
    reader.add_argument(
        "file", type=Path, nargs="?", metavar="FILE.pdf", help="the PDF; leave it out to choose one"
    )


def open_window(arguments: argparse.Namespace) -> Answer:
    """Show the window until it is closed."""
    folder: Path | None = arguments.workspace
    if folder is not None and not folder.is_dir():
        raise NotFound(f"There is no workspace {folder}. Name its folder, or leave it out.")
    with quiet_start():
        from scrutiny_app.ui.app import run_workspace

        run_workspace(folder.resolve() if folder else None, who=user(), clock=now)
    return Answer({"opened": str(folder) if folder else None}, ())


def read(arguments: argparse.Namespace) -> Answer:
    """Show a PDF in the reader until its window is closed."""
    path: Path | None = arguments.file
    if path is not None and not path.is_file():
        raise NotFound(f"There is no file {path}. Name a PDF, or leave it out and choose one.")
    with quiet_start():
        from scrutiny_app.ui.app import run_reader

        run_reader(path.resolve() if path else None)
    return Answer({"read": str(path) if path else None}, ())
