"""How the minutes of a committee are numbered from meeting to meeting."""

from __future__ import annotations

from collections.abc import Iterable

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.house_style import MinuteNumbering, MinuteScheme
from scrutiny_app.domain.minutes.minutes import MinutesOutline
from scrutiny_app.domain.municipal_year import parse_year_label


def next_first_number(
    previous: Iterable[MinutesOutline], scheme: MinuteScheme, *, municipal_year: str
) -> int:
    """Return the first minute number of a committee's next meeting.

    ``previous`` are the minutes of the same committee so far, in any order; ``municipal_year`` is
    the label of the year the next meeting lies in.

    Source: real minutes number in three ways: on through the municipal year (Nottingham: 18
    to 23 in November, from 24 in January), without ever starting again (Worcestershire), or
    afresh at each meeting. The house style says which.
    """
    if scheme.numbering is MinuteNumbering.MEETING:
        return 1
    running = (
        outline
        for outline in previous
        if scheme.numbering is MinuteNumbering.NEVER_RESET
        or _same_year(outline.agenda.meeting.municipal_year, municipal_year)
    )
    last = max((minute.number for one in running for minute in one.minutes), default=0)
    return last + 1


def minute_label(number: int, scheme: MinuteScheme, *, municipal_year: str) -> str:
    """Return a minute's number as printed: "18", or "32/24" where the pattern has the year.

    {year} is the last two figures of the year in which the municipal year starts.

    Raises:
        WrongInput: the pattern has the year, and the meeting's is not known.

    Source: Bromsgrove prints number and year; the pattern is the house style's.
    """
    if "{year}" not in scheme.pattern:
        return scheme.pattern.format(number=number)
    if not municipal_year:
        raise WrongInput(
            "This house style numbers its minutes with the municipal year, and the meeting has "
            "none. Give the meeting its municipal year, such as 2023/24."
        )
    year = f"{parse_year_label(municipal_year) % 100:02}"
    return scheme.pattern.format(number=number, year=year)


def _same_year(one: str, other: str) -> bool:
    """Whether two labels name one year, however each is written; unlabelled is a year too."""
    if not one or not other:
        return one == other
    return parse_year_label(one) == parse_year_label(other)
