"""A work programme as a spreadsheet: one row an item, and everything that happened to them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from scrutiny_app.documents.programmes.programme_document import ProgrammeOrder
from scrutiny_app.documents.sheet_rows import row_height
from scrutiny_app.domain.programme.moves import change_note, move_note
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.domain.programme.recurrence import recurrence_note

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Value = str | date | None

# Text that looks like a formula, a link or a number stays the text that somebody typed
_AS_TYPED = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4 = 9  # Excel's number for it
_PRINTED = 7  # columns; with all of them beside one another nobody could read any
_NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 - a fixed mark for "not told", the same every time
_COLUMNS: tuple[tuple[str, int], ...] = (
    ("Date", 18), ("Item", 30), ("Purpose", 44), ("Focus", 28), ("Kind", 17), ("Method", 17),
    ("Stage", 11), ("Lead officer", 18), ("Portfolio holder", 18), ("Invitees", 20),
    ("Moves", 26), ("Notes", 26),
)  # fmt: skip
_HISTORY: tuple[tuple[str, int], ...] = (("Day", 18), ("Item", 40), ("What happened", 80))


def programme_workbook(order: ProgrammeOrder) -> bytes:
    """Return a work programme as an .xlsx without formulas; the same order gives the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _AS_TYPED) as book:
        book.set_properties({"title": order.title, "author": order.council, "created": _NO_DATE})
        look = _Look(book)
        rows = [_row(item) for item in order.programme.items]
        rows += [[None, f"* {note.lstrip('* ')}"] for note in order.programme.footnotes]
        look.fill(book.add_worksheet("Work programme"), _COLUMNS, rows)
        look.fill(book.add_worksheet("What happened"), _HISTORY, _history(order))
    return file.getvalue()


class _Look:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        text = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 10}
        self._text: Format = book.add_format(text)
        self._day: Format = book.add_format(text | {"num_format": "d mmmm yyyy", "align": "left"})
        self._head: Format = book.add_format(text | {"bold": True, "bottom": 1})

    def fill(
        self, sheet: Worksheet, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Value]]
    ) -> None:
        """Write the headings and the rows of one sheet, ready to be printed."""
        for place, (name, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, name, self._head)
        for number, row in enumerate(rows, start=1):
            sheet.set_row(number, row_height(row, (width for _, width in columns)))
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value, self._day)
                elif value:
                    sheet.write_string(number, place, value, self._text)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.print_area(0, 0, len(rows), min(_PRINTED, len(columns)) - 1)
        sheet.fit_to_pages(1, 0)


def _row(item: ProgrammeItem) -> list[Value]:
    return [
        item.day or item.window or "To be scheduled",
        item.title,
        item.purpose,
        "\n".join(item.sub_points),
        item.kind.value,
        item.method.value,
        item.stage.value,
        item.lead_officer,
        item.portfolio_holder,
        "\n".join(item.invitees),
        move_note(item),
        "\n".join(one for one in (item.remit_note, recurrence_note(item)) if one),
    ]


def _history(order: ProgrammeOrder) -> list[list[Value]]:
    told = [
        (change.changed_on, item.title, change_note(change))
        for item in order.programme.items
        for change in item.changes
    ]
    return [list(one) for one in sorted(told, key=lambda one: one[0])]
