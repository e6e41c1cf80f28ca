"""Commands about reports that are on record in a workspace."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.parser import Commands, a_number, add_to
from scrutiny_app.cli.surroundings import desk
from scrutiny_app.domain.wording import long_date


def add_commands(commands: Commands) -> None:
    """Add ``reports`` with its actions."""
    group = commands.add_group("reports", "Keep reports with the meetings and items they are for.")
    filing = group.add(
        "file", file, "Put a report file on record; again, it is brought up to date."
    )
    filing.add_argument("report", type=Path, metavar="REPORT.toml", help="the report file")
    filing.add_argument("--meeting", default="", help="the meeting it is for, by id or date")
    filing.add_argument("--item", type=a_number, metavar="NUMBER", help="the item it is for")
    listing = group.add("list", reports, "List the reports with their ids.")
    listing.add_argument("--meeting", default="", help="those of one meeting, by id or date")
    drawing = group.add("draw", draw, "Draw a report that is on record.")
    drawing.add_argument("id", metavar="ID", help="its id; list tells it")
    add_to(drawing, "the document to write, a .pdf or a .docx")
    drawing.add_argument(
        "--template",
        type=Path,
        help="your council's own Word template to fill, or its own folder to draw by",
    )
    removing = group.add("remove", remove, "Take a report off the records; undo brings it back.")
    removing.add_argument("id", metavar="ID", help="its id; list tells it")


def file(arguments: argparse.Namespace) -> Answer:
    """Put a report file on record."""
    from scrutiny_app.jobs.file_report import file_report

    filed = file_report(
        desk(arguments.workspace),
        arguments.report,
        meeting=arguments.meeting,
        item=arguments.item,
    )
    record = filed.record
    how = "is brought up to date" if filed.again else "is on record"
    return Answer(
        {
            "id": record.id,
            "kind": record.kind,
            "title": record.title,
            "again": filed.again,
            "warnings": list(filed.warnings),
        },
        (f"{record.title} {how}: {record.id}",),
        filed.warnings,
    )


def reports(arguments: argparse.Namespace) -> Answer:
    """List the reports that are on record."""
    from scrutiny_app.jobs.list_reports import list_reports

    lines = list_reports(desk(arguments.workspace), meeting=arguments.meeting)
    return Answer(
        {
            "reports": [
                {
                    "id": line.record.id,
                    "kind": line.record.kind,
                    "title": line.record.title,
                    "meeting_on": line.held_on.isoformat() if line.held_on else None,
                    "item": line.item,
                }
                for line in lines
            ]
        },
        tuple(
            ", ".join(
                (
                    line.record.id,
                    line.record.kind,
                    line.record.title,
                    *((long_date(line.held_on),) if line.held_on else ()),
                    *((f"item {line.item}",) if line.item else ()),
                )
            )
            for line in lines
        )
        or ("No report is on record yet.",),
    )


def draw(arguments: argparse.Namespace) -> Answer:
    """Draw a report that is on record."""
    from scrutiny_app.jobs.draw_filed_report import draw_filed_report

    drawn = draw_filed_report(
        desk(arguments.workspace), arguments.id, arguments.to, template=arguments.template
    )
    return Answer(
        {"file": str(arguments.to), "kind": drawn.kind, "warnings": list(drawn.warnings)},
        (f"{arguments.to} is written.",),
        drawn.warnings,
    )


def remove(arguments: argparse.Namespace) -> Answer:
    """Take a report off the records."""
    from scrutiny_app.jobs.remove_report import remove_report

    title = remove_report(desk(arguments.workspace), arguments.id)
    return Answer({"removed": title}, (f"{title} is taken off the records.",))
