"""Copy the styled Word template of a kind of report, for a council to restyle."""

from __future__ import annotations

import shutil
from pathlib import Path

from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.rulebook.report_templates import report_folder


def copy_word_template(kind: str, destination: Path) -> None:
    """Copy the Word template that lies in a kind's folder, in the neutral style.

    Raises:
        NotFound: there is no such kind.
        WrongInput: ``destination`` does not end in .docx.
        NotWritten: the destination cannot be written.
    """
    if destination.suffix.lower() != ".docx":
        raise WrongInput("A Word template ends in .docx. Give it such a name.")
    *_, word = report_folder(kind)
    write_atomically(destination, lambda part: shutil.copyfile(word, part))
