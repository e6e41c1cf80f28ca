"""Make the folder that files are written into."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.errors import NotWritten


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; one that is there stays as it is.

    Raises:
        NotWritten: it cannot be made, or a file has its name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(
            f"The folder {folder} cannot be made ({error.strerror}). Choose another."
        ) from error
