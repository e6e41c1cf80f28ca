"""Lay a work programme out as a board, with all that bears on it."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.ids import ProgrammeId
from scrutiny_app.domain.programme.board import Board, board
from scrutiny_app.domain.programme.likeness import CommitteeItem
from scrutiny_app.domain.programme.programme import Programme, with_days
from scrutiny_app.jobs.programme.start_programme import meeting_days
from scrutiny_app.store.store import Store


def show_board(store: Store, programme: ProgrammeId, *, today: date) -> tuple[Programme, Board]:
    """Return a programme and its board: requests, other committees and the forward plan counted.

    Meetings that were planned since the programme was begun are in both.

    Raises:
        NotFound: there is no such programme.
    """
    kept = store.programmes.get(programme)
    shown = with_days(kept, meeting_days(store, kept.committee, kept.municipal_year))
    committee = store.committees.get(shown.committee)
    entries = () if committee is None else store.plan_entries.list(committee.host, since=today)
    return shown, board(
        shown,
        today=today,
        requests=store.return_requests.list(shown.committee, waiting=True),
        others=tuple(one for one in items_of_year(store, shown.municipal_year, but=programme)),
        executive_days={entry.decision_on for entry in entries if entry.decision_on is not None},
    )


def items_of_year(
    store: Store, municipal_year: str, *, but: ProgrammeId | None = None
) -> tuple[CommitteeItem, ...]:
    """Return the items of every committee's programme of a year, but one programme's."""
    return tuple(
        CommitteeItem(line.committee, item)
        for line in store.programmes.list()
        if line.municipal_year == municipal_year and line.id != but
        for item in store.programmes.get(line.id).items
    )
