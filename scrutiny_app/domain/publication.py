"""Whether each item was published in time to be considered, and what it needs if not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda, AgendaItem, NumberedItem
from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.meeting import Meeting
from scrutiny_app.domain.notice import (
    NoticeRule,
    clear_days,
    day_published,
    latest_publication,
    local_moment,
)
from scrutiny_app.domain.paper import Paper
from scrutiny_app.domain.wording import long_date
from scrutiny_app.domain.working_calendar import WorkingCalendar


class Publication(StrEnum):
    """How an item came before the public.

    Source: Local Government Act 1972 s.100B(3)-(4); the five names are ours.
    """

    ON_TIME = "on time"
    CONVENED_SHORT = "convened at short notice"
    ADDED_LATE = "added late"
    REPORT_TO_FOLLOW = "report to follow"
    URGENT_ORAL = "urgent, not on the agenda"


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """The notice of a meeting, in days as the law counts them.

    ``published_on`` is the day the agenda counts as published; ``publish_by`` the last day for
    full notice; ``convened_on`` the day a meeting was called at short notice.
    """

    meeting: date
    published_on: date
    publish_by: date
    clear_days: int
    needed: int
    convened_on: date | None = None

    @property
    def convened_short(self) -> bool:
        """Whether the agenda came out no later than the call of a meeting at short notice.

        Source: Local Government Act 1972 s.100B(4)(a).
        """
        return (
            self.convened_on is not None
            and self.convened_on > self.publish_by
            and self.published_on <= self.convened_on
        )


@dataclass(frozen=True, slots=True)
class ItemPublication:
    """One item's state. ``late_papers`` were not open with the item; ``needs`` are sentences.

    A ``barred`` item may not be considered as things stand.
    """

    numbered: NumberedItem
    state: Publication
    late_papers: tuple[Paper, ...] = ()
    needs: tuple[str, ...] = ()
    barred: bool = False


def notice_given(
    meeting: Meeting, rule: NoticeRule, calendar: WorkingCalendar, *, now: datetime
) -> NoticeGiven:
    """Return the notice of a meeting, as published or, before that, as if it came out ``now``.

    Source: ``rule.source``.
    """
    published_on = day_published(meeting.published_at or now, rule, calendar)
    return NoticeGiven(
        meeting.held_on,
        published_on,
        latest_publication(meeting.held_on, rule, calendar),
        clear_days(published_on, meeting.held_on, calendar),
        rule.days,
        meeting.convened_on,
    )


def publication_of(numbered: NumberedItem, notice: NoticeGiven) -> ItemPublication:
    """Return how an item came before the public, and what it needs.

    Source: Local Government Act 1972 s.100B(4): an item may be considered only if the agenda with
    it was open for the days of notice, or since the meeting was convened at shorter notice, or if
    the chair is of the opinion, by reason of special circumstances specified in the minutes, that
    it should be considered as a matter of urgency. s.100B(3): reports are to be open as long.
    """
    item = numbered.item
    state = _state(item, notice)
    if state in (Publication.ADDED_LATE, Publication.URGENT_ORAL):
        needs = tuple(_urgency_needs(item))
        return ItemPublication(numbered, state, needs=needs, barred=bool(needs))
    late = tuple(paper for paper in item.papers if _late(paper, item, notice))
    if late and state is Publication.ON_TIME:
        state = Publication.REPORT_TO_FOLLOW
    return ItemPublication(numbered, state, late, tuple(_paper_need(paper) for paper in late))


def added_item_needs(agenda: Agenda, notice: NoticeGiven) -> Iterator[str]:
    """Give what items that were added since need, a sentence each.

    Source: as ``publication_of``.
    """
    for numbered in agenda.numbered:
        if numbered.item.added_on is not None:
            for need in publication_of(numbered, notice).needs:
                yield f'Item {numbered.number}, "{numbered.item.shown_title}": {need}'


def publication_findings(agenda: Agenda, notice: NoticeGiven) -> tuple[Finding, ...]:
    """Return what an officer must see to, the agenda as a whole first.

    Where the whole agenda is late that is said once, not again for each of its items.

    Source: as ``publication_of``.
    """
    states = [publication_of(numbered, notice) for numbered in agenda.numbered]
    late_with_agenda = [one for one in states if one.barred and one.numbered.item.added_on is None]
    found = list(_agenda_findings(agenda, notice, late_with_agenda))
    for one in states:
        if one not in late_with_agenda:
            severity = Severity.PROBLEM if one.barred else Severity.WARNING
            where = f"item {one.numbered.number}, {one.numbered.item.title}"
            found.extend(Finding(severity, need, where) for need in one.needs)
    return tuple(found)


def _state(item: AgendaItem, notice: NoticeGiven) -> Publication:
    # A heading "Urgent business" on the published agenda is on time; what is raised under it at
    # the meeting is an item of its own, added that day
    if item.added_on and item.added_on >= notice.meeting:
        return Publication.URGENT_ORAL
    open_from = item.added_on or notice.published_on
    if open_from <= notice.publish_by:
        return Publication.ON_TIME
    if notice.convened_short and notice.convened_on and open_from <= notice.convened_on:
        return Publication.CONVENED_SHORT
    return Publication.ADDED_LATE


def _late(paper: Paper, item: AgendaItem, notice: NoticeGiven) -> bool:
    """Whether a paper came after its item, when full notice of it was no longer possible."""
    if paper.version is None:
        return True
    in_time = max(notice.publish_by, item.added_on or notice.published_on)
    return local_moment(paper.version.filed_at).date() > in_time


def _urgency_needs(item: AgendaItem) -> Iterator[str]:
    if not item.urgency_reason.strip():
        yield (
            "It was not on the published agenda for the full time. Write the special "
            "circumstances that make it urgent; they must stand in the minutes "
            "(Local Government Act 1972 s.100B(4)(b))."
        )
    if item.chair_agreed_on is None:
        yield (
            "Ask the chair whether it should be considered as a matter of urgency, and note the "
            "day they agreed (Local Government Act 1972 s.100B(4)(b))."
        )


def _paper_need(paper: Paper) -> str:
    when = "is still to follow" if paper.version is None else "came after the agenda"
    return (
        f'"{paper.title}" {when}. Publish it in a supplement as soon as it is there and note the '
        "day: reports should be open for as long as the agenda (Local Government Act 1972 "
        "s.100B(3))."
    )


def _agenda_findings(
    agenda: Agenda, notice: NoticeGiven, barred: Sequence[ItemPublication]
) -> Iterator[Finding]:
    where = f"meeting of {long_date(notice.meeting)}"
    if notice.convened_short and not agenda.meeting.short_notice_reason.strip():
        yield Finding(
            Severity.WARNING,
            "The meeting was called at short notice. Record the reason with the meeting.",
            where,
        )
    if barred:
        numbers = ", ".join(str(one.numbered.number) for one in barred)
        yield Finding(
            Severity.PROBLEM,
            f"The agenda has {notice.clear_days} clear days of the {notice.needed} needed; the "
            f"last day to publish was {long_date(notice.publish_by)}. Move the meeting, or have "
            f"the chair agree as urgent, each with its reason, items {numbers} (Local Government "
            "Act 1972 s.100B(4)).",
            where,
        )
