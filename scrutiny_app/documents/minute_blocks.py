"""One minute as blocks: what was said, declared, voted on and resolved, or room for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scrutiny_app.documents.blocks import (
    Block,
    Heading,
    Inline,
    ListBlock,
    Marker,
    Paragraph,
    plain,
)
from scrutiny_app.documents.reports.prose import prose_blocks
from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.committee import Role
from scrutiny_app.domain.house_style import HouseStyle, MinutesWords
from scrutiny_app.domain.minutes.interest import interest_sentence
from scrutiny_app.domain.minutes.minutes import (
    Adjournment,
    Attendance,
    MemberAttendance,
    Minute,
    MinutesOutline,
    resolution_lines,
)
from scrutiny_app.domain.minutes.vote import vote_sentences
from scrutiny_app.domain.wording import clock_time

_ROLES = {Role.CHAIR: " (Chair)", Role.VICE_CHAIR: " (Vice-Chair)"}
_FEW = 5  # resolutions that are kept on one page, to be seen at a glance
_NONE_RECEIVED = "no apologies received"
_DISCUSSED = frozenset({ItemKind.BUSINESS, ItemKind.URGENT})


def minute_blocks(minute: Minute, outline: MinutesOutline, style: HouseStyle) -> Iterator[Block]:
    """Give the blocks of one minute, under its numbered heading.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the minute.
    """
    scheme, words = style.minute_scheme, style.minutes
    title = minute.item.title.upper() if scheme.capital_titles else minute.item.title
    year = outline.agenda.meeting.municipal_year
    yield Heading(1, plain(title), number=scheme.pattern.format(number=minute.number, year=year))
    if minute.item.urgency_reason:
        yield Paragraph(plain(words.urgency.format(reason=minute.item.urgency_reason)))
    yield from _text(minute, outline, words)
    yield from _discussion(minute, words)
    if minute.closing:
        yield from prose_blocks(minute.closing, _where(minute))
    for vote in minute.votes:
        yield from (Paragraph(plain(sentence)) for sentence in vote_sentences(vote))
    yield from _resolved(resolution_lines(minute.resolutions), words)
    for adjournment in minute.adjournments:
        yield Paragraph(plain(_adjourned(adjournment, style)))


def named(one: MemberAttendance) -> str:
    """Return a member's name with their office on the committee."""
    return f"{one.member.person.full_name}{_ROLES.get(one.member.role, '')}"


def _where(minute: Minute) -> str:
    return f"minute {minute.number}"


def _text(minute: Minute, outline: MinutesOutline, words: MinutesWords) -> Iterator[Block]:
    """The minute's own text, or what stands there until it is written."""
    usual = dict(words.item_texts).get(minute.item.kind, "")
    written = minute.highlighted or minute.raised or minute.resolutions or minute.interests
    apologies = tuple(_apologies(outline)) if minute.item.kind is ItemKind.APOLOGIES else ()
    if minute.text:
        yield from prose_blocks(minute.text, _where(minute))
    if apologies and not minute.text:
        yield ListBlock(Marker.BULLET, apologies)
    for interest in minute.interests:
        yield Paragraph(plain(interest_sentence(interest)))
    if minute.text or apologies or minute.interests:
        return
    if usual:
        yield Paragraph(plain(usual))
    elif not written:
        yield from _to_fill(minute, words)


def _apologies(outline: MinutesOutline) -> Iterator[Inline]:
    """Who is absent, and why only where the officer said that it may be published."""
    for one in outline.attendance:
        if one.attendance is Attendance.ABSENT_NO_APOLOGIES:
            yield plain(f"{named(one)} - {_NONE_RECEIVED}")
        elif one.attendance is Attendance.ABSENT_APOLOGIES:
            told = f" - {one.reason}" if one.reason and one.publish_reason else ""
            yield plain(f"{named(one)}{told}")


def _to_fill(minute: Minute, words: MinutesWords) -> Iterator[Block]:
    discussed = minute.item.kind in _DISCUSSED
    yield Paragraph(plain(words.to_fill), keep_with_next=discussed)
    if discussed:
        yield from _points(words.points_highlighted, [words.to_fill], _where(minute))
        yield from _points(words.points_raised, [words.to_fill], _where(minute))
        yield from _resolved((words.to_fill,), words)


def _discussion(minute: Minute, words: MinutesWords) -> Iterator[Block]:
    where = _where(minute)
    highlighted = list(_points(words.points_highlighted, minute.highlighted, where))
    yield from highlighted
    lettered = sum(
        len(block.points)
        for block in highlighted
        if isinstance(block, ListBlock) and block.marker is Marker.LETTER
    )
    start = lettered + 1 if minute.letters_run_on else 1
    yield from _points(words.points_raised, minute.raised, where, start=start)


def _points(opening: str, points: Sequence[str], where: str, *, start: int = 1) -> Iterator[Block]:
    """Give lettered points, with the headings among them and the bullets below them.

    Letters go on past a heading or bullets; ``start`` is the place of the first.
    """
    if not points:
        return
    yield Paragraph(plain(opening), keep_with_next=True)
    waiting: list[Inline] = []
    lettered = 0
    for point in points:
        first, *below = prose_blocks(point, where)
        if isinstance(first, Paragraph):
            waiting.append(first.text)
            if not below:
                continue
        more_below = isinstance(first, Paragraph)
        yield from _lettered(waiting, start + lettered, more_below=more_below)
        lettered += len(waiting)
        waiting = []
        yield from _below(first, below)
    yield from _lettered(waiting, start + lettered)


def _lettered(points: Sequence[Inline], start: int, *, more_below: bool = False) -> Iterator[Block]:
    """Give points as a list, which stays with what is ``more_below`` its last one."""
    if points:
        yield ListBlock(Marker.LETTER, tuple(points), start=start, keep_with_next=more_below)


def _below(first: Block, below: Iterable[Block]) -> Iterator[Block]:
    """What follows a point in its own entry, set in; a heading stands by itself."""
    if not isinstance(first, Paragraph):
        yield first
    for block in below:
        if isinstance(block, ListBlock):
            yield ListBlock(block.marker, block.points, level=1)
        else:
            yield block


def _resolved(lines: Sequence[str], words: MinutesWords) -> Iterator[Block]:
    if lines:
        yield Paragraph(plain(words.resolved, bold=True), keep_with_next=True)
        points = tuple(plain(line, bold=True) for line in lines)
        yield ListBlock(Marker.NUMBER, points, whole=len(lines) <= _FEW)


def _adjourned(one: Adjournment, style: HouseStyle) -> str:
    words = style.minutes
    return words.adjournment.format(
        adjourned_at=clock_time(one.adjourned_at, style.clock),
        reason=one.reason,
        resumed_at=clock_time(one.resumed_at, style.clock) if one.resumed_at else words.to_fill,
    )
