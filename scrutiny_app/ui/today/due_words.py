"""What waits, in the words of a row: when, for which meeting, how pressing, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.deadlines import Deadline, DeadlineKind, DeadlineState
from scrutiny_app.domain.exempt_register import RegisterEntry
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.notice import NoticeClock, NoticeState, local_moment
from scrutiny_app.domain.readiness import Ready
from scrutiny_app.domain.wording import DAY_DATE, clock_time, long_date
from scrutiny_app.jobs.list_due_work import AwaitedReturn, DueMeeting, ProgrammeNote, Unready
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.lead_list import Lead

_DOT = " \N{MIDDLE DOT} "
_SHORT = "{day} {month}"
# Deadlines further ahead than this can wait for another day
_SOON_DAYS = 14
_PRESSING_DAYS = 2
_NAMES = {
    DeadlineKind.DRAFT_REPORTS: "Draft reports due",
    DeadlineKind.BRIEFING: "Chair's briefing",
    DeadlineKind.FINAL_REPORTS: "Final reports due",
    DeadlineKind.PUBLISH: "Publish the agenda",
    DeadlineKind.MEETING: "Meeting",
}
_UNREADY = {
    Ready.DRAFT: ("file-pen", "Draft", Tone.WARN),
    Ready.TO_FOLLOW: ("file-clock", "To follow", Tone.WARN),
    Ready.PROBLEM: ("circle-alert", "Problem", Tone.BAD),
    Ready.READY: ("circle-check", "Ready", Tone.GOOD),
}


def meeting_lead(due: DueMeeting) -> Lead:
    """Return the row of a meeting with its notice clock."""
    meeting = due.agenda.meeting
    when = f"{long_date(meeting.held_on)}, {clock_time(meeting.starts_at)}"
    word, tone = _notice(due.notice)
    return Lead(
        "calendar-clock",
        due.agenda.committee.name,
        _DOT.join(part for part in (when, meeting.place) if part),
        word,
        tone,
        Place(Room.MEETING, meeting.id),
    )


def deadline_leads(due: DueMeeting, today: date) -> Iterator[Lead]:
    """Yield the rows of what is overdue, and of what is due next if that is soon."""
    for one in due.deadlines:
        days = (one.due - today).days
        late = one.state is DeadlineState.OVERDUE
        soon = one.state is DeadlineState.NEXT and days <= _SOON_DAYS
        if one.kind is not DeadlineKind.MEETING and (late or soon):
            yield _deadline(due.agenda, one, today)


def unready_lead(agenda: Agenda, one: Unready) -> Lead:
    """Return the row of a paper or an item that is not ready."""
    icon_name, word, tone = _UNREADY[one.readiness.state]
    return Lead(
        icon_name,
        f"{one.number}  {one.readiness.sentence}",
        _meeting_words(agenda),
        word,
        tone,
        Place(Room.MEETING, agenda.meeting.id, "agenda", one.paper or one.item),
    )


def review_lead(entry: RegisterEntry, today: date) -> Lead:
    """Return the row of an exemption to be looked at again."""
    day = entry.review_on or today
    late = day < today
    return Lead(
        "eye-off",
        entry.title,
        f"{long_date(entry.held_on, DAY_DATE)}{_DOT}{entry.committee}",
        f"Was due {long_date(day, DAY_DATE)}" if late else f"By {long_date(day, _SHORT)}",
        Tone.BAD if late else Tone.WARN,
        Place(Room.MEETING, entry.meeting or "", "agenda", entry.paper or ""),
    )


def return_lead(one: AwaitedReturn, today: date) -> Lead:
    """Return the row of something asked for that has not come back."""
    request = one.request
    asked = f"asked for on {long_date(request.asked_on, DAY_DATE)}"
    where = f"{asked} in {request.asked_in}" if request.asked_in else asked
    word, tone = "Waiting", Tone.PLAIN
    if request.due_by is not None:
        late = request.due_by < today
        word = (
            f"Was due {long_date(request.due_by, _SHORT)}"
            if late
            else (f"By {long_date(request.due_by, _SHORT)}")
        )
        tone = Tone.BAD if late else Tone.WARN
    return Lead(
        "message-circle-question-mark",
        request.text,
        f"{where[0].upper()}{where[1:]}{_DOT}{one.committee}",
        word,
        tone,
        Place(Room.PROGRAMME, one.programme or "", "requests"),
    )


def programme_lead(note: ProgrammeNote) -> Lead:
    """Return the row of what a work programme shows."""
    finding = note.finding
    quiet = finding.severity is Severity.NOTE
    return Lead(
        "square-kanban",
        finding.message,
        note.committee,
        "Room" if quiet else "To see to",
        Tone.PLAIN if quiet else Tone.WARN,
        Place(Room.PROGRAMME, note.programme, detail=finding.item or ""),
    )


def _deadline(agenda: Agenda, one: Deadline, today: date) -> Lead:
    late = one.state is DeadlineState.OVERDUE
    days = (one.due - today).days
    tone = Tone.BAD if late else Tone.WARN if days <= _PRESSING_DAYS else Tone.ACCENT
    part = "publication" if one.kind is DeadlineKind.PUBLISH else "agenda"
    about = _meeting_words(agenda)
    return Lead(
        "circle-alert" if late else "alarm-clock",
        _NAMES[one.kind],
        f"{one.awaited}{_DOT}{about}" if one.awaited else about,
        _when(one.due, days, late=late),
        tone,
        Place(Room.MEETING, agenda.meeting.id, part),
    )


def _when(day: date, days: int, *, late: bool) -> str:
    shown = long_date(day, _SHORT)
    if late:
        return f"Was due {shown}"
    return {0: "Today", 1: "Tomorrow"}.get(days, f"{shown}, in {days} days")


def _notice(notice: NoticeClock) -> tuple[str, Tone]:
    day = long_date(notice.publish_by, _SHORT)
    left = notice.working_days_left
    if notice.state is NoticeState.OPEN:
        days = f"{left} working days"
        pressing = left <= _PRESSING_DAYS + 1
        return f"Publish by {day}{_DOT}{days}", Tone.WARN if pressing else Tone.ACCENT
    hour = clock_time(local_moment(notice.deadline).time())
    return {
        NoticeState.LAST_DAY: (f"Publish by {hour} on {day}", Tone.BAD),
        NoticeState.MISSED: (f"Notice was due {day}", Tone.BAD),
        NoticeState.GIVEN: ("Published", Tone.GOOD),
        NoticeState.SHORT: ("Published at short notice", Tone.WARN),
    }[notice.state]


def _meeting_words(agenda: Agenda) -> str:
    return f"{long_date(agenda.meeting.held_on, DAY_DATE)}{_DOT}{agenda.committee.name}"
