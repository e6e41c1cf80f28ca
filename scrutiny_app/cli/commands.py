"""Every command, its arguments and its help; what each does is in the modules beside this one."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app import __version__
from scrutiny_app.cli import (
    budget_commands,
    calendars,
    documents,
    exempt,
    filed_reports,
    meetings,
    notice,
    programme,
    publishing,
    reports,
    sample,
    window,
    workspaces,
)
from scrutiny_app.cli.parser import Commands, Parser, a_number, a_path_ending, add_to


def build_parser() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(
        prog="scrutiny-app",
        description="Agendas, packs and minutes for council scrutiny committees, offline.",
    )
    parser.add_argument("--version", action="version", version=f"scrutiny-app {__version__}")
    commands = Commands(parser)
    _workspace_commands(commands)
    _meeting_commands(commands)
    _document_commands(commands)
    _publishing_commands(commands)
    notice.add_commands(commands)
    calendars.add_commands(commands)
    _register_commands(commands)
    _report_commands(commands)
    filed_reports.add_commands(commands)
    programme.add_commands(commands)
    budget_commands.add_commands(commands)
    window.add_commands(commands)
    return parser


def _workspace_commands(commands: Commands) -> None:
    workspace = ["WORKSPACE"]
    commands.add("new", workspaces.new, "Make a new, empty workspace.", places=workspace)
    commands.add(
        "check",
        workspaces.check,
        "Check that a workspace holds everything it recorded, unaltered. Exits 1 on findings.",
        places=workspace,
    )
    backup = commands.add(
        "backup", workspaces.backup, "Copy a workspace into one checked file.", places=workspace
    )
    add_to(backup, "the backup to write")
    restore = commands.add(
        "restore", workspaces.restore, "Bring a backup back as a new workspace.", places=["FILE"]
    )
    add_to(
        restore, "the folder of the workspace to make; it must not exist, or be empty", "WORKSPACE"
    )
    commands.add("undo", workspaces.undo, "Take the last step back.", places=workspace)
    commands.add("redo", workspaces.redo, "Do the step last taken back again.", places=workspace)
    history = commands.add(
        "history", workspaces.history, "List what was done, newest first.", places=workspace
    )
    history.add_argument("--limit", type=a_number, default=50, help="how many steps (default 50)")
    purge = commands.add(
        "purge",
        workspaces.purge,
        "Erase a removed paper for good, from the files, the history and the search.",
        places=workspace,
    )
    purge.add_argument("--sha256", required=True, metavar="HASH", help="the SHA-256 of its file")
    purge.add_argument("--reason", required=True, help="why; it is kept with the date")


def _meeting_commands(commands: Commands) -> None:
    load = commands.add(
        "load",
        meetings.load,
        "Load a meeting with its papers; loading it again brings it up to date.",
        places=["WORKSPACE", "MEETING.toml"],
    )
    load.add_argument(
        "--accept-major",
        action="store_true",
        help="change titles, items, day or place although the agenda is published",
    )
    commands.add("meetings", meetings.meetings, "List the meetings.", places=["WORKSPACE"])
    search = commands.add(
        "search",
        meetings.search,
        "Search papers and agendas; answers with the page in the paper and in the pack.",
        places=["WORKSPACE", "TEXT"],
    )
    search.add_argument("--limit", type=a_number, default=20, help="how many hits (default 20)")


def _document_commands(commands: Commands) -> None:
    meeting = ["WORKSPACE", "MEETING"]
    pack = commands.add(
        "pack",
        documents.pack,
        "Build the agenda pack as one PDF, for the public or with all papers.",
        places=meeting,
    )
    add_to(pack, "the pack to write, a .pdf", ending=".pdf")
    _edition(pack)
    agenda = commands.add(
        "agenda", documents.agenda, "Write the agenda's front sheet.", places=meeting
    )
    add_to(agenda, "the document to write, a .pdf or a .docx")
    minutes = commands.add(
        "minutes", documents.minutes, "Write the minutes as taken, or the template.", places=meeting
    )
    add_to(minutes, "the document to write, a .pdf or a .docx")
    demo = commands.add(
        "demo", sample.demo, "Build the sample council's pack and minutes, to try the program out."
    )
    demo.add_argument(
        "--to", type=Path, default=Path("scrutiny-demo"), metavar="DIR", help="where to build them"
    )
    demo.add_argument(
        "--no-window",
        action="store_true",
        help="only build the files; do not open the window",
    )


def _edition(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--edition",
        choices=("public", "full"),
        default="public",
        help="public (default) leaves exempt and confidential papers out; full marks them",
    )
    command.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="lock the full edition with the password on the first line of this file",
    )


def _publishing_commands(commands: Commands) -> None:
    meeting = ["WORKSPACE", "MEETING"]
    publish = commands.add(
        "publish",
        publishing.publish,
        "Publish the agenda: titles and page numbers then stand. It cannot be undone.",
        places=meeting,
    )
    publish.add_argument(
        "--at", default="", metavar="TIME", help="when, in UK time: 2027-01-13T16:30 (default now)"
    )
    publish.add_argument(
        "--urgency",
        default="",
        metavar="REASON",
        help="the special circumstances that make it urgent, where notice is short",
    )
    publish.add_argument(
        "--chair-agreed", default="", metavar="DAY", help="the day the chair agreed that it is"
    )
    publish.add_argument(
        "--short-notice",
        default="",
        metavar="REASON",
        help="why the meeting was called with less notice",
    )
    publish.add_argument(
        "--convened", default="", metavar="DAY", help="the day it was called at short notice"
    )
    publish.add_argument("--yes", action="store_true", help="do not ask")
    supplement = commands.add(
        "supplement",
        publishing.supplement,
        "Issue what came since: one PDF, its pages going on from those published.",
        places=meeting,
    )
    supplement.add_argument(
        "--to",
        type=a_path_ending(".pdf"),
        metavar="FILE",
        help="the supplement to write and issue, a .pdf",
    )
    supplement.add_argument(
        "--consolidated",
        type=a_path_ending(".pdf"),
        metavar="FILE",
        help="also write a reading copy of everything issued, numbered the same; alone, only that",
    )
    _edition(supplement)
    bundle = commands.add(
        "bundle",
        publishing.bundle,
        "Write the public papers as files with web pages, for the council's website.",
        places=meeting,
    )
    add_to(bundle, "the folder to make; it must not exist, or be empty", "DIR")


def _register_commands(commands: Commands) -> None:
    register = commands.add(
        "exempt",
        exempt.exempt,
        "List the papers that are not for publication, why, and when each is reviewed.",
        places=["WORKSPACE"],
    )
    register.add_argument(
        "--year", default="", metavar="YEAR", help="one municipal year only, such as 2026/27"
    )
    register.add_argument(
        "--to", type=Path, metavar="FILE", help="draw the register as a report, a .pdf or a .docx"
    )


def _report_commands(commands: Commands) -> None:
    report = commands.add(
        "report",
        reports.report,
        "Draw a report, a briefing note or minutes written as text; needs no workspace.",
        places=["REPORT.toml"],
    )
    report.add_argument(
        "--to", type=Path, metavar="FILE", help="the document to write, a .pdf or a .docx"
    )
    report.add_argument(
        "--template",
        type=Path,
        help="your council's own Word template to fill, or its own folder to draw by",
    )
    report.add_argument("--list", action="store_true", help="list the kinds of report")
    report.add_argument(
        "--example", metavar="KIND", help="print a whole example of a kind, to start from"
    )
    report.add_argument(
        "--word-template",
        metavar="KIND",
        help="write a kind's Word template, for your council to restyle",
    )
    report.add_argument(
        "--template-folder",
        metavar="KIND",
        help="write a kind's whole folder, for your council to make a kind of its own",
    )
    check = commands.add(
        "check-template",
        reports.check_template,
        "Check your council's own Word template or template folder before you need it. Exits 1 on "
        "problems.",
        places=["TEMPLATE"],
    )
    check.add_argument(
        "--kind",
        default="",
        help="the kind of report a Word template is for; report --list tells them",
    )
