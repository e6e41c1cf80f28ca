"""How each kind of block is set: sizes, weights and the space around it, in points.

Read by both drawings, so that the PDF and the Word file of a document look alike. The sizes come
from the house style; what stands here is proportion only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from scrutiny_app.documents.blocks import Table, Tone
from scrutiny_app.documents.colours import INK, QUIET
from scrutiny_app.domain.house_style import HouseStyle

HANG = 36.0  # how far text stands in from a number in the margin
POINT_INDENT = 24.0  # and from the mark of a list's point; "aaa)" fits
CELL_POINT_INDENT = 11.0  # the same within the cell of a table
CELL_POINT_ROOM = 0.4  # lines of space above each of its points but the first
CELL_GAP = 12.0  # between two columns of a table
BOX_INSET = 6.0  # between the frame of a boxed table and its text
FIGURES_ROOM = 8.0  # more, where a column of words follows one of figures
TABLE_ROOM = 0.8  # lines of space above and below a table
SHORT_TABLE = 4  # rows below its headings; a table with no more stays on one page
SHORT_CELL = 120  # letters; where a cell has more, the table may be divided all the same
ROW_PADDING = 0.3  # and within a ruled row; half of it in a table without rules


@dataclass(frozen=True, slots=True)
class Manner:
    """How text is set. ``before`` and ``after`` are the space around it; colours are hex."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Manners:
    """The manners of one house style. ``headings[0]`` is that of a level-1 heading."""

    title: Manner
    headings: tuple[Manner, ...]
    tones: dict[Tone, Manner]
    point: Manner
    cell: Manner
    furniture: Manner  # page number, initials box, running head

    @property
    def body(self) -> Manner:
        """The manner of running text."""
        return self.tones[Tone.BODY]


def is_short(table: Table) -> bool:
    """Whether a table is kept on one page: judged by its text, as Word is to do the same."""
    letters = (
        sum(len(run.text) for text in cell.paragraphs for run in text)
        for row in table.rows
        for cell in row
    )
    return len(table.rows) - table.header_rows <= SHORT_TABLE and max(letters) <= SHORT_CELL


def manners(style: HouseStyle) -> Manners:
    """Return how every kind of block is set in a house style."""
    type_ = style.type
    line = type_.leading
    body = Manner(type_.body, line, after=line * 0.5)
    small = Manner(type_.small, type_.small * 1.3, colour=QUIET, after=line * 0.4)
    return Manners(
        title=Manner(type_.title, type_.title * 1.2, bold=True, after=line * 0.9),
        headings=_headings(style),
        tones={
            Tone.BODY: body,
            Tone.LABEL: replace(small, bold=True, colour=INK, after=line * 1.2),
            Tone.COUNCIL: Manner(
                type_.heading, type_.heading * 1.25, bold=True, colour=QUIET, after=line * 0.2
            ),
            Tone.LINE: replace(body, after=line * 0.2),
            Tone.SMALL: small,
            Tone.CENTRED_NOTE: replace(body, colour=QUIET),
        },
        point=replace(body, after=line * 0.3),
        cell=replace(body, after=line * 0.15),
        furniture=replace(small, after=0.0),
    )


def _headings(style: HouseStyle) -> tuple[Manner, ...]:
    """Level 1 has the heading's size, level 2 one halfway to the body's, the rest the body's.

    The lower ones are quieter too: in some styles the heading is no larger than the body.
    """
    body, line = style.type.body, style.type.leading
    sizes = (style.type.heading, (style.type.heading + body) / 2, body)
    spaces = ((1.0, 0.35), (0.9, 0.3), (0.8, 0.25))
    return tuple(
        Manner(size, size * 1.25, bold=True, colour=colour, before=line * above, after=line * below)
        for size, colour, (above, below) in zip(sizes, (INK, QUIET, QUIET), spaces, strict=True)
    )
