"""Commands about work programmes: import one, list it, move an item, print it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from scrutiny_app.cli import forward_plan
from scrutiny_app.cli.answers import Answer, end_progress, show_progress
from scrutiny_app.cli.parser import Commands, add_to
from scrutiny_app.cli.surroundings import desk, now, today
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.programme.board import Board
from scrutiny_app.domain.programme.moves import move, move_note, moves_of, set_stage
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, Stage
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.store.store import Store

Change = Callable[[ProgrammeItem], ProgrammeItem]


def add_commands(commands: Commands) -> None:
    """Add the command about work programmes and its actions."""
    group = commands.add_group(
        "programme", "Import, list, change and print committees' work programmes."
    )
    taken_in = group.add(
        "import",
        import_file,
        "Import a work programme from a Word table, a PDF, a spreadsheet or CSV.",
    )
    taken_in.add_argument("file", type=Path, metavar="FILE", help="the file with the table")
    taken_in.add_argument("--committee", required=True, metavar="NAME", help="whose it is")
    taken_in.add_argument(
        "--year", required=True, metavar="YEAR", help="its municipal year, such as 2026/27"
    )
    taken_in.add_argument(
        "--check", action="store_true", help="only tell what would be imported; write nothing"
    )
    _choosing(group.add("list", list_items, "List a work programme, and what to look at in it."))
    moved = _choosing(group.add("move", move_item, "Plan an item for another meeting, or park it."))
    moved.add_argument("item", metavar="ITEM", help="the item's title, or a part of it")
    moved.add_argument(
        "--to", required=True, metavar="DAY", help='the meeting\'s day, 2027-01-21, or "parked"'
    )
    moved.add_argument("--reason", default="", help="why; needed once it was planned, and printed")
    moved.add_argument("--from", dest="day", default="", metavar="DAY", help="where it stands now")
    printed = _choosing(
        group.add("print", print_programme, "Print a work programme, or write it as a spreadsheet.")
    )
    add_to(printed, "the file to write: a .pdf, a .docx or an .xlsx")
    printed.add_argument(
        "--turned-down", action="store_true", help="print what was not taken in, too, and why"
    )
    papers = _choosing(
        group.add("report", write_report, "Write the covering report and draw the item's papers.")
    )
    papers.add_argument("meeting", metavar="MEETING", help="the meeting's id or its day")
    add_to(papers, "the folder for the three papers", "DIR")
    papers.add_argument(
        "--method", default="gates", metavar="KEY", help="which way of choosing (default gates)"
    )
    drawn = group.add("process", print_process, "Print how topics are chosen, as a picture.")
    add_to(drawn, "the file to write: a .pdf or a .docx")
    drawn.add_argument("--method", default="gates", metavar="KEY", help="which way (default gates)")
    staged = _choosing(group.add("stage", set_item_stage, "Say where an item has got to, and why."))
    staged.add_argument("item", metavar="ITEM", help="the item's title, or a part of it")
    staged.add_argument(
        "--to", required=True, choices=[one.value for one in Stage], help="the stage"
    )
    staged.add_argument("--reason", default="", help="why; deferred, referred, rejected need it")
    staged.add_argument("--from", dest="day", default="", metavar="DAY", help="where it stands now")
    forward_plan.add_actions(group)


def _choosing(action: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add what says which programme is meant, where a workspace has several."""
    action.add_argument("--committee", default="", metavar="NAME", help="whose programme")
    action.add_argument("--year", default="", metavar="YEAR", help="of which municipal year")
    return action


def import_file(arguments: argparse.Namespace) -> Answer:
    """Import a file into a committee's work programme."""
    from scrutiny_app.jobs.programme.import_programme import import_programme
    from scrutiny_app.jobs.programme.read_programme import read_programme

    if arguments.check:
        _, preview = read_programme(arguments.file, arguments.year, progress=show_progress)
        end_progress()
        notes = (*(one.sentence for one in preview.problems), *preview.remarks)
        return Answer(
            {
                "meetings": len(preview.days),
                "items": len(preview.items),
                "footnotes": len(preview.footnotes),
                "problems": [one.sentence for one in preview.problems],
                "remarks": list(preview.remarks),
            },
            (f"{preview.file_name}: {_counts(preview.days, preview.items)}.", *notes),
            exit_code=1 if preview.problems else 0,
        )
    done = import_programme(
        desk(arguments.workspace),
        arguments.file,
        arguments.committee,
        arguments.year,
        on=today(),
        progress=show_progress,
    )
    end_progress()
    preview, merged = done.preview, done.merged
    remarks = merged.remarks
    if done.new_committee:
        remarks = (f'"{done.committee}" was new to the workspace and was added.', *remarks)
    told = (
        f"{done.committee}, {preview.municipal_year}: {_counts(preview.days, preview.items)}, "
        f"{len(preview.footnotes)} footnotes; {len(merged.added)} new, {len(merged.moved)} moved."
    )
    return Answer(
        {
            "committee": done.committee,
            "year": preview.municipal_year,
            "meetings": len(preview.days),
            "items": len(preview.items),
            "footnotes": len(preview.footnotes),
            "added": len(merged.added),
            "moved": len(merged.moved),
            "kept": len(merged.kept),
            "programme": _totals(merged.programme),
            "remarks": list(remarks),
        },
        (told,),
        remarks,
    )


def list_items(arguments: argparse.Namespace) -> Answer:
    """List a programme by meeting, with what to look at."""
    from scrutiny_app.jobs.programme.show_board import show_board

    with desk(arguments.workspace).read() as store:
        chosen = _chosen(store, arguments)
        programme, board = show_board(store, chosen.id, today=today())
        committee = store.committees.get(programme.committee)
    name = committee.name if committee else ""
    return Answer(
        {
            "committee": name,
            "year": programme.municipal_year,
            **_totals(programme),
            "list": [_record(item) for item in programme.items],
            "findings": [
                {"check": one.check.value, "severity": one.severity.value, "message": one.message}
                for one in board.findings
            ],
        },
        (f"{name}, {programme.municipal_year}", *_lines(board)),
        tuple(one.message for one in board.findings),
    )


def print_programme(arguments: argparse.Namespace) -> Answer:
    """Print a work programme."""
    from scrutiny_app.jobs.programme.make_programme import make_programme
    from scrutiny_app.jobs.programme.prepare_programme import prepare_programme

    with desk(arguments.workspace).read() as store:
        order = prepare_programme(store, _chosen(store, arguments).id)
    order = replace(order, turned_down=arguments.turned_down)
    pages = make_programme(order, arguments.to)
    return Answer(
        {
            "file": str(arguments.to),
            "committee": order.committee,
            "year": order.programme.municipal_year,
            "pages": pages,
            **_totals(order.programme),
        },
        (f"{arguments.to} is written.",),
    )


def write_report(arguments: argparse.Namespace) -> Answer:
    """Put the covering report on record for a meeting and draw the papers of its item."""
    from scrutiny_app.jobs.make_folder import make_folder
    from scrutiny_app.jobs.programme.make_programme_papers import make_programme_papers
    from scrutiny_app.jobs.programme.prepare_programme import prepare_programme
    from scrutiny_app.jobs.programme.write_programme_report import write_programme_report
    from scrutiny_app.rulebook.prioritisation_methods import prioritisation_method

    # Before anything is put on record that could not be drawn
    prioritisation_method(arguments.method)
    make_folder(arguments.to)
    with desk(arguments.workspace).edit() as store:
        meeting = store.meetings.find(arguments.meeting)
        programme = _chosen(store, arguments).id
        order = prepare_programme(store, programme)
        report = write_programme_report(store, meeting, programme, at=now())
    papers = make_programme_papers(report, order, arguments.method, arguments.to)
    return Answer(
        {
            "report": report.id,
            "meeting": meeting,
            "item": report.item,
            "files": [str(path) for path in papers],
        },
        tuple(f"{path} is written." for path in papers),
    )


def print_process(arguments: argparse.Namespace) -> Answer:
    """Print how topics are chosen."""
    from scrutiny_app.jobs.programme.make_process import make_process

    with desk(arguments.workspace).read() as store:
        council = next(iter(store.councils.list()), None)
    name, style = (council.name, council.house_style) if council else ("", "neutral")
    pages = make_process(arguments.method, name, style, arguments.to)
    return Answer(
        {"file": str(arguments.to), "method": arguments.method, "pages": pages},
        (f"{arguments.to} is written.",),
    )


def move_item(arguments: argparse.Namespace) -> Answer:
    """Plan an item for another meeting, or park it."""
    to = None if arguments.to == "parked" else _day(arguments.to)
    where = "the parked list" if to is None else long_date(to, DAY_DATE)
    return _changed(
        arguments,
        lambda item: move(item, to, on=today(), reason=arguments.reason),
        f'Move "{{title}}" to {where}',
    )


def set_item_stage(arguments: argparse.Namespace) -> Answer:
    """Say where an item has got to."""
    stage = Stage(arguments.to)
    return _changed(
        arguments,
        lambda item: set_stage(item, stage, on=today(), reason=arguments.reason),
        f'"{{title}}" is {stage}',
    )


def _changed(arguments: argparse.Namespace, change: Change, step: str) -> Answer:
    from scrutiny_app.jobs.programme.change_programme_item import change_programme_item

    with desk(arguments.workspace).edit() as store:
        found = _item(_chosen(store, arguments), arguments.item, arguments.day)
        name = step.format(title=found.title)
        item = change_programme_item(store, found.id, change, name)
    note = move_note(item)
    return Answer(_record(item), (f"{item.title}: {_where(item)}{f', {note}' if note else ''}.",))


def _chosen(store: Store, arguments: argparse.Namespace) -> Programme:
    """Return the one programme that the options leave.

    Raises:
        NotFound: none is left.
        WrongInput: several are.
    """
    from scrutiny_app.domain.municipal_year import parse_year_label, year_label
    from scrutiny_app.jobs.find_committee import find_committee

    committee = find_committee(store, arguments.committee).id if arguments.committee else None
    year = year_label(parse_year_label(arguments.year)) if arguments.year else None
    lines = [
        line
        for line in store.programmes.list()
        if committee in (None, line.committee_id) and year in (None, line.municipal_year)
    ]
    if not lines:
        raise NotFound(
            "There is no such work programme in this workspace. Import one with: programme "
            "WORKSPACE import FILE --committee NAME --year 2026/27."
        )
    if len(lines) > 1:
        said = "; ".join(f"{line.committee}, {line.municipal_year}" for line in lines)
        raise WrongInput(
            f"There are {len(lines)} work programmes: {said}. Say which with --committee and "
            "--year."
        )
    return store.programmes.get(lines[0].id)


def _item(programme: Programme, wanted: str, day: str) -> ProgrammeItem:
    """Return the one item whose title holds the words, of the meeting named if one is."""
    on = _day(day) if day else None
    items = [item for item in programme.items if on in (None, item.day)]
    found = [item for item in items if wanted.casefold() in item.title.casefold()]
    whole = [item for item in found if wanted.casefold() == item.title.casefold()]
    found = whole or found
    if not found:
        raise NotFound(f'No item of the work programme is called "{wanted}". List them with: list.')
    if len(found) > 1:
        said = "; ".join(f"{item.title} ({_where(item)})" for item in found)
        raise WrongInput(
            f'{len(found)} items match "{wanted}": {said}. Say which with --from DAY, or write the '
            "whole title."
        )
    return found[0]


def _lines(board: Board) -> Iterator[str]:
    for column in board.columns:
        yield f"{long_date(column.day)}: {column.capacity_note}"
        yield from (_line(item) for item in column.items)
    for heading, items in (("Parked", board.parked), ("Closed", board.closed)):
        if items:
            yield heading
            yield from (f"{_line(item)} ({item.stage})" for item in items)


def _line(item: ProgrammeItem) -> str:
    note = move_note(item)
    when = f", {item.window}" if item.day is None and item.window else ""
    return f"  {item.title}{when}{f'; {note}' if note else ''}"


def _where(item: ProgrammeItem) -> str:
    return long_date(item.day, DAY_DATE) if item.day is not None else f"parked, {item.stage}"


def _record(item: ProgrammeItem) -> dict[str, object]:
    return {
        "id": item.id,
        "title": item.title,
        "purpose": item.purpose,
        "kind": item.kind.value,
        "stage": item.stage.value,
        "day": None if item.day is None else item.day.isoformat(),
        "window": item.window,
        "moves": len(moves_of(item)),
    }


def _totals(programme: Programme) -> dict[str, object]:
    return {
        "meetings": len(programme.days),
        "items": len(programme.items),
        "parked": len(programme.parked),
        "footnotes": len(programme.footnotes),
    }


def _counts(days: tuple[date, ...], items: tuple[object, ...]) -> str:
    return f"{len(days)} meetings, {len(items)} items"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongInput(f'"{text}" is not a day. Write it as 2027-01-21.') from error
