"""Draw a report, a note or minutes from the file that its author wrote; no workspace is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.minutes_document import minutes_document
from scrutiny_app.documents.reports.report_document import report_document
from scrutiny_app.documents.word_templates.context import (
    Context,
    minutes_context,
    report_context,
)
from scrutiny_app.documents.word_templates.filling import fill_word_template
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.finding import Finding
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.minutes.minute_checks import minutes_findings
from scrutiny_app.domain.minutes.minutes import MinutesOutline
from scrutiny_app.domain.minutes.minutes_file import read_minutes
from scrutiny_app.domain.minutes.taken_checks import taken_findings
from scrutiny_app.domain.report import MINUTES, Report
from scrutiny_app.domain.report_checks import report_findings
from scrutiny_app.domain.report_file import (
    check_kind,
    kind_of,
    open_report_values,
    read_report,
    report_values,
)
from scrutiny_app.jobs.choose_template import choose_template
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.report_templates import report_kinds, report_template
from scrutiny_app.rulebook.template_folders import TemplateFolder


@dataclass(frozen=True, slots=True)
class DrawnReport:
    """What was drawn. ``pages`` is None for a Word file, whose pages Word counts."""

    kind: str
    pages: int | None
    warnings: tuple[str, ...]


def draw_report(file: Path, destination: Path, *, template: Path | None = None) -> DrawnReport:
    """Draw a report file as ``destination``, a .pdf or a .docx.

    ``template`` is a council's own: a .docx or .dotx, which the report is filled into, the
    destination being a .docx then; or a folder, by which it is drawn as either.

    Raises:
        NotFound: the file or the template is not there, or the house style is not known.
        WrongInput: the file says something that cannot be, ``destination`` ends in neither, or
            the template names what the report does not have.
        PaperRefused: the template is refused.
        NotWritten: the destination cannot be written.
    """
    chosen = choose_template(template, destination)
    written = read_report_file(file, chosen.folder)
    return draw_written(written, file.name, destination, word=chosen.word)


def draw_written(
    written: Report | MinutesOutline, name: str, destination: Path, *, word: Path | None = None
) -> DrawnReport:
    """Draw a report that was read; ``name`` is what to call it, ``word`` a Word template to fill.

    Raises: as ``draw_report``.
    """
    style = house_style(_style_name(written))
    try:
        document = compose(written, style)
        context = context_of(written, style)
    except WrongInput as error:
        raise WrongInput(f"{name}, {error}") from error
    if word is None:
        pages = write_document(document, style, destination)
    else:
        pages = None
        data = fill_word_template(
            word, context, style, title=document.title, author=document.author
        )
        write_atomically(destination, lambda part: part.write_bytes(data))
    return DrawnReport(
        kind_of_written(written), pages, tuple(one.message for one in findings_in(written))
    )


def read_report_file(file: Path, own: TemplateFolder | None = None) -> Report | MinutesOutline:
    """Read a report file of any of our kinds, or of a council's ``own``.

    Raises:
        NotFound: the file is not there.
        WrongInput: the file says something that cannot be.
    """
    return read_report_text(text_of_report(file), file.name, own)


def read_report_text(
    text: str, name: str, own: TemplateFolder | None = None
) -> Report | MinutesOutline:
    """Read a report from the text of its file.

    Raises:
        WrongInput: the text says something that cannot be.
    """
    return read_report_values(report_values(text, name), name, own)


def read_report_values(
    values: Mapping[str, object], name: str, own: TemplateFolder | None = None
) -> Report | MinutesOutline:
    """Read a report from what its file says, as a record keeps it.

    Raises:
        WrongInput: it says something that cannot be.
    """
    whole = open_report_values(values, name)
    if own:
        check_kind(whole, own.kind)
        return read_report(whole, own.report) if own.report else read_minutes(whole)
    kind = kind_of(whole, [one.kind for one in report_kinds()])
    if kind == MINUTES:
        return read_minutes(whole)
    return read_report(whole, report_template(kind))


def kind_of_written(written: Report | MinutesOutline) -> str:
    """Return the kind of what was read."""
    return written.template.kind if isinstance(written, Report) else MINUTES


def title_of_written(written: Report | MinutesOutline) -> str:
    """Return what to call what was read: its title, or the meeting whose minutes it is."""
    return compose(written, house_style(_style_name(written))).title


def text_of_report(file: Path) -> str:
    """Return the text of a report file.

    Raises:
        NotFound: it is not there.
        WrongInput: it is not text.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongInput(
            f"{file.name} is not saved as UTF-8 text. Save it again as UTF-8 and draw it again."
        ) from error
    except OSError as error:
        raise NotFound(
            f"There is no report file {file} that can be read ({error.strerror})."
        ) from error


def context_of(written: Report | MinutesOutline, style: HouseStyle) -> Context:
    """Return what a council's template may name.

    Raises:
        WrongInput: a text holds what cannot be drawn.
    """
    if isinstance(written, Report):
        return report_context(written, style)
    return minutes_context(written, style)


def findings_in(written: Report | MinutesOutline) -> tuple[Finding, ...]:
    """Return what the checks find, a sentence each."""
    if isinstance(written, Report):
        return report_findings(written)
    return (*minutes_findings(written), *taken_findings(written))


def _style_name(written: Report | MinutesOutline) -> str:
    if isinstance(written, Report):
        return written.house_style
    return written.agenda.council.house_style


def compose(written: Report | MinutesOutline, style: HouseStyle) -> Document:
    """Return what was read as blocks.

    Raises:
        WrongInput: a text holds what cannot be drawn.
    """
    if isinstance(written, Report):
        return report_document(written, style)
    return minutes_document(written, style)
