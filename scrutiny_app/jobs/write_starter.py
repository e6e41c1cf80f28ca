"""Write the styled Word template of a kind of report, as its folder holds it."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.word_templates.starter import minutes_starter, report_starter
from scrutiny_app.domain.report import ReportKind, Shape
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.report_templates import report_template

_STYLE = "neutral"


def write_starter(kind: ReportKind, destination: Path) -> None:
    """Write a .docx that has a tag in the place of every field of a kind, in the neutral style.

    ``packaging/word_templates.py`` does so for every kind; councils get copies of the files.

    Raises:
        NotWritten: the destination cannot be written.
    """
    style = house_style(_STYLE)
    made = (
        minutes_starter(kind.title, style)
        if kind.shape is Shape.MINUTES
        else report_starter(report_template(kind.kind), style)
    )
    write_document(made, style, destination)
