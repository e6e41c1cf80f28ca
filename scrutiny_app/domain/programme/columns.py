"""What the columns of somebody's table of a work programme hold, told by their headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.read_table import ReadCell, TableFile
from scrutiny_app.domain.table_headings import named_columns

_HEADING_ROWS = 12


class ProgrammeField(StrEnum):
    """What a column can hold, in the words the officer chooses from."""

    DAY = "meeting"
    ITEM = "item"
    PURPOSE = "purpose"
    SUB_POINTS = "focus"
    LEAD_OFFICER = "lead officer"
    PORTFOLIO_HOLDER = "portfolio holder"
    INVITEES = "invitees"
    NOTES = "notes"


_HEADINGS: Mapping[ProgrammeField, tuple[str, ...]] = {
    ProgrammeField.DAY: ("date", "meeting", "meeting date", "date of meeting", "when", "month"),
    ProgrammeField.ITEM: (
        "item",
        "items",
        "topic",
        "topics",
        "title",
        "agenda item",
        "subject",
        "issue",
        "work item",
    ),
    ProgrammeField.PURPOSE: (
        "purpose",
        "description",
        "details",
        "detail",
        "objective",
        "objectives",
        "reason",
        "scope",
        "purpose of item",
        "expected outcome",
        "outcome",
        "outcomes",
    ),
    ProgrammeField.SUB_POINTS: (
        "focus",
        "areas of focus",
        "key lines of enquiry",
        "points",
        "kloe",
    ),
    ProgrammeField.LEAD_OFFICER: (
        "lead officer",
        "officer",
        "lead",
        "report author",
        "author",
        "responsible officer",
        "contact officer",
        "report of",
    ),
    ProgrammeField.PORTFOLIO_HOLDER: (
        "portfolio holder",
        "executive member",
        "cabinet member",
        "lead member",
        "portfolio",
    ),
    ProgrammeField.INVITEES: ("invitees", "witnesses", "attendees", "to attend", "invited"),
    ProgrammeField.NOTES: ("notes", "note", "comments", "comment", "remarks", "status"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeMapping:
    """Which table, which of its rows has the headings (counting from 0), which column holds what.

    ``heading_row`` is -1 for a table without headings. ``columns`` gives a column's place from 0.
    """

    table: int
    heading_row: int
    columns: Mapping[ProgrammeField, int]


def guess_mapping(file: TableFile) -> ProgrammeMapping:
    """Return which table looks like a work programme, and what its columns hold.

    Source: the headings of real programmes; our own list.

    Raises:
        WrongInput: no table has a column of items; the sentence says what was found.
    """
    best: ProgrammeMapping | None = None
    for number, table in enumerate(file.tables):
        for place, row in enumerate(table.rows[:_HEADING_ROWS]):
            columns = columns_in(row)
            if ProgrammeField.ITEM in columns and len(columns) > len(best.columns if best else ()):
                best = ProgrammeMapping(number, place, columns)
    if best is None:
        raise WrongInput(_no_programme(file))
    return best


def columns_in(row: Sequence[ReadCell]) -> dict[ProgrammeField, int]:
    """Return which columns a row of headings names, by their place from 0."""
    return named_columns(row, _HEADINGS)


def _no_programme(file: TableFile) -> str:
    if not file.tables:
        return (
            f"{file.name} holds no table. Choose the file with the work programme, a table with a "
            'column "Date" and a column "Item".'
        )
    first = file.tables[0].rows[0]
    said = ", ".join(f'"{cell.text}"' for cell in first if cell.text) or "nothing"
    where = first[0].place if first else file.tables[0].name
    return (
        f'{file.name} has no column called "Item", "Items" or "Topic": its first row ({where}) '
        f"says {said}. Add a heading, or say which column holds what."
    )
