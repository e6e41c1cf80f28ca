"""A council's own kind of report: a folder made like those under ``resources/templates``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.report import ReportTemplate, Shape
from scrutiny_app.rulebook.report_templates import (
    SAMPLE,
    TEMPLATE,
    WORD_TEMPLATES,
    read_report_kind,
    read_report_template,
)


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """A kind of report, named as its folder.

    ``report`` says what it holds and how its PDF is drawn; it is None for minutes, whose shape is
    their own. ``word`` is the Word template its Word files are filled into, ``sample`` a report of
    this kind to start from; either may be missing.
    """

    kind: str
    report: ReportTemplate | None
    word: Path | None
    sample: Path | None


def read_template_folder(folder: Path) -> TemplateFolder:
    """Read a kind of report from a council's folder.

    Raises:
        NotFound: there is no such folder, or it has no template.toml that can be read.
        WrongInput: template.toml says what it cannot; the sentence names the table and the key.
    """
    place = folder.resolve()
    try:
        kind = read_report_kind(place)
        report = read_report_template(place) if kind.shape is Shape.REPORT else None
    except OSError as error:
        raise NotFound(
            f"{folder} is no folder with a {TEMPLATE} that can be read ({error.strerror}). "
            "scrutiny-app report --template-folder KIND --to FOLDER makes one to start from."
        ) from error
    sample = place / SAMPLE
    return TemplateFolder(
        kind=kind.kind,
        report=report,
        word=next((path for name in WORD_TEMPLATES if (path := place / name).is_file()), None),
        sample=sample if sample.is_file() else None,
    )
