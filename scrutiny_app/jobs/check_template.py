"""Check a council's Word template against a kind of report, before anybody needs it."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.word_templates.filling import check_word_template
from scrutiny_app.domain.finding import Finding
from scrutiny_app.domain.report import Report
from scrutiny_app.jobs.draw_report import context_of, read_report_text
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.report_templates import report_example

_STYLE = "neutral"


def check_template(template: Path, kind: str) -> tuple[Finding, ...]:
    """Return what is wrong with a template, or else which fields it does not use.

    It is filled with the example of its kind, to try it; nothing is written.

    Raises:
        NotFound: there is no such template or no such kind.
        PaperRefused: the template is refused.
    """
    example = read_report_text(report_example(kind), "sample.toml")
    style = house_style(_STYLE)
    told = example.template.told_in_sections if isinstance(example, Report) else ()
    return check_word_template(template, context_of(example, style), style, in_sections=told)
