"""What holds of an agenda once it is published: major changes are a choice, pages stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.issue import Issue, changes_since
from scrutiny_app.domain.notice import LONDON
from scrutiny_app.domain.publication import added_item_needs
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.jobs.notice_given import notice_at, notice_of
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class AfterPublishing:
    """What a change means once an agenda is published; empty before that.

    ``warnings`` are sentences for the officer, ``accepted`` those on major changes, which the
    history keeps.
    """

    warnings: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()

    def step_name(self, name: str) -> str:
        """Return the name of a step, with the major changes that the officer chose to make."""
        return f"{name}. Accepted: {' '.join(self.accepted)}" if self.accepted else name


def settle_after_publishing(
    store: Store, agenda: Agenda, at: datetime, *, accept_major: bool
) -> AfterPublishing:
    """Return what an agenda changes of its latest issue.

    ``at`` is the moment (UTC) from which the public could know of the change.

    Raises:
        WrongInput: it alters what was published, and ``accept_major`` was not chosen.

    Source: Local Government Act 1972 s.100A(6)(a), s.100B(4); the split in minor and major is
    ours.
    """
    issue = store.issues.latest(agenda.meeting.id)
    if issue is None:
        return AfterPublishing()
    changes = changes_since(issue, agenda)
    if changes.major and not accept_major:
        raise WrongInput(
            f"{_published(issue)} {' '.join(changes.major)} {consequence_of(agenda, at)} If it "
            "must be so, load again with --accept-major; the change is kept in the history."
        )
    needs = added_item_needs(agenda, notice_of(agenda, at))
    warnings = (*_sentences(agenda, at, changes.major, changes.minor), *needs)
    return AfterPublishing(warnings, changes.major)


def _sentences(
    agenda: Agenda, at: datetime, major: tuple[str, ...], minor: tuple[str, ...]
) -> Iterator[str]:
    for sentence in major:
        yield f"Changed since the agenda was published: {sentence}"
    if major:
        yield consequence_of(agenda, at)
    for sentence in minor:
        yield f"Since the agenda was published: {sentence} Issue it with a supplement."


def _published(issue: Issue) -> str:
    local = issue.published_at.astimezone(LONDON)
    when = f"{clock_time(local.time())} on {long_date(local.date())}"
    return f"Nothing was changed, for this agenda was published at {when}."


def consequence_of(agenda: Agenda, at: datetime) -> str:
    """Return what a major change entails if the public could know of it from a moment (UTC).

    Source: Local Government Act 1972 s.100B(4)(b).
    """
    clock = notice_at(agenda, at)
    days = "1 clear day" if clock.clear_days == 1 else f"{clock.clear_days} clear days"
    if clock.clear_days >= clock.needed:
        return (
            f"Notice of it would have {days} of the {clock.needed} needed if it came out now, so a "
            f"supplement must come out by {long_date(clock.publish_by)}."
        )
    return (
        f"Notice of it would have {days} of the {clock.needed} needed: an item in other words than "
        "those published may be considered only if the chair agrees that it is urgent, for reasons "
        "that stand in the minutes (Local Government Act 1972 s.100B(4)(b))."
    )
