"""A folder of files appears whole at its place, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from scrutiny_app.domain.errors import NotWritten, WrongInput


def write_folder_whole(destination: Path, fill: Callable[[Path], object]) -> None:
    """Let ``fill`` put files into a folder beside ``destination``, then give it that name.

    Raises:
        WrongInput: there is something at ``destination`` already, other than an empty folder.
        NotWritten: the disk is full, or the place may not be written to. Nothing is left behind.
    """
    if destination.exists() and not (destination.is_dir() and not any(destination.iterdir())):
        raise WrongInput(
            f"There is something at {destination} already. Choose a new or empty folder, so that "
            "nothing old is left among the new."
        )
    part = destination.with_name(destination.name + ".part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        fill(part)
        if destination.exists():
            destination.rmdir()
        part.rename(destination)
    except OSError as error:
        raise NotWritten(
            f"{destination} could not be written: {error.strerror or error}. Nothing of it was "
            "kept. Free some space or choose another place, and try again."
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
