"""A table that somebody made of a work programme becomes items to look at before they are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.municipal_year import MunicipalYear, year_label
from scrutiny_app.domain.programme.columns import (
    ProgrammeField,
    ProgrammeMapping,
    columns_in,
    guess_mapping,
)
from scrutiny_app.domain.programme.footnotes import (
    below_table,
    item_with_footnote,
    remarks_on,
)
from scrutiny_app.domain.programme.lines import (
    ReadItem,
    is_bold_title,
    items_in,
    listed,
    one_item,
)
from scrutiny_app.domain.programme.preview import ImportedItem, ImportProblem, ProgrammePreview
from scrutiny_app.domain.programme.written_days import WrittenDay, read_day, year_of
from scrutiny_app.domain.read_table import ReadCell, TableFile

_NOTHING = re.compile(
    r"(?:nothing|no items?)(?: (?:is|are))?(?: planned| scheduled)?(?: yet)?\.?", re.IGNORECASE
)


def preview_programme(
    file: TableFile, municipal_year: str, mapping: ProgrammeMapping | None = None
) -> ProgrammePreview:
    """Return what importing a file's table would bring, with every problem of every row.

    Source: our own rule: nothing is guessed silently and nothing is written before it is accepted.

    Raises:
        WrongInput: there is no such table or year, or no column of items.
    """
    chosen = mapping or guess_mapping(file)
    _refuse_unfit(file, chosen)
    year = year_of(municipal_year)
    table = file.tables[chosen.table]
    last = _last_part(file, chosen)
    parts = file.tables[chosen.table + 1 : last + 1]
    rows = (*table.rows[chosen.heading_row + 1 :], *(row for part in parts for row in part.rows))
    items_at = chosen.columns[ProgrammeField.ITEM]
    bold_titles = any(is_bold_title(row[items_at]) for row in rows if items_at < len(row))
    reading = _Reading(chosen, year, bold_titles=bold_titles)
    for row in rows:
        reading.row(row)
    below = below_table(file, last)
    footnotes = (*reading.footnotes, *below.footnotes)
    read = (*reading.finished(), *below.waiting)
    items = tuple(item_with_footnote(item, footnotes) for item in read)
    if not (items or reading.days or reading.problems):
        raise WrongInput(
            f"{file.name} has headings and no row below them that names a meeting or an item. "
            "Choose the file with the work programme."
        )
    headings = table.rows[chosen.heading_row] if chosen.heading_row >= 0 else ()
    return ProgrammePreview(
        file.name,
        table.before[-1] if table.before else "",
        year_label(year.starts_on.year),
        chosen,
        tuple(cell.text for cell in headings),
        tuple(sorted({*reading.days})),
        items,
        footnotes,
        tuple(reading.problems),
        remarks_on(table, year, footnotes, items),
    )


def _refuse_unfit(file: TableFile, chosen: ProgrammeMapping) -> None:
    if not 0 <= chosen.table < len(file.tables) or ProgrammeField.ITEM not in chosen.columns:
        raise WrongInput(
            f"{file.name} has no such table, or no column was chosen for the items. Choose both."
        )


def _last_part(file: TableFile, chosen: ProgrammeMapping) -> int:
    """Return the last of the tables that repeat the headings of one, as those of a PDF do."""
    rows = file.tables[chosen.table].rows
    heads = columns_in(rows[chosen.heading_row]) if chosen.heading_row >= 0 else {}
    last = chosen.table
    for place, table in enumerate(file.tables[chosen.table + 1 :], start=chosen.table + 1):
        if not heads or not table.rows or columns_in(table.rows[0]) != heads:
            break
        last = place
    return last


class _Reading:
    """A table being read row by row: what a row leaves open, the next may go on with."""

    def __init__(
        self, mapping: ProgrammeMapping, year: MunicipalYear, *, bold_titles: bool
    ) -> None:
        self._columns = mapping.columns
        self._year = year
        self._bold_titles = bold_titles
        self._when = WrittenDay()
        self._said: list[tuple[WrittenDay, Mapping[ProgrammeField, ReadCell], ReadItem]] = []
        self.days: list[date] = []
        self.footnotes: list[str] = []
        self.problems: list[ImportProblem] = []

    def row(self, row: Sequence[ReadCell]) -> None:
        """Take one row in."""
        cells = {one: row[place] for one, place in self._columns.items() if place < len(row)}
        texts = [cell.text for cell in row if cell.text]
        if not texts or self._is_heading(cells):
            return
        if len(texts) == 1 and texts[0].startswith("*"):
            self.footnotes.append(texts[0])
            return
        self._read_day(cells.get(ProgrammeField.DAY))
        item = cells.get(ProgrammeField.ITEM)
        if item is None or not item.text:
            self._without_item(row, cells)
            return
        if _NOTHING.fullmatch(item.text):
            return
        self._read_items(item, cells)

    def finished(self) -> tuple[ImportedItem, ...]:
        """Return the items in the order of the file."""
        return tuple(_imported(when, cells, read) for when, cells, read in self._said)

    def _is_heading(self, cells: Mapping[ProgrammeField, ReadCell]) -> bool:
        """Tell whether a row repeats the headings, as tables do on a new page."""
        said = columns_in(tuple(cells.values()))
        return len(said) == len(cells) and len(cells) > 1

    def _read_day(self, cell: ReadCell | None) -> None:
        """Read the day of a row; an empty cell means that of the row above."""
        if cell is None or not cell.text:
            return
        self._when = read_day(cell.text, self._year)
        if self._when.problem:
            self.problems.append(ImportProblem(cell.place, self._when.problem))
        if self._when.day is not None:
            self.days.append(self._when.day)

    def _without_item(
        self, row: Sequence[ReadCell], cells: Mapping[ProgrammeField, ReadCell]
    ) -> None:
        """Refuse a row that tells of an item and does not name it; a meeting may be empty."""
        told = [one for one in cells if one is not ProgrammeField.DAY and cells[one].text]
        if told:
            place = (
                cells[ProgrammeField.ITEM].place if ProgrammeField.ITEM in cells else row[0].place
            )
            self.problems.append(
                ImportProblem(place, f"there is no item, but its {told[0]} is filled. Name it.")
            )

    def _read_items(self, cell: ReadCell, cells: Mapping[ProgrammeField, ReadCell]) -> None:
        for entry in self._entries(cell, cells):
            if entry.title:
                self._said.append((self._when, cells, entry))
            elif self._said:
                when, before, item = self._said.pop()
                self._said.append((when, before, item.joined(entry)))
            else:
                self.problems.append(
                    ImportProblem(cell.place, "it does not say what the item is called. Name it.")
                )

    def _entries(
        self, cell: ReadCell, cells: Mapping[ProgrammeField, ReadCell]
    ) -> tuple[ReadItem, ...]:
        if ProgrammeField.PURPOSE in self._columns:
            return (one_item(cell),)
        day = cells.get(ProgrammeField.DAY)
        goes_on = bool(self._said) and day is not None and not day.text
        return items_in(cell, bold_titles=self._bold_titles, goes_on=goes_on)


def _imported(
    when: WrittenDay, cells: Mapping[ProgrammeField, ReadCell], read: ReadItem
) -> ImportedItem:
    def said(one: ProgrammeField) -> str:
        return cells[one].text if one in cells else ""

    def many(one: ProgrammeField) -> tuple[str, ...]:
        return listed(cells[one]) if one in cells else ()

    return ImportedItem(
        title=read.title,
        place=read.place,
        day=when.day,
        window=when.window,
        purpose=said(ProgrammeField.PURPOSE) or " ".join(read.purpose),
        sub_points=many(ProgrammeField.SUB_POINTS) or read.sub_points,
        lead_officer=said(ProgrammeField.LEAD_OFFICER),
        portfolio_holder=said(ProgrammeField.PORTFOLIO_HOLDER),
        invitees=many(ProgrammeField.INVITEES),
        note=said(ProgrammeField.NOTES),
    )
