"""Commands that write documents: the pack, the agenda, the minutes template."""

from __future__ import annotations

import argparse
import time

from scrutiny_app.cli.answers import Answer, end_progress, show_progress
from scrutiny_app.cli.password_file import password_in
from scrutiny_app.cli.surroundings import desk
from scrutiny_app.domain.agenda_pack import Edition, PackLayout


def pack(arguments: argparse.Namespace) -> Answer:
    """Build the agenda pack."""
    from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack

    started = time.perf_counter()
    file = arguments.password_file
    built = build_agenda_pack(
        desk(arguments.workspace),
        arguments.meeting,
        arguments.to,
        edition=Edition(arguments.edition),
        password=password_in(file),
        progress=show_progress,
    )
    end_progress()
    seconds = round(time.perf_counter() - started, 3)
    receipt = built.receipt
    return Answer(
        {
            "file": str(arguments.to),
            "edition": receipt.edition.value,
            "locked": file is not None,
            "pages": receipt.pages,
            "items": _items(built.layout),
            "blanks": list(built.layout.blanks),
            "warnings": list(receipt.problems),
            "seconds": seconds,
            "sha256": receipt.sha256,
        },
        (f"{arguments.to}: {receipt.pages} pages, in {seconds:.1f} seconds.",),
        receipt.problems,
    )


def agenda(arguments: argparse.Namespace) -> Answer:
    """Write the agenda's front sheet."""
    from scrutiny_app.jobs.packs.draw_agenda import draw_agenda

    draw_agenda(desk(arguments.workspace), arguments.meeting, arguments.to)
    return Answer({"file": str(arguments.to)}, (f"{arguments.to} is written.",))


def minutes(arguments: argparse.Namespace) -> Answer:
    """Write the minutes as they were taken, or the template."""
    from scrutiny_app.jobs.draw_minutes import draw_minutes

    findings = draw_minutes(desk(arguments.workspace), arguments.meeting, arguments.to)
    told = tuple(one.message for one in findings)
    return Answer(
        {"file": str(arguments.to), "warnings": list(told)},
        (f"{arguments.to} is written.",),
        told,
    )


def _items(layout: PackLayout) -> list[dict[str, object]]:
    """Return every item with its stamped pages; without papers it has none.

    ``further`` are runs of pages that stand apart from the first, as withheld papers do.
    """
    listed: list[dict[str, object]] = []
    for planned in layout.plan.items:
        span = layout.items.get(planned.item.id)
        listed.append(
            {
                "number": planned.number,
                "title": planned.item.title,
                "first": span.first if span else None,
                "last": span.last if span else None,
                "further": [[run.first, run.last] for run in span.further] if span else [],
            }
        )
    return listed
