"""The command that writes meetings for other calendars."""

from __future__ import annotations

import argparse

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.parser import Commands, add_to
from scrutiny_app.cli.surroundings import desk


def add_commands(commands: Commands) -> None:
    """Add the command to the list."""
    command = commands.add(
        "calendar",
        calendar,
        "Write the meetings as an iCalendar file, for Outlook and other calendars.",
        places=["WORKSPACE"],
    )
    add_to(command, "the .ics file to write", ending=".ics")
    command.add_argument(
        "--committee", default="", metavar="NAME", help="only the meetings of this committee"
    )


def calendar(arguments: argparse.Namespace) -> Answer:
    """Write the meetings as an iCalendar file."""
    from scrutiny_app.jobs.write_calendar import write_calendar

    count = write_calendar(desk(arguments.workspace), arguments.to, committee=arguments.committee)
    meetings = "1 meeting" if count == 1 else f"{count} meetings"
    return Answer({"file": str(arguments.to), "meetings": count}, (f"{arguments.to}: {meetings}.",))
