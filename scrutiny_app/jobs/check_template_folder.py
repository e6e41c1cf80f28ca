"""Check a council's own kind of report: its template, its example and its Word template."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.word_templates.filling import check_word_template
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.minutes.minutes import MinutesOutline
from scrutiny_app.domain.report import MINUTES, Report, report_of_labels
from scrutiny_app.jobs.draw_report import compose, context_of, read_report_file, read_report_text
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.report_templates import SAMPLE, TEMPLATE, report_example
from scrutiny_app.rulebook.template_folders import TemplateFolder, read_template_folder

_STYLE = "neutral"
_NO_WORD = (
    "The folder has no template.docx, so Word files are drawn in the house style, as the PDF is."
)


def check_template_folder(folder: Path) -> tuple[Finding, ...]:
    """Return what is wrong in a folder, file by file, or else what it does not use.

    Its report is drawn in memory, from its sample.toml or else from the labels of its fields;
    nothing is written.

    Raises:
        NotFound: there is no such folder, or it has no template.toml.
        PaperRefused: its Word template is refused.
    """
    try:
        own = read_template_folder(folder)
    except WrongInput as error:
        return (Finding(Severity.PROBLEM, str(error), TEMPLATE),)
    style = house_style(_STYLE)
    try:
        example = _example(own)
        compose(example, style)
        context = context_of(example, style)
    except WrongInput as error:
        return (Finding(Severity.PROBLEM, str(error), SAMPLE),)
    if own.word is None:
        return (Finding(Severity.NOTE, _NO_WORD, TEMPLATE),)
    told = example.template.told_in_sections if isinstance(example, Report) else ()
    return check_word_template(own.word, context, style, in_sections=told)


def _example(own: TemplateFolder) -> Report | MinutesOutline:
    if own.sample:
        return read_report_file(own.sample, own)
    if own.report:
        return report_of_labels(own.report)
    return read_report_text(report_example(MINUTES), SAMPLE)
