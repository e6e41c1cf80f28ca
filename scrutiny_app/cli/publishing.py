"""Commands that publish: the agenda, what came since, and the files for the website."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from scrutiny_app.cli.answers import Answer, end_progress, show_progress
from scrutiny_app.cli.password_file import password_in
from scrutiny_app.cli.surroundings import desk
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import NoticeTooShort, WrongInput
from scrutiny_app.domain.notice import LONDON
from scrutiny_app.domain.wording import clock_time, long_date

if TYPE_CHECKING:
    from scrutiny_app.jobs.publication_order import LateReasons, Prospect


def publish(arguments: argparse.Namespace) -> Answer:
    """Publish an agenda, once the officer has seen its clear days and said yes."""
    from scrutiny_app.jobs.notice_given import notice_sentence
    from scrutiny_app.jobs.publish_agenda import look_ahead, publish_agenda

    workplace, reasons = desk(arguments.workspace), _reasons(arguments)
    at = _moment(arguments.at)
    try:
        prospect = look_ahead(workplace, arguments.meeting, at=at, reasons=reasons)
    except NoticeTooShort as error:
        raise NoticeTooShort(f"{error} Give them with --urgency or --short-notice.") from error
    notice = prospect.notice
    _confirm(prospect, yes=arguments.yes, told=not arguments.json)
    done = publish_agenda(workplace, arguments.meeting, at=prospect.at, reasons=reasons)
    issue = done.issue
    local = issue.published_at.astimezone(LONDON)
    return Answer(
        {
            "issue": issue.number,
            "published_at": issue.published_at.isoformat(),
            "clear_days": notice.clear_days,
            "needed": notice.needed,
            "latest_day": notice.latest_day.isoformat(),
            "short": notice.short,
            "urgency": notice.urgency,
            "short_notice": notice.short_notice,
            "chair_agreed_on": notice.chair_agreed_on and notice.chair_agreed_on.isoformat(),
            "pages": issue.last_page,
            "warnings": list(done.reminders),
        },
        (
            *((notice_sentence(notice),) if arguments.yes else ()),
            f"Published at {clock_time(local.time())} on {long_date(local.date())}.",
            f"Titles and page numbers 1 to {issue.last_page} stand from now on.",
        ),
        done.reminders,
    )


def supplement(arguments: argparse.Namespace) -> Answer:
    """Issue what came since the agenda was published."""
    from scrutiny_app.jobs.packs.build_consolidated import build_consolidated
    from scrutiny_app.jobs.packs.build_supplement import build_supplement
    from scrutiny_app.jobs.packs.readership import readership

    workplace = desk(arguments.workspace)
    password = password_in(arguments.password_file)
    readers = readership(Edition(arguments.edition), password)
    if arguments.to is None and arguments.consolidated is None:
        raise WrongInput(
            "Say where to write the supplement: --to FILE.pdf, and --consolidated FILE.pdf for a "
            "reading copy of everything."
        )
    if arguments.to is None:
        receipt = build_consolidated(
            workplace, arguments.meeting, arguments.consolidated, readers=readers
        )
        return Answer(
            {
                "consolidated": str(arguments.consolidated),
                "edition": receipt.edition.value,
                "pages": receipt.pages,
            },
            (f"{arguments.consolidated}: {receipt.pages} pages, numbered as they were issued.",),
        )
    built = build_supplement(
        workplace,
        arguments.meeting,
        arguments.to,
        consolidated=arguments.consolidated,
        readers=readers,
        progress=show_progress,
    )
    end_progress()
    number = built.supplement.number
    issued = ", as it was issued before; nothing came since" if built.again else ""
    whole = {"consolidated": str(arguments.consolidated)} if arguments.consolidated else {}
    return Answer(
        {
            "file": str(arguments.to),
            "supplement": number,
            "edition": built.receipt.edition.value,
            "locked": password is not None,
            "again": built.again,
            "pages": built.receipt.pages,
            "labels": list(built.layout.stamped),
            "collation": list(built.notes),
            "warnings": list(built.receipt.problems),
            "sha256": built.receipt.sha256,
            **whole,
        },
        (
            f"{arguments.to}: supplement {number}, {built.receipt.pages} pages{issued}.",
            *built.notes,
            *(f"{path}: a reading copy of everything." for path in whole.values()),
        ),
        built.receipt.problems,
    )


def bundle(arguments: argparse.Namespace) -> Answer:
    """Write the public papers as files for the website."""
    from scrutiny_app.jobs.packs.bundle_papers import bundle_papers

    built = bundle_papers(
        desk(arguments.workspace), arguments.meeting, arguments.to, progress=show_progress
    )
    end_progress()
    return Answer(
        {
            "folder": str(arguments.to),
            "files": [{"name": name, "bytes": size} for name, size in sorted(built.sizes.items())],
            "warnings": list(built.receipt.problems),
            "sha256": built.receipt.sha256,
        },
        (f"{arguments.to}: {len(built.files)} papers, the agenda and a list of them all.",),
        built.receipt.problems,
    )


def _reasons(arguments: argparse.Namespace) -> LateReasons:
    from scrutiny_app.jobs.publication_order import LateReasons

    return LateReasons(
        arguments.urgency,
        _day(arguments.chair_agreed),
        arguments.short_notice,
        _day(arguments.convened),
    )


def _confirm(prospect: Prospect, *, yes: bool, told: bool) -> None:
    """Show what publishing would mean and ask; without a terminal only --yes will do."""
    from scrutiny_app.jobs.notice_given import notice_sentence

    if yes:
        return
    sentence = notice_sentence(prospect.notice)
    if not sys.stdin.isatty() or not told:
        raise WrongInput(
            f"{sentence} Nothing was published: publishing cannot be undone, so say --yes where "
            "nobody can be asked."
        )
    for line in (sentence, *prospect.reminders):
        print(line)
    print("Titles and page numbers then stand, and it cannot be undone. Publish? (yes/no) ", end="")
    sys.stdout.flush()
    if sys.stdin.readline().strip().casefold() not in {"y", "yes"}:
        raise WrongInput("Nothing was published.")


def _moment(text: str) -> datetime | None:
    """Return a local time of the United Kingdom in UTC, None where none is given."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise WrongInput(
            f'"{text}" is no time. Write it as 2027-01-13T16:30, in UK time.'
        ) from error
    local = moment if moment.tzinfo else moment.replace(tzinfo=LONDON)
    moved = local.astimezone(UTC)
    if moment.tzinfo is None and moved.astimezone(LONDON).replace(tzinfo=None) != moment:
        raise WrongInput(f"There was no {text} in the UK: the clocks went forward. Give another.")
    return moved


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongInput(f'"{text}" is no date. Write it as 2027-01-13.') from error
