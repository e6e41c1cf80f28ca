"""Copy the folder of a kind of report, for a council to make a kind of its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from scrutiny_app.documents.whole_folder import write_folder_whole
from scrutiny_app.rulebook.report_templates import report_folder

_KIND = re.compile(r"^kind = .*$", re.MULTILINE)


def copy_template_folder(kind: str, destination: Path) -> str:
    """Copy template, example and Word template of a kind; return what the new kind is called.

    That is the name of its folder, and the example says so.

    Raises:
        NotFound: there is no such kind.
        WrongInput: there is something at ``destination`` already.
        NotWritten: the destination cannot be written.
    """
    template, sample, word = report_folder(kind)
    named = destination.resolve().name

    def fill(folder: Path) -> None:
        for file in (template, word):
            shutil.copyfile(file, folder / file.name)
        text = sample.read_text(encoding="utf-8")
        line = f'kind = "{named}" # the name of this folder'
        (folder / sample.name).write_text(
            _KIND.sub(lambda _: line, text, count=1), encoding="utf-8"
        )

    write_folder_whole(destination, fill)
    return named
