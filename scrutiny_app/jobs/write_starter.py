"""Write the styled Word template of a kind of report, as its folder holds it."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.word_templates.starter import minutes_starter, report_starter
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.report import MINUTES
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.report_templates import report_kinds, report_template

_STYLE = "neutral"


def write_starter(kind: str, destination: Path) -> None:
    """Write a .docx that has a tag in the place of every field of a kind, in the neutral style.

    ``packaging/word_templates.py`` does so for every kind; councils get copies of the files.

    Raises:
        NotFound: there is no such kind.
        WrongInput: ``destination`` does not end in .docx.
        NotWritten: the destination cannot be written.
    """
    if destination.suffix.lower() != ".docx":
        raise WrongInput("A Word template ends in .docx. Give it such a name.")
    kinds = {one.kind: one for one in report_kinds()}
    if kind not in kinds:
        raise NotFound(f'There is no kind of report called "{kind}". There are {", ".join(kinds)}.')
    style = house_style(_STYLE)
    made = (
        minutes_starter(kinds[kind].title, style)
        if kind == MINUTES
        else report_starter(report_template(kind), style)
    )
    write_document(made, style, destination)
