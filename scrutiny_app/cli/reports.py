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
        return _word_template(arguments)
    if arguments.template_folder:
        return _template_folder(arguments)
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
    """Check a council's Word template against a kind of report, or its template folder."""
    from scrutiny_app.jobs.check_template import check_template as check

    findings = check(arguments.template, arguments.kind)
    problems = [one for one in findings if one.severity is Severity.PROBLEM]
    end = f"{len(problems)} to put right" if problems else "It can be filled"
    return Answer(
        {
            "template": str(arguments.template),
            "kind": arguments.kind or arguments.template.resolve().name,
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


def _word_template(arguments: argparse.Namespace) -> Answer:
    from scrutiny_app.jobs.copy_word_template import copy_word_template

    if arguments.to is None:
        raise WrongInput("Say where the template goes: --to FILE.docx.")
    copy_word_template(arguments.word_template, arguments.to)
    return Answer(
        {"file": str(arguments.to), "kind": arguments.word_template},
        (f"{arguments.to} is written. Restyle it in Word, then try it with check-template.",),
    )


def _template_folder(arguments: argparse.Namespace) -> Answer:
    from scrutiny_app.jobs.copy_template_folder import copy_template_folder

    if arguments.to is None:
        raise WrongInput("Say where the template goes: --to FOLDER.")
    kind = copy_template_folder(arguments.template_folder, arguments.to)
    told = (
        f'{arguments.to} is written: your own kind of report, "{kind}". template.toml says what it '
        "holds, sample.toml is a report to start from, template.docx is how it looks in Word. "
        "Change them, then try the folder with check-template."
    )
    return Answer({"folder": str(arguments.to), "kind": kind}, (told,))


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
