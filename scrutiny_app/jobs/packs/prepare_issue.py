"""Prepare what is issued: read all that a supplement, a reading copy or a bundle is made from."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.jobs.packs.issue_order import IssueOrder
from scrutiny_app.jobs.packs.paper_files import all_paper_files
from scrutiny_app.jobs.packs.readership import EVERYBODY, Readership
from scrutiny_app.store.store import Store


def prepare_issue(
    store: Store,
    meeting: str,
    *,
    at: datetime,
    readers: Readership = EVERYBODY,
    unpublished: bool = False,
) -> IssueOrder:
    """Return the order for a file of the meeting with this id or date, made at a moment (UTC).

    ``unpublished``: the agenda need not be published yet, as for a bundle.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: the agenda is not published.
        WorkspaceDamaged: a paper's file is missing.
    """
    agenda = store.agendas.read(store.meetings.find(meeting))
    issues = store.issues.list(agenda.meeting.id)
    if not issues and not unpublished:
        raise PackNotReady(
            "The agenda of this meeting is not published yet, so it has no supplement: whatever "
            "has come goes into the pack. Build the pack, or publish the agenda first."
        )
    files = all_paper_files(store, agenda)
    private = store.minutes.private_words(agenda.committee.id)
    return IssueOrder(agenda, issues, files, store.staging, at, readers, private)
