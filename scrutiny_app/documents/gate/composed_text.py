"""The words that the program itself puts into a public file, from the public's agenda alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from scrutiny_app.documents.blocks import Run
from scrutiny_app.documents.front_sheet import front_sheet, notes_on_pages
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.wording import clock_time, long_date


def composed_texts(layout: PackLayout, style: HouseStyle) -> tuple[str, ...]:
    """Return the front sheet of a public layout, and what a supplement or list says of it."""
    notes = notes_on_pages(layout, style)
    sheet = front_sheet(layout.plan.agenda, style, layout.items, linked=False, notes=notes)
    return (" ".join(_texts(sheet)), *_sittings(layout.plan.agenda, style))


def _sittings(agenda: Agenda, style: HouseStyle) -> Iterator[str]:
    """Give day, hour and place in a row, as any paper's head may have them too."""
    meeting = agenda.meeting
    hour = clock_time(meeting.starts_at, style.clock)
    for pattern in (style.long_date, style.minutes_date):
        day = long_date(meeting.held_on, pattern)
        told = (agenda.council.name, agenda.committee.name, day, hour, meeting.place)
        yield ", ".join(told)
        yield " ".join(told[1:])


def house_words(agenda: Agenda, style: HouseStyle, labels: Iterable[str]) -> Iterator[str]:
    """Give every phrase of a house style, its stamps, and a front sheet without any business.

    No item of an agenda and no paper has a part in them.
    """
    yield from _texts(style)
    empty = front_sheet(replace(agenda, items=()), style, {}, linked=False)
    yield from (*_texts(empty), " ".join(_texts(empty)))
    yield from (style.words.page_stamp.format(number=label) for label in labels)
    yield from (style.words.item_stamp.format(number=one.number) for one in agenda.numbered)


def _texts(value: object) -> Iterator[str]:
    """Give the texts in a record and in the records it holds; runs of one line are one text."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        if value and all(isinstance(one, Run) for one in value):
            yield "".join(run.text for run in value)
        else:
            for one in value:
                yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
