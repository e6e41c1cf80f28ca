"""The command that tells how the notice of a meeting stands."""

from __future__ import annotations

import argparse

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.parser import Commands
from scrutiny_app.cli.surroundings import desk
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.publication import ItemPublication


def add_commands(commands: Commands) -> None:
    """Add ``notice``."""
    commands.add(
        "notice",
        notice,
        "Tell the clear days, and of every item whether it may be considered. Exits 1 on problems.",
        places=["WORKSPACE", "MEETING"],
    )


def notice(arguments: argparse.Namespace) -> Answer:
    """Tell how the notice of a meeting and of each of its items stands."""
    from scrutiny_app.jobs.check_notice import check_notice

    checked = check_notice(desk(arguments.workspace), arguments.meeting)
    clock = checked.clock
    problems = any(one.severity is Severity.PROBLEM for one in checked.findings)
    published_at = checked.agenda.meeting.published_at
    return Answer(
        {
            "clear_days": clock.clear_days,
            "needed": clock.needed,
            "publish_by": clock.publish_by.isoformat(),
            "published_at": published_at.isoformat() if published_at else None,
            "items": [_record(one) for one in checked.items],
            "findings": [
                {"severity": one.severity.value, "message": one.message, "where": one.where}
                for one in checked.findings
            ],
        },
        (clock.sentence, *map(_line, checked.items)),
        tuple(f"{one.severity}, {one.where}: {one.message}" for one in checked.findings),
        exit_code=int(problems),
    )


def _record(one: ItemPublication) -> dict[str, object]:
    item = one.numbered.item
    return {
        "number": one.numbered.number,
        "title": item.title,
        "state": one.state.value,
        "added_on": item.added_on.isoformat() if item.added_on else None,
        "late_papers": [paper.title for paper in one.late_papers],
        "needs": list(one.needs),
        "may_be_considered": not one.barred,
    }


def _line(one: ItemPublication) -> str:
    barred = ", and may not be considered as things stand" if one.barred else ""
    return f"{one.numbered.number}. {one.numbered.item.title}: {one.state}{barred}"
