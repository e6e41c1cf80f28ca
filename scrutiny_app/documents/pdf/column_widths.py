"""How wide a table's columns are, in PDF and in Word: in proportion, but no word is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.documents.blocks import Inline, Run, Table, ends_in_bracket
from scrutiny_app.documents.manners import CELL_GAP, FIGURES_ROOM, Manner
from scrutiny_app.documents.pdf.setting import widest_word
from scrutiny_app.documents.pdf.type_case import TypeCase

_TOLERANCE = 0.1  # points; sums of widths are not exact


def shared_widths(table: Table, measure: float) -> list[float]:
    """Share ``measure`` points out among a table's columns, with ``CELL_GAP`` between them."""
    free = measure - CELL_GAP * (len(table.columns) - 1)
    whole = sum(column.width for column in table.columns)
    return [free * column.width / whole for column in table.columns]


def column_widths(table: Table, manner: Manner, case: TypeCase, measure: float) -> list[float]:
    """Return the shares of a table's columns, mended so that no word is cut.

    A column that has a word too wide for its share gets what the word needs from those that have
    room to spare.

    Raises:
        WrongInput: a letter is in none of our fonts.
    """
    return _widened(shared_widths(table, measure), _least(table, manner, case))


def _least(table: Table, manner: Manner, case: TypeCase) -> list[float]:
    """Return how wide each column must be so that no word in it is cut."""
    bold = replace(manner, bold=True)
    columns = range(len(table.columns))
    brackets = [table.has_brackets(column) for column in columns]
    return [
        max(
            widest_word(
                _with_bracket(text) if brackets[column] else text,
                bold if cell.bold or place < table.header_rows else manner,
                case,
            )
            for place, row in enumerate(table.rows)
            for cell in row[column : column + 1]
            for text in cell.paragraphs
        )
        + (FIGURES_ROOM if table.follows_figures(column) else 0.0)
        + _TOLERANCE
        for column in columns
    ]


def _with_bracket(text: Inline) -> Inline:
    """Return a figure with the room of the bracket that others in its column end in."""
    return text if ends_in_bracket(text) else (*text, Run(")"))


def _widened(wished: Sequence[float], least: Sequence[float]) -> list[float]:
    """Widen the columns that need it at the cost of those with room to spare, if there are any."""
    lacking = sum(max(low - wish, 0.0) for wish, low in zip(wished, least, strict=True))
    spare = sum(max(wish - low, 0.0) for wish, low in zip(wished, least, strict=True))
    if lacking > spare:
        return list(wished)
    part = lacking / spare if spare else 0.0
    return [
        low if wish < low else wish - (wish - low) * part
        for wish, low in zip(wished, least, strict=True)
    ]
