"""What stands below a work programme: work that returns every year, and work to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from scrutiny_app.domain.municipal_year import MunicipalYear, year_label
from scrutiny_app.domain.programme.likeness import likeness
from scrutiny_app.domain.programme.preview import ImportedItem
from scrutiny_app.domain.programme.written_days import window_ends
from scrutiny_app.domain.read_table import ReadTable, TableFile
from scrutiny_app.domain.wording import MONTHS, listed

_ANNUAL = re.compile(
    rf"\bevery\b.*?\b({'|'.join(MONTHS)})\b|\b(?:annual|yearly)\b.*?\b({'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
_YEAR = re.compile("([0-9]{4})[/\u2013-]([0-9]{2,4})")
_HEADING = re.compile(
    r"(?:items? )?(?:to be scheduled|unscheduled|parked|reserve list|not taken into the programme)"
    r"(?: items?)?:?",
    re.IGNORECASE,
)
_WAITING = re.compile(r"([^:(]+?)(?::\s*([^(]+?))?(?:\s*\(([^)]*)\))?\.?(?:\s*Moved from .*)?")
_NAMES_IT = 0.85


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a table: its notes, and the items that wait without a meeting."""

    footnotes: tuple[str, ...]
    waiting: tuple[ImportedItem, ...]


def below_table(file: TableFile, table: int) -> Below:
    """Return what the running text below a table says; a star begins a new note.

    What follows a heading such as "To be scheduled" are items that wait; what follows one such as
    "Not taken into the programme" is left out.

    Source: real programmes, whose notes stand below the table; our own printed ones.
    """
    following = file.tables[table + 1].before if table + 1 < len(file.tables) else file.after
    heads = [place for place, text in enumerate(following) if _HEADING.fullmatch(text.strip())]
    notes = following[: heads[0]] if heads else following
    waiting = [
        _waiting(text)
        for head, end in pairwise((*heads, len(following)))
        if not following[head].lower().startswith("not ")
        for text in following[head + 1 : end]
    ]
    return Below(_notes(notes), tuple(waiting))


def _waiting(text: str) -> ImportedItem:
    """Read "Title: purpose (window)" as an item without a meeting."""
    found = _WAITING.fullmatch(text.strip())
    title, purpose, window = found.groups() if found else (text.strip(), None, None)
    return ImportedItem(title, "below the table", None, window or "", purpose or "")


def _notes(following: Iterable[str]) -> tuple[str, ...]:
    joined: list[str] = []
    for text in following:
        if joined and joined[-1].startswith("*") and not text.startswith("*"):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return tuple(joined)


def item_with_footnote(item: ImportedItem, footnotes: Iterable[str]) -> ImportedItem:
    """Return the item with the month it returns in, where a footnote that names it says so.

    Source: as ``recurrence.py``.
    """
    for note in footnotes:
        annual = _ANNUAL.search(note)
        if annual and likeness(item.title, note[: annual.start()] or note) >= _NAMES_IT:
            month = MONTHS.index((annual[1] or annual[2]).capitalize()) + 1
            return replace(item, recurs_in=month, footnote=note.strip("* "))
    return item


def remarks_on(
    table: ReadTable, year: MunicipalYear, footnotes: Iterable[str], items: Iterable[ImportedItem]
) -> tuple[str, ...]:
    """Return what to know of an import that has nothing wrong with it.

    Source: our own checks.
    """
    return (*_year_remarks(table, year), *_recurring(items), *_parked_notes(footnotes))


def _year_remarks(table: ReadTable, year: MunicipalYear) -> Iterator[str]:
    said = {
        year_label(int(found[1]))
        for found in _YEAR.finditer(" ".join(table.before))
        if str(int(found[1]) + 1).endswith(found[2])
    }
    if said and year.label not in said:
        yield (
            f"The heading of the table speaks of {listed(sorted(said))}, and it is imported "
            f"into {year.label}."
        )


def _recurring(items: Iterable[ImportedItem]) -> Iterator[str]:
    for item in items:
        if item.recurs_in is not None:
            month = MONTHS[item.recurs_in - 1]
            yield f'"{item.title}" returns every year in {month}, as a footnote says.'


def _parked_notes(footnotes: Iterable[str]) -> Iterator[str]:
    for note in footnotes:
        if window_ends(note) is not None and not _ANNUAL.search(note):
            yield (
                f'The footnote "{note}" names work to come. Park it as an item to keep it in view.'
            )
