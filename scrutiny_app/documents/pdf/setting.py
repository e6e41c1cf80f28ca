"""Text set into lines of a given width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from scrutiny_app.documents.blocks import Inline, Run
from scrutiny_app.documents.held_words import held_spaces
from scrutiny_app.documents.manners import Manner
from scrutiny_app.documents.pdf.structure import Element
from scrutiny_app.documents.pdf.type_case import TypeCase, width
from scrutiny_app.documents.plain_text import settled

_SOLIDS = re.compile(r" |[^ ]+")
# A line may end after a hyphen or dash inside a word, though not in "-5", "9 - 52" or "2023-24"
_BREAKS = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])|(?<=\w[\u2013\u2014])(?=\w)")
_TIED = 3  # a word, a space and a word
_SLACK = 0.01  # points; sums of widths are not exact


@dataclass(eq=False, slots=True)
class Anchor:
    """One link: where it leads, the words it is read out with, and its element in the tree."""

    address: str
    words: str
    element: Element


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters set in one face; ``width`` in points. ``link`` is shared by a link's pieces.

    ``holds`` is a space at which no line may end.
    """

    text: str
    face: str
    width: float
    link: Anchor | None = None
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One set line. ``width`` leaves out the space at its end, which is kept for copying."""

    pieces: tuple[Piece, ...]
    width: float


_Word = list[Piece]


def set_lines(text: Inline, measure: float, manner: Manner, case: TypeCase) -> tuple[Line, ...]:
    """Set text into lines no wider than ``measure`` points; a word longer than that is cut.

    Empty text gives one empty line.

    Raises:
        WrongInput: a letter is in none of our fonts.
    """
    lines: list[Line] = []
    held: _Word = []
    used = 0.0
    for word in _tied(list(_words(text, manner, case)), measure):
        for part in _fitting(word, measure, manner):
            long = _width(part)
            if held and used + long > measure + _SLACK and not _is_space(part):
                lines.append(_line(held))
                held, used = [], 0.0
            held.extend(part)
            used += long
    lines.append(_line(held))
    return tuple(lines)


def set_balanced(text: Inline, measure: float, manner: Manner, case: TypeCase) -> tuple[Line, ...]:
    """Set a heading: in as few lines as fit, all about as long as one another."""
    lines = set_lines(text, measure, manner, case)
    least, most = measure / len(lines), measure
    while len(lines) > 1 and most - least > manner.size:
        middle = (least + most) / 2
        tried = set_lines(text, middle, manner, case)
        if len(tried) > len(lines):
            least = middle
        else:
            lines, most = tried, middle
    return lines


def widest_word(text: Inline, manner: Manner, case: TypeCase) -> float:
    """Return the width of the widest part of a text that no line may be narrower than."""
    return max((_width(word) for word in _words(text, manner, case)), default=0.0)


def _words(text: Inline, manner: Manner, case: TypeCase) -> Iterator[_Word]:
    """Yield what must stay together on a line: a space, or a word, which may cross runs."""
    held: _Word = []
    for run in text:
        words = settled(run.text)
        face = case.face_of(words, bold=manner.bold or run.bold, italic=run.italic)
        anchor = Anchor(run.link, words, Element("Link")) if run.link else None
        space = _pieces(" ", run, manner, case, anchor)
        holding = frozenset(held_spaces(words))
        place = 0
        for solid in _SOLIDS.findall(words):
            place += len(solid)
            if solid == " ":
                if held:
                    yield held
                yield [replace(space[0], holds=True)] if place - 1 in holding else space
                held = []
                continue
            for number, part in enumerate(_BREAKS.split(solid)):
                if number:
                    yield held
                    held = []
                held += (
                    [Piece(part, face, width(part, face, manner.size), anchor)]
                    if face
                    else _pieces(part, run, manner, case, anchor)
                )
    if held:
        yield held


def _tied(words: list[_Word], measure: float) -> list[_Word]:
    """Tie words that belong together, and the last two, so that none ends a paragraph alone.

    Words that would not fit on a line so are left apart.
    """
    made: list[_Word] = []
    for word in words:
        held = len(made) > 1 and made[-1][0].holds and not _is_space(made[-2])
        if held and _fits(both := _joined(made[-2:], word), measure):
            made[-2:] = [both]
        else:
            made.append(word)
    *before, space, last = made if len(made) > _TIED else [[], []]
    if not before or not _is_space(space) or _is_space(before[-1]):
        return made
    both = _joined([before[-1], space], last)
    return [*before[:-1], both] if _fits(both, measure) else made


def _joined(words: Iterable[_Word], last: _Word) -> _Word:
    return [*(piece for word in words for piece in word), *last]


def _fits(word: _Word, measure: float) -> bool:
    return _width(word) <= measure


def _pieces(
    text: str, run: Run, manner: Manner, case: TypeCase, anchor: Anchor | None
) -> list[Piece]:
    cut = case.pieces(text, bold=manner.bold or run.bold, italic=run.italic)
    return [Piece(part, face, width(part, face, manner.size), anchor) for part, face in cut]


def _fitting(word: _Word, measure: float, manner: Manner) -> Iterator[_Word]:
    """Yield a word, or when it is wider than the line its letters in portions that fit."""
    if _width(word) <= measure + _SLACK:
        yield word
        return
    held: _Word = []
    used = 0.0
    for piece in word:
        for letter in piece.text:
            long = width(letter, piece.face, manner.size)
            if held and used + long > measure:
                yield held
                held, used = [], 0.0
            held.append(replace(piece, text=letter, width=long))
            used += long
    yield held


def _line(pieces: _Word) -> Line:
    """Join neighbours of one face and link into one piece."""
    joined = []
    for _, group in groupby(pieces, key=lambda piece: (piece.face, id(piece.link))):
        same = list(group)
        text = "".join(piece.text for piece in same)
        joined.append(Piece(text, same[0].face, _width(same), same[0].link))
    inked = list(pieces)
    while inked and _is_space(inked[-1:]):
        inked.pop()
    return Line(tuple(joined), _width(inked))


def _width(pieces: _Word) -> float:
    return pieces[0].width if len(pieces) == 1 else sum(piece.width for piece in pieces)


def _is_space(word: _Word) -> bool:
    return word[0].text == " "
