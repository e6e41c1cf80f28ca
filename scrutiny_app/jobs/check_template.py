"""Check a council's template for a kind of report, before anybody needs it."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.word_templates.filling import check_word_template
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.finding import Finding
from scrutiny_app.domain.report import Report
from scrutiny_app.jobs.check_template_folder import check_template_folder
from scrutiny_app.jobs.draw_report import context_of, read_report_text
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.report_templates import report_example

_STYLE = "neutral"


def check_template(template: Path, kind: str = "") -> tuple[Finding, ...]:
    """Return what is wrong with a template, or else which fields it does not use.

    A Word file is filled with the example of the kind it is for, to try it; a folder is a kind by
    itself. Nothing is written.

    Raises:
        NotFound: there is no such template or no such kind.
        WrongInput: it is not said what kind a Word file is for.
        PaperRefused: the template is refused.
    """
    if template.is_dir():
        return check_template_folder(template)
    if not kind:
        raise WrongInput(
            "Say which kind of report the Word template is for: --kind covering-report. "
            "scrutiny-app report --list tells the kinds."
        )
    example = read_report_text(report_example(kind), "sample.toml")
    style = house_style(_STYLE)
    told = example.template.told_in_sections if isinstance(example, Report) else ()
    return check_word_template(template, context_of(example, style), style, in_sections=told)
