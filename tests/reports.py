"""Report files for the tests: the samples that ship, and small ones written here."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.minutes.minutes import MinutesOutline
from scrutiny_app.domain.minutes.minutes_file import read_minutes
from scrutiny_app.domain.report import Report
from scrutiny_app.domain.report_file import open_report_file, read_report
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.report_templates import report_example, report_template

RETYPED = Path(__file__).parent / "documents" / "reports" / "files"

COVERING = """
format = 1
kind = "covering-report"
council = "Kelsham City Council"
committee = "Children and Families Scrutiny Committee"
date = 2027-01-21
title = "School Meals"
report_of = "Statutory Scrutiny Officer"
purpose = "To scrutinise school meals."
actions = ["to note the report"]
background = "Meals cost more than they did."
attached = []
background_papers = []
published_documents = []
wards = "All"
[[contact]]
name = "Jo Field"
telephone = "01632 960101"
email = "jo@kelsham.example"
"""


def every_report_file() -> list[Path]:
    """The sample of every kind, and the real papers re-typed in our own words."""
    samples = sorted(resource("templates").glob("*/sample.toml"))
    return [*samples, *sorted(RETYPED.glob("*.toml"))]


def a_report(text: str = COVERING, kind: str = "covering-report") -> Report:
    """A report read from TOML."""
    return read_report(open_report_file(text, "report.toml"), report_template(kind))


def a_sample_report(kind: str) -> Report:
    """The sample of a kind."""
    return a_report(report_example(kind), kind)


def with_lines(**lines: str) -> str:
    """The covering report with some lines written otherwise, or left out where empty."""
    kept = []
    for line in COVERING.splitlines():
        key = line.partition(" = ")[0]
        new = lines.pop(key, line)
        kept += [new if new == line or not new else f"{key} = {new}"]
    return "\n".join(kept)


def some_minutes(text: str = "") -> MinutesOutline:
    """Minutes read from TOML, the sample of the kind unless another text is given."""
    return read_minutes(open_report_file(text or report_example("minutes"), "minutes.toml"))
