"""The latest issue of an agenda, without which nothing can be added to it."""

from __future__ import annotations

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.issue import Issue
from scrutiny_app.store.store import Store


def latest_issue(store: Store, agenda: Agenda) -> Issue:
    """Return the latest issue of an agenda.

    Raises:
        PackNotReady: it is not published.
    """
    latest = store.issues.latest(agenda.meeting.id)
    if latest is None:
        raise PackNotReady(
            "The agenda of this meeting is not published yet, so it has no supplement: whatever "
            'has come goes into the pack. Use "pack", or "publish" the agenda first.'
        )
    return latest
