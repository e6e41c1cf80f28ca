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
from scrutiny_app.documents.minute_blocks import minute_blocks, named
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.committee import Person, Role
from scrutiny_app.domain.house_style import HouseStyle, MinutesWords
from scrutiny_app.domain.minutes.minutes import (
    Attendance,
    Attendee,
    MemberAttendance,
    MinutesOutline,
)
from scrutiny_app.domain.wording import clock_time, long_date

_MINUTES = "Minutes"
_TICK_BOX = "□"
_TO_TICK = "The members of the committee, each to be marked as present or absent"
_PRESIDED = "{name} presided."
_WHO_CAME = "The members who were present and those who were absent"
_LINE, _NAME_GAP = 80, 3  # letters on a line, and between a name and a role
_LEAST_NAME, _MOST_NAME = 20, 40


def minutes_document(
    outline: MinutesOutline, style: HouseStyle, *, private: bool = False
) -> Document:
    """Compose the minutes, as blocks; what has not been taken yet is left to be filled in.

    ``private`` ones hold what the public may not read, and say so on every page.

    Source: Local Government Act 1972 Sch 12 para 40 (names of members present) and para 41
    (signature, and initials on each loose leaf, which are numbered).
    """
    agenda, words = outline.agenda, style.minutes
    whose = f"{agenda.committee.name}, {_day(agenda, style)}"
    mark = style.private.full_minutes_label if private else ""
    return Document(
        title=f"{_MINUTES}: {whose}",
        author=agenda.council.name,
        blocks=(
            *((Paragraph(plain(mark), tone=Tone.LABEL, align=Align.RIGHT),) if mark else ()),
            Paragraph(plain(agenda.council.name), tone=Tone.COUNCIL, keep_with_next=True),
            Title(plain(agenda.committee.name)),
            Paragraph(plain(_heading(outline, style), bold=True)),
            *_membership(outline, style),
            Heading(1, plain(words.in_attendance)),
            *others_blocks(outline, style),
            *(block for one in outline.minutes for block in minute_blocks(one, outline, style)),
            Signature(words.chair_signature, words.date_signature),
        ),
        language=style.language,
        page_numbers=True,
        initials=words.initials if style.minute_scheme.initials_on_each_leaf else "",
        running_head=". ".join(filter(None, (whose, mark))),
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


def _membership(outline: MinutesOutline, style: HouseStyle) -> Iterable[Block]:
    words = style.minutes
    if not _taken(outline):
        yield _to_tick(outline.attendance, words)
        return
    yield Heading(1, plain(words.membership))
    if outline.presiding and not _chair_presided(outline):
        yield Paragraph(plain(_PRESIDED.format(name=outline.presiding)))
    here, gone = membership_lines(outline, style)
    yield Table(
        columns=(Column(1), Column(1)),
        rows=(
            (Cell((plain(words.present),)), Cell((plain(words.absent),))),
            (_list_cell(here, words), _list_cell(gone, words)),
        ),
        summary=_WHO_CAME,
    )


def membership_lines(
    outline: MinutesOutline, style: HouseStyle
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of those who were present, substitutes last, and of those who were not."""
    substitutes = (
        f"{one.substitute.full_name} (substitute for {one.member.person.full_name})"
        for one in outline.absent
        if one.substitute
    )
    here = (*(_here(one, style) for one in outline.present), *substitutes)
    return here, tuple(named(one) for one in outline.absent)


def _chair_presided(outline: MinutesOutline) -> bool:
    chairs = [one for one in outline.present if one.member.role is Role.CHAIR]
    return any(one.member.person.full_name == outline.presiding for one in chairs)


def _here(one: MemberAttendance, style: HouseStyle) -> str:
    """Return a member's line among those present, with the part of the meeting they came for."""
    arrived = f"from {clock_time(one.arrived, style.clock)}" if one.arrived else ""
    left = f"until {clock_time(one.left, style.clock)}" if one.left else ""
    part = " ".join(words for words in (arrived, left) if words)
    return f"{named(one)}, {part}" if part else named(one)


def _to_tick(attendance: Sequence[MemberAttendance], words: MinutesWords) -> Table:
    """Return the list on which the officer ticks who came."""
    headings = (words.membership, words.present, words.absent)
    boxes = (Cell((plain(_TICK_BOX),)),) * 2
    return Table(
        columns=(Column(68), Column(16, Align.CENTRE), Column(16, Align.CENTRE)),
        rows=(
            tuple(Cell((plain(heading),)) for heading in headings),
            *((Cell((plain(named(one)),)), *boxes) for one in attendance),
        ),
        row_headers=True,
        summary=_TO_TICK,
    )


def _list_cell(names: Sequence[str], words: MinutesWords) -> Cell:
    return Cell(tuple(plain(name) for name in names) or (plain(words.none),), hung=True)


def others_blocks(outline: MinutesOutline, style: HouseStyle) -> Iterable[Block]:
    """Give those who came without being members, with what they are where that was taken."""
    words = style.minutes
    if any(_role(person) for person in outline.others):
        yield _with_roles(outline.others, words)
    elif outline.others:
        names = tuple(plain(person.full_name) for person in outline.others)
        yield ListBlock(Marker.BULLET, names)
    else:
        yield Paragraph(plain(words.none if _taken(outline) else words.to_fill))


def _role(person: Person) -> str:
    return person.role if isinstance(person, Attendee) else ""


def _with_roles(others: Sequence[Person], words: MinutesWords) -> Table:
    longest = max(len(person.full_name) for person in others)
    name_share = min(max(longest + _NAME_GAP, _LEAST_NAME), _MOST_NAME)
    return Table(
        columns=(Column(name_share), Column(_LINE - name_share)),
        rows=tuple(
            (Cell((plain(person.full_name),)), Cell((plain(_role(person) or "-"),)))
            for person in others
        ),
        header_rows=0,
        row_headers=True,
        ruled=False,
        summary=words.in_attendance,
    )
