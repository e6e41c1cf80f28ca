"""The minutes of a meeting, or the template they are taken on, composed from an outline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    ListBlock,
    Marker,
    Paragraph,
    Signature,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.domain.agenda import Agenda, ItemKind
from scrutiny_app.domain.committee import Role
from scrutiny_app.domain.house_style import HouseStyle, MinutesWords
from scrutiny_app.domain.minutes import (
    Adjournment,
    Attendance,
    MemberAttendance,
    Minute,
    MinutesOutline,
    resolution_lines,
)
from scrutiny_app.domain.wording import clock_time, long_date

_MINUTES = "Minutes"
_ROLES = {Role.CHAIR: " (Chair)", Role.VICE_CHAIR: " (Vice-Chair)"}
_TICK_BOX = "□"
_TO_TICK = "The members of the committee, each to be marked as present or absent"
_WHO_CAME = "The members who were present and those who were absent"
_DISCUSSED = frozenset({ItemKind.BUSINESS, ItemKind.URGENT})


def minutes_document(outline: MinutesOutline, style: HouseStyle) -> Document:
    """Compose the minutes, as blocks; what has not been taken yet is left to be filled in.

    Source: Local Government Act 1972 Sch 12 para 40 (names of members present) and para 41
    (signature, and initials on each loose leaf, which are numbered).
    """
    agenda, words = outline.agenda, style.minutes
    return Document(
        title=f"{_MINUTES}: {agenda.committee.name}, {_day(agenda, style)}",
        author=agenda.council.name,
        blocks=(
            Paragraph(plain(agenda.council.name), tone=Tone.COUNCIL, keep_with_next=True),
            Title(plain(agenda.committee.name)),
            Paragraph(plain(_heading(outline, style), bold=True)),
            *_membership(outline, words),
            *_others(outline, words),
            *(block for one in outline.minutes for block in _minute(one, outline, style)),
            Signature(words.chair_signature, words.date_signature),
        ),
        language=style.language,
        page_numbers=True,
        initials=words.initials if style.minute_scheme.initials_on_each_leaf else "",
    )


def _day(agenda: Agenda, style: HouseStyle) -> str:
    return long_date(agenda.meeting.held_on, style.minutes_date)


def _heading(outline: MinutesOutline, style: HouseStyle) -> str:
    meeting, words = outline.agenda.meeting, style.minutes
    ended = outline.ended_at
    return words.heading.format(
        place=meeting.place or words.to_fill,
        date=_day(outline.agenda, style),
        start=clock_time(outline.started_at or meeting.starts_at, style.clock),
        end=clock_time(ended, style.clock) if ended else words.to_fill,
    )


def _taken(outline: MinutesOutline) -> bool:
    """Whether attendance has been taken; until then it is a template."""
    return any(one.attendance is not Attendance.EXPECTED for one in outline.attendance)


def _membership(outline: MinutesOutline, words: MinutesWords) -> Iterable[Block]:
    if not _taken(outline):
        yield _to_tick(outline.attendance, words)
        return
    yield Heading(1, plain(words.membership))
    here = [
        *(_named(one) for one in outline.present),
        *(
            f"{one.substitute.full_name} (substitute for {one.member.person.full_name})"
            for one in outline.absent
            if one.substitute
        ),
    ]
    gone = [_named(one) for one in outline.absent]
    yield Table(
        columns=(Column(1), Column(1)),
        rows=(
            (Cell((plain(words.present),)), Cell((plain(words.absent),))),
            (_list_cell(here, words), _list_cell(gone, words)),
        ),
        summary=_WHO_CAME,
    )


def _to_tick(attendance: Sequence[MemberAttendance], words: MinutesWords) -> Table:
    """Return the list on which the officer ticks who came."""
    headings = (words.membership, words.present, words.absent)
    boxes = (Cell((plain(_TICK_BOX),)),) * 2
    return Table(
        columns=(Column(60), Column(20, Align.CENTRE), Column(20, Align.CENTRE)),
        rows=(
            tuple(Cell((plain(heading),)) for heading in headings),
            *((Cell((plain(_named(one)),)), *boxes) for one in attendance),
        ),
        row_headers=True,
        summary=_TO_TICK,
    )


def _named(one: MemberAttendance) -> str:
    return f"{one.member.person.full_name}{_ROLES.get(one.member.role, '')}"


def _list_cell(names: Sequence[str], words: MinutesWords) -> Cell:
    return Cell(tuple(plain(name) for name in names) or (plain(words.none),))


def _others(outline: MinutesOutline, words: MinutesWords) -> Iterable[Block]:
    yield Heading(1, plain(words.in_attendance))
    if outline.others:
        names = tuple(plain(person.full_name) for person in outline.others)
        yield ListBlock(Marker.BULLET, names)
    else:
        yield Paragraph(plain(words.none if _taken(outline) else words.to_fill))


def _minute(minute: Minute, outline: MinutesOutline, style: HouseStyle) -> Iterable[Block]:
    scheme, words = style.minute_scheme, style.minutes
    title = minute.item.title.upper() if scheme.capital_titles else minute.item.title
    year = outline.agenda.meeting.municipal_year
    yield Heading(1, plain(title), number=scheme.pattern.format(number=minute.number, year=year))
    if minute.item.urgency_reason:
        yield Paragraph(plain(words.urgency.format(reason=minute.item.urgency_reason)))
    yield from _text(minute, outline, words)
    yield from _points(words.points_highlighted, minute.highlighted)
    yield from _points(words.points_raised, minute.raised)
    for adjournment in minute.adjournments:
        yield Paragraph(plain(_adjourned(adjournment, style)))
    yield from _resolved(resolution_lines(minute.resolutions), words)


def _text(minute: Minute, outline: MinutesOutline, words: MinutesWords) -> Iterable[Block]:
    """The minute's own text, or what stands there until it is written."""
    usual = dict(words.item_texts).get(minute.item.kind, "")
    written = minute.highlighted or minute.raised or minute.resolutions
    apologies = [
        plain(_named(one))
        for one in outline.attendance
        if one.attendance is Attendance.ABSENT_APOLOGIES
    ]
    if minute.text:
        yield from (Paragraph(plain(part)) for part in minute.text.split("\n\n"))
    elif minute.item.kind is ItemKind.APOLOGIES and apologies:
        yield ListBlock(Marker.BULLET, tuple(apologies))
    elif usual:
        yield Paragraph(plain(usual))
    elif not written:
        yield from _to_fill(minute, words)


def _to_fill(minute: Minute, words: MinutesWords) -> Iterable[Block]:
    yield Paragraph(plain(words.to_fill))
    if minute.item.kind in _DISCUSSED:
        yield from _points(words.points_highlighted, (words.to_fill,))
        yield from _points(words.points_raised, (words.to_fill,))
        yield from _resolved((words.to_fill,), words)


def _points(opening: str, points: Sequence[str]) -> Iterable[Block]:
    if points:
        yield Paragraph(plain(opening), keep_with_next=True)
        yield ListBlock(Marker.LETTER, tuple(plain(point) for point in points))


def _resolved(lines: Sequence[str], words: MinutesWords) -> Iterable[Block]:
    if lines:
        yield Paragraph(plain(words.resolved, bold=True), keep_with_next=True)
        yield ListBlock(Marker.NUMBER, tuple(plain(line) for line in lines))


def _adjourned(one: Adjournment, style: HouseStyle) -> str:
    words = style.minutes
    return words.adjournment.format(
        adjourned_at=clock_time(one.adjourned_at, style.clock),
        reason=one.reason,
        resumed_at=clock_time(one.resumed_at, style.clock) if one.resumed_at else words.to_fill,
    )
