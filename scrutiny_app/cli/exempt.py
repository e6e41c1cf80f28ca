"""The command that lists what is not for publication."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.surroundings import desk
from scrutiny_app.domain.exempt_register import RegisterEntry, Review
from scrutiny_app.domain.paper import Access
from scrutiny_app.domain.wording import listed, long_date


def exempt(arguments: argparse.Namespace) -> Answer:
    """List the register of exempt and confidential papers."""
    from scrutiny_app.jobs.list_exempt_papers import list_exempt_papers

    register = list_exempt_papers(desk(arguments.workspace), year=arguments.year)
    record: dict[str, object] = {
        "papers": [
            {
                "meeting_on": entry.held_on.isoformat(),
                "committee": entry.committee,
                "item": entry.item,
                "item_title": entry.item_title,
                "title": entry.title,
                "access": entry.access.value,
                "paragraphs": list(entry.paragraphs),
                "reason": entry.reason,
                "review_on": entry.review_on.isoformat() if entry.review_on else None,
                "review": entry.review(register.today).value,
                "made_public_by": entry.made_public_by,
            }
            for entry in register.entries
        ],
        "overdue": len(register.overdue),
    }
    year = f" in {arguments.year}" if arguments.year else ""
    written = _drawn(arguments)
    if arguments.to is not None:
        record["file"] = str(arguments.to)
    lines = tuple(_lines(register.entries, register.today))
    count = f"Papers on the register{year}: {len(register.entries)}, overdue for review: "
    return Answer(record, (*lines, f"{count}{len(register.overdue)}.", *written))


def _drawn(arguments: argparse.Namespace) -> tuple[str, ...]:
    """Draw the register as a report where one is asked for; say so."""
    if arguments.to is None:
        return ()
    from scrutiny_app.jobs.draw_exemption_report import draw_exemption_report

    draw_exemption_report(desk(arguments.workspace), arguments.to, year=arguments.year)
    return (f"{arguments.to} is written.",)


def _lines(entries: Iterable[RegisterEntry], today: date) -> Iterator[str]:
    for entry in entries:
        yield f"{long_date(entry.held_on)}, {entry.committee}, item {entry.item}: {entry.title}"
        yield f"    {_why(entry)}"
        yield f"    {_review(entry, entry.review(today))}"


def _why(entry: RegisterEntry) -> str:
    if entry.access is Access.PUBLIC:
        return f"Open to the public now: {entry.made_public_by}"
    if entry.access is Access.CONFIDENTIAL:
        return f"Confidential: {entry.reason}"
    word = "paragraph" if len(entry.paragraphs) == 1 else "paragraphs"
    return f"Exempt under {word} {listed(entry.paragraphs)}: {entry.reason}"


def _review(entry: RegisterEntry, review: Review) -> str:
    match review, entry.review_on:
        case Review.OVERDUE, day if day:
            return f"Review was due on {long_date(day)}."
        case Review.AHEAD, day if day:
            return f"Review on {long_date(day)}."
        case Review.NO_DAY, _:
            return "No day of review is set; write review_on = 2028-01-21 in the paper's table."
        case _:
            return "No review is needed."
