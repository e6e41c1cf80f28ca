"""Check a meeting before its agenda goes out: papers, notice, dates, access, accessibility."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.errors import NotFound, WorkspaceDamaged
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.meeting_checks import MeetingCheck, MeetingFacts, meeting_checks
from scrutiny_app.jobs.notice_given import notice_of
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
from scrutiny_app.store.store import Store


def check_meeting(
    store: Store, agenda: Agenda, *, now: datetime, public: PackLayout | None = None
) -> tuple[MeetingCheck, ...]:
    """Return every check's answers, what to see to first; ``now`` is UTC.

    ``public`` is the layout of the public edition, for what only that can tell. The words of a
    paper come from the search index; of one that it lacks nothing is said.
    """
    return meeting_checks(
        MeetingFacts(
            agenda,
            notice_of(agenda, now),
            exempt_descriptions(agenda.council.nation),
            _texts(store, agenda),
            public,
        )
    )


def _texts(store: Store, agenda: Agenda) -> dict[PaperId, tuple[str, ...]]:
    papers = [paper.id for item in agenda.items for paper in item.papers if paper.has_pages]
    try:
        return store.search.texts(papers)
    except (NotFound, WorkspaceDamaged):
        # The index is made anew when the workspace is next brought in step
        return {}
