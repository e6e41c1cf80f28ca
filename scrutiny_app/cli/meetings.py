"""Commands about meetings: load, list, search."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from scrutiny_app.cli.answers import Answer, end_progress, show_progress
from scrutiny_app.cli.surroundings import desk
from scrutiny_app.domain.budget.effect import ProposalHit
from scrutiny_app.domain.wording import clock_time, counted, long_date


def load(arguments: argparse.Namespace) -> Answer:
    """Load a meeting file."""
    from scrutiny_app.jobs.load_meeting import load_meeting

    meeting_file = getattr(arguments, "meeting.toml")
    loaded = load_meeting(
        desk(arguments.workspace),
        meeting_file,
        accept_major=arguments.accept_major,
        progress=show_progress,
    )
    end_progress()
    verb = "Loaded" if loaded.created else "Brought up to date"
    pages = f"{loaded.pages} {counted('page(s)', loaded.pages)}"
    return Answer(
        {
            "meeting": loaded.meeting,
            "created": loaded.created,
            "items": loaded.items,
            "papers": loaded.papers,
            "pages": loaded.pages,
            "warnings": list(loaded.warnings),
        },
        (loaded.meeting,),  # alone, so that a script can take it
        (
            f"{verb}: {_held(loaded.items, loaded.papers)}, {pages}.",
            *loaded.warnings,
        ),
    )


def _held(items: int, papers: int) -> str:
    return f"{items} {counted('item(s)', items)}, {papers} {counted('paper(s)', papers)}"


def meetings(arguments: argparse.Namespace) -> Answer:
    """List the meetings of a workspace."""
    with desk(arguments.workspace).read() as store:
        lines = store.meetings.list()
    return Answer(
        {
            "meetings": [
                {
                    "id": line.id,
                    "committee": line.committee,
                    "council": line.council,
                    "date": line.held_on.isoformat(),
                    "start": line.starts_at.isoformat("minutes"),
                    "place": line.place,
                    "standing": line.standing.value,
                    "items": line.items,
                    "papers": line.papers,
                    "pages": line.pages,
                }
                for line in lines
            ]
        },
        tuple(
            f"{line.id}  {long_date(line.held_on)}, {clock_time(line.starts_at)}  "
            f"{line.committee}: {_held(line.items, line.papers)}, {line.standing.value}"
            for line in lines
        )
        or ("There are no meetings yet. Load one: scrutiny-app load WORKSPACE MEETING.toml",),
    )


def search(arguments: argparse.Namespace) -> Answer:
    """Search a workspace."""
    from scrutiny_app.jobs.search_workspace import FoundPage, search_workspace

    here = desk(arguments.workspace)
    found = search_workspace(here, arguments.text, limit=arguments.limit)
    with here.read() as store:
        planned = store.programmes.find(arguments.text, limit=arguments.limit)
        proposals = store.proposal_sets.find(arguments.text, limit=arguments.limit)

    def lines() -> Iterator[str]:
        for page in found:
            yield f"{page.hit.title}{_place(page)}"
            yield f"    {page.hit.snippet}"
        for hit in planned:
            yield f"{hit.item.title} (work programme {hit.municipal_year}, {hit.committee})"
        for one in proposals:
            yield f"{one.reference} {one.title} (budget {one.year.label}, {one.committee})"
            yield f"    {one.snippet}"

    def _place(page: FoundPage) -> str:
        stamped = f", pack page {page.pack_page}" if page.pack_page else ""
        own = f", page {page.hit.page}" if page.hit.page else ""
        return f" (not for publication){own}{stamped}" if page.hit.exempt else f"{own}{stamped}"

    return Answer(
        {
            "results": [
                {
                    "title": page.hit.title,
                    "meeting": page.hit.meeting_id,
                    "page": page.hit.page,
                    "pack_page": page.pack_page,
                    "snippet": page.hit.snippet,
                    "exempt": page.hit.exempt,
                }
                for page in found
            ],
            "programme": [
                {
                    "item": hit.item.id,
                    "title": hit.item.title,
                    "committee": hit.committee,
                    "year": hit.municipal_year,
                }
                for hit in planned
            ],
            "proposals": [_proposal(one) for one in proposals],
        },
        tuple(lines()) or (f"Nothing was found for {arguments.text}.",),
    )


def _proposal(hit: ProposalHit) -> dict[str, str]:
    return {
        "reference": hit.reference,
        "title": hit.title,
        "committee": hit.committee,
        "year": hit.year.label,
        "version": hit.version,
        "snippet": hit.snippet,
    }
