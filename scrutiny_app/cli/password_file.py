"""A password, read from a file: on the command line it would stay in the history."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.errors import NotFound, WrongInput


def password_in(file: Path | None) -> str | None:
    """Return the first line of a file; None where there is no file.

    Raises:
        NotFound: the file cannot be read.
        WrongInput: it is not text.
    """
    if file is None:
        return None
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise WrongInput(
            f"{file.name} is not saved as UTF-8 text. Write the password on its first line and "
            "save it as text."
        ) from error
    except OSError as error:
        raise NotFound(
            f"There is no password file {file} that can be read ({error.strerror})."
        ) from error
    return lines[0] if lines else ""
