"""A document as blocks: described once, drawn as tagged PDF and as DOCX.

Text is ``Inline``: a tuple of runs. No block knows a font or a size; the house style does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.documents.shapes import Shape


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner. ``link`` is a URL, ``mailto:`` or ``#pack-page-N``."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Inline = tuple[Run, ...]


def plain(text: str, *, bold: bool = False) -> Inline:
    """Return text as one run."""
    return (Run(text, bold=bold),)


class Align(StrEnum):
    """Where a paragraph or a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    FIGURES = "figures"  # right, digits below digits: a closing bracket stands outside them


class Tone(StrEnum):
    """What a paragraph is for; each tone is a named style in Word."""

    BODY = "body"
    LABEL = "label"  # "Public Document Pack"
    COUNCIL = "council"
    LINE = "line"  # one of several short lines that belong together
    SMALL = "small"
    CENTRED_NOTE = "centred_note"


@dataclass(frozen=True, slots=True)
class Title:
    """The document's title; drawn once, a level-1 heading to a screen reader."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6 below the title; ``number`` stands before it ("18")."""

    level: int
    text: Inline
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Inline
    tone: Tone = Tone.BODY
    align: Align = Align.LEFT
    keep_with_next: bool = False

    @property
    def leads_on(self) -> bool:
        """Whether it stays on the page of what follows it."""
        return self.keep_with_next or _ends_in(self.text, ":")


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """A paragraph with its own number in the margin ("3.4"), as reports number them.

    One without a number goes on below the numbered one before it, set in as that is.
    """

    number: str
    text: Inline
    keep_with_next: bool = False

    @property
    def leads_on(self) -> bool:
        """Whether it stays on the page of what follows it."""
        return self.keep_with_next or _ends_in(self.text, ":")


class Marker(StrEnum):
    """How a list's points are marked."""

    BULLET = "bullet"
    NUMBER = "number"  # 1) 2) 3)
    LETTER = "letter"  # a) … z) aa) bb)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of points, marked alike.

    ``start`` is the place of the first one: 18 begins a list of letters at r). ``level`` is how
    deep the list stands: 0 at the margin, 1 below a numbered paragraph or another list's point.
    ``keep_with_next`` holds its last point to what belongs below it.
    ``whole`` keeps it on one page. The mark of a point that is bold throughout is bold as well.
    """

    marker: Marker
    points: tuple[Inline, ...]
    start: int = 1
    level: int = 0
    keep_with_next: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, holding one or more paragraphs.

    ``levels``, if given, tells of each paragraph how deep it stands in a list: 1 for a point, 2
    for a point below one, -1 for what goes on below the mark of a point, 0 for running text.
    ``spoken`` is read out in place of what is printed, where that would be misheard: "minus 0.145".
    ``hung`` sets the further lines of each paragraph in, so that it is seen where one begins.
    """

    paragraphs: tuple[Inline, ...]
    bold: bool = False
    levels: tuple[int, ...] = ()
    spoken: str = ""
    hung: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``width`` is its share of the text width (the shares need not add to 1)."""

    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first ``header_rows`` rows are headings, repeated on every page.

    ``ruled`` draws its lines, ``boxed`` a frame and lines between the columns as well, where there
    are no rows of headings; ``summary`` tells a screen reader what the table is for.
    ``row_headers`` makes the first column the heading of each row.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    row_headers: bool = False
    ruled: bool = True
    boxed: bool = False
    summary: str = ""

    def follows_figures(self, column: int) -> bool:
        """Whether a column of words stands right of one whose text ends where it begins."""
        if column == 0 or self.columns[column].align is not Align.LEFT:
            return False
        return self.columns[column - 1].align in (Align.RIGHT, Align.FIGURES)

    def has_brackets(self, column: int) -> bool:
        """Whether a column of figures has any that ends in a bracket, for which room is left."""
        return self.columns[column].align is Align.FIGURES and any(
            ends_in_bracket(text) for row in self.rows for text in row[column].paragraphs
        )


def ends_in_bracket(text: Inline) -> bool:
    """Whether text ends in a closing bracket, as a reduction does: "(0.145)"."""
    return _ends_in(text, ")")


def _ends_in(text: Inline, mark: str) -> bool:
    return "".join(run.text for run in text).rstrip().endswith(mark)


_LONG_LABEL = 24  # letters; with more, too little of the line is left to sign on


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, and one for the date; it is never parted from what stands before it."""

    label: str
    date_label: str

    @property
    def label_above(self) -> bool:
        """Whether the label is too long to stand beside its line, and goes above it."""
        return len(self.label) > _LONG_LABEL


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture drawn by code, ``width`` by ``height`` points; made smaller where it does not fit.

    ``alt`` is read out in its place. What a picture tells stands in words beside it too.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Title
    | Heading
    | Paragraph
    | NumberedParagraph
    | ListBlock
    | Table
    | Figure
    | Signature
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to be drawn.

    ``author`` is the council (the only author our files name). ``initials`` is the label of the
    box for initials on each leaf, empty for none. ``page_numbers`` draws a plain number at the
    foot; a front sheet in a pack leaves it out because the pack stamps it. ``running_head`` stands
    above every page but the first, which has the title.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    landscape: bool = False
    page_numbers: bool = False
    initials: str = ""
    running_head: str = ""
