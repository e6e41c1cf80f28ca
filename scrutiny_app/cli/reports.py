"""Commands about reports written as data: draw one, list the kinds, show an example."""

from __future__ import annotations

import argparse

from scrutiny_app.cli.answers import Answer
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.finding import Severity


def report(arguments: argparse.Namespace) -> Answer:
    """Draw a report file, list the kinds of report, or show an example of one."""
    if arguments.list:
        return _kinds()
    if arguments.example:
        return _example(arguments.example)
    if arguments.word_template:
        return _starter(arguments)
    file = getattr(arguments, "report.toml")
    if file is None or arguments.to is None:
        raise WrongInput(
            "Say which report to draw and where: scrutiny-app report REPORT.toml --to FILE.pdf. "
            "scrutiny-app report --list tells the kinds of report."
        )
    from scrutiny_app.jobs.draw_report import draw_report

    drawn = draw_report(file, arguments.to, template=arguments.template)
    record: dict[str, object] = {"file": str(arguments.to), "kind": drawn.kind}
    if drawn.pages is not None:
        record["pages"] = drawn.pages
    record["warnings"] = list(drawn.warnings)
    length = "" if drawn.pages is None else f", {_counted(drawn.pages)}"
    return Answer(record, (f"{arguments.to} is written{length}.",), drawn.warnings)


def check_template(arguments: argparse.Namespace) -> Answer:
    """Check a council's Word template against a kind of report."""
    from scrutiny_app.jobs.check_template import check_template as check

    findings = check(arguments.template, arguments.kind)
    problems = [one for one in findings if one.severity is Severity.PROBLEM]
    end = f"{len(problems)} to put right" if problems else "It can be filled"
    return Answer(
        {
            "template": str(arguments.template),
            "kind": arguments.kind,
            "findings": [
                {"severity": one.severity.value, "message": one.message, "where": one.where}
                for one in findings
            ],
        },
        (*(f"{one.severity.value}: {one.message}" for one in findings), f"{end}."),
        exit_code=1 if problems else 0,
    )


def _kinds() -> Answer:
    from scrutiny_app.rulebook.report_templates import report_kinds

    kinds = report_kinds()
    return Answer(
        {"kinds": [{"kind": one.kind, "title": one.title, "tells": one.tells} for one in kinds]},
        tuple(f"{one.kind}: {one.title}. {one.tells}" for one in kinds),
    )


def _example(kind: str) -> Answer:
    from scrutiny_app.rulebook.report_templates import report_example

    text = report_example(kind)
    return Answer({"kind": kind, "example": text}, (text.rstrip("\n"),))


def _starter(arguments: argparse.Namespace) -> Answer:
    from scrutiny_app.jobs.write_starter import write_starter

    if arguments.to is None:
        raise WrongInput("Say where the template goes: --to FILE.docx.")
    write_starter(arguments.word_template, arguments.to)
    return Answer(
        {"file": str(arguments.to), "kind": arguments.word_template},
        (f"{arguments.to} is written. Restyle it in Word, then try it with check-template.",),
    )


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
