"""Actions on what scrutiny looks ahead to: the forward plan, and what is to come back."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.parser import Actions
from scrutiny_app.cli.surroundings import desk, today
from scrutiny_app.domain.committee import Council
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.store.store import Store


def add_actions(group: Actions) -> None:
    """Add the actions about the forward plan, requests and work that is planned twice."""
    plan = group.add(
        "forward-plan",
        forward_plan,
        "Import the executive's forward plan, and tell which decisions no meeting comes before.",
    )
    plan.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="a table; leave it out to check only"
    )
    waiting = group.add(
        "returns", returns, "List what a committee resolved to receive and has not received yet."
    )
    waiting.add_argument("--committee", required=True, metavar="NAME", help="which committee")
    twice = group.add(
        "duplicates", duplicates, "List work that two committees seem to have planned alike."
    )
    twice.add_argument("--year", required=True, metavar="YEAR", help="of which municipal year")


def forward_plan(arguments: argparse.Namespace) -> Answer:
    """Import the forward plan, if a file is given, and check it against the meetings."""
    from scrutiny_app.jobs.programme.check_forward_plan import check_forward_plan
    from scrutiny_app.jobs.programme.import_forward_plan import import_forward_plan
    from scrutiny_app.jobs.read_table_file import read_table_file

    here = desk(arguments.workspace)
    if arguments.file is not None:
        table = read_table_file(arguments.file)
        with here.edit() as store:
            import_forward_plan(store, _council(store), table, today=today())
    with here.read() as store:
        entries, findings = check_forward_plan(store, _council(store), today=today())
    warned = tuple(one.message for one in findings if one.severity is Severity.WARNING)
    notes = tuple(one.message for one in findings if one.severity is not Severity.WARNING)
    return Answer(
        {
            "decisions": [_record(entry) for entry in entries],
            "findings": [
                {"decision": one.entry, "severity": one.severity.value, "message": one.message}
                for one in findings
            ],
        },
        (f"Decisions to come: {len(entries)}.", *notes),
        warned,
    )


def returns(arguments: argparse.Namespace) -> Answer:
    """List what has not come back, with what the minutes since asked for."""
    from scrutiny_app.jobs.find_committee import find_committee
    from scrutiny_app.jobs.programme.collect_returns import collect_returns

    with desk(arguments.workspace).edit() as store:
        waiting = collect_returns(store, find_committee(store, arguments.committee).id)
    return Answer(
        {
            "waiting": [
                {
                    "id": one.id,
                    "text": one.text,
                    "asked_on": one.asked_on.isoformat(),
                    "asked_in": one.asked_in,
                    "kind": one.kind.value,
                    "item": one.item,
                }
                for one in waiting
            ]
        },
        tuple(f"{long_date(one.asked_on, DAY_DATE)}, {one.asked_in}: {one.text}" for one in waiting)
        or ("Nothing is waited for.",),
    )


def duplicates(arguments: argparse.Namespace) -> Answer:
    """List the pairs of items of two committees that look like the same work."""
    from scrutiny_app.domain.municipal_year import parse_year_label, year_label
    from scrutiny_app.jobs.programme.compare_programmes import compare_programmes

    with desk(arguments.workspace).read() as store:
        pairs = compare_programmes(store, year_label(parse_year_label(arguments.year)))
    return Answer(
        {
            "pairs": [
                {
                    "likeness": round(pair.likeness, 2),
                    "items": [
                        {"committee": side.committee, "title": side.item.title}
                        for side in (pair.one, pair.other)
                    ],
                }
                for pair in pairs
            ]
        },
        tuple(
            f"{pair.one.committee}: {pair.one.item.title} | "
            f"{pair.other.committee}: {pair.other.item.title}"
            for pair in pairs
        )
        or ("No work looks alike.",),
    )


def _council(store: Store) -> Council:
    council = next(iter(store.councils.list()), None)
    if council is None:
        raise NotFound("This workspace has no council yet. Load a meeting or import a programme.")
    return council


def _record(entry: PlanEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "reference": entry.reference,
        "title": entry.title,
        "decision_on": None if entry.decision_on is None else entry.decision_on.isoformat(),
        "key": entry.key,
    }
