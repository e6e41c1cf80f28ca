"""Preview a change of an agenda: what it means for what the public was already given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.issue import changes_since
from scrutiny_app.jobs.after_publishing import consequence_of
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class ChangePreview:
    """What a change would mean, a sentence each; all empty before the agenda is published.

    ``minor`` is what a supplement simply brings, ``major`` what alters what was published, and
    ``consequence`` what that entails. Both hold only what the change itself would add.
    """

    published: bool = False
    minor: tuple[str, ...] = ()
    major: tuple[str, ...] = ()
    consequence: str = ""


def preview_change(store: Store, after: Agenda, at: datetime) -> ChangePreview:
    """Return what writing an agenda would mean; ``at`` (UTC) is when the public could know of it.

    Source: Local Government Act 1972 s.100A(6)(a), s.100B(4); the split in minor and major is
    ours.
    """
    issue = store.issues.latest(after.meeting.id)
    if issue is None:
        return ChangePreview()
    known = changes_since(issue, store.agendas.read(after.meeting.id))
    then = changes_since(issue, after)
    major = tuple(one for one in then.major if one not in known.major)
    return ChangePreview(
        published=True,
        minor=tuple(one for one in then.minor if one not in known.minor),
        major=major,
        consequence=consequence_of(after, at) if major else "",
    )
