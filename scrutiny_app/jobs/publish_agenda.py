"""Publish an agenda: from then on its titles and page numbers stand."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.make_first_issue import make_first_issue
from scrutiny_app.jobs.prepare_publication import prepare_publication
from scrutiny_app.jobs.publication_order import (
    NO_REASONS,
    LateReasons,
    Prospect,
    PublishedAgenda,
)
from scrutiny_app.jobs.record_publication import record_publication


def look_ahead(
    desk: Desk, meeting: str, *, at: datetime | None = None, reasons: LateReasons = NO_REASONS
) -> Prospect:
    """Return what publishing the agenda at a moment (UTC; now if none) would mean.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: its agenda is published already, or notice is short and no reason is given.
    """
    with desk.read() as store:
        return prepare_publication(store, meeting, at=at or desk.clock(), reasons=reasons)


def publish_agenda(
    desk: Desk, meeting: str, *, at: datetime | None = None, reasons: LateReasons = NO_REASONS
) -> PublishedAgenda:
    """Fix the first issue of an agenda, published at a moment (UTC; now if none).

    It cannot be undone, nor can anything done before it.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: the agenda is published already, or notice is short and no reason is given.
        PackNotReady: there is nothing on the agenda.
    """
    with desk.edit() as store:
        prospect = prepare_publication(store, meeting, at=at or desk.clock(), reasons=reasons)
        return record_publication(store, make_first_issue(prospect))
