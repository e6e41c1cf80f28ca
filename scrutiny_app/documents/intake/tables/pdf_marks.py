"""The words and the ruled lines of a PDF's page, from its top left corner as it is shown."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from scrutiny_app.documents.intake.text import one_line

_LINE_HYPHENS = "\x02\ufffe\xad"
BULLET = "\u2022"
_BULLETS = "\u2022\u25cf\u25aa\u25e6"
_PRIVATE = (0xE000, 0xF8FF)
_BOLD = 600  # of a font's weight: regular is 400, bold 700
_LONGEST_NAME = 128
_STRAIGHT = 1.0  # points a rule may lean
_SHORTEST_RULE = 4.0  # shorter ones are dashes and marks
_WORD_GAP = 0.35  # of a letter's height: a wider gap parts words
_SAME_LINE = 0.5  # of a word's height
_MOST_RULES = 20_000
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word and its box, in points. A list's mark, whatever its font, is a ``BULLET``."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """How far down its middle stands."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """How far to the right its centre stands."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight rule, across or down: ``at`` is where it stands, from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What is printed on one page. ``number`` counts from 1; sizes in points."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]


def page_marks(page: Any, number: int) -> PageMarks:
    """Return the words and rules of one pdfium page."""
    shown = _Shown(page)
    across: list[Stroke] = []
    down: list[Stroke] = []
    for (x0, y0), (x1, y1) in _segments(page, shown):
        if abs(y0 - y1) <= _STRAIGHT and abs(x0 - x1) >= _SHORTEST_RULE:
            across.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) <= _STRAIGHT and abs(y0 - y1) >= _SHORTEST_RULE:
            down.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        if len(across) + len(down) > _MOST_RULES:
            break
    words = tuple(_words(page, shown))
    return PageMarks(number, shown.width, shown.height, words, tuple(across), tuple(down))


def lines_of(words: Sequence[Word]) -> tuple[Line, ...]:
    """Return words as lines, from the top down."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.middle):
        last = lines[-1][0] if lines else None
        if last and abs(word.middle - last.middle) <= _SAME_LINE * (last.bottom - last.top):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(Line(tuple(sorted(line, key=lambda one: one.left))) for line in lines)


def joined(lines: Sequence[Line]) -> str:
    """Return lines as running text; a word cut after its hyphen is put together again."""
    text = ""
    for line in lines:
        cut = text[-1:] == "-" and text[-2:-1].isalpha() and line.text[:1].islower()
        text += line.text if cut or not text else f" {line.text}"
    return one_line(text)


class _Shown:
    """Turns places of a page's own space into places on the page as it is shown."""

    def __init__(self, page: Any) -> None:
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._turn = page.get_rotation()
        self.width, self.height = page.get_size()

    def place(self, x: float, y: float) -> tuple[float, float]:
        match self._turn:
            case 90:
                return y - self._bottom, x - self._left
            case 180:
                return self._right - x, y - self._bottom
            case 270:
                return self._top - y, self._right - x
        return x - self._left, self._top - y


def _segments(
    page: Any, shown: _Shown
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Give the straight parts of every path, each as its two ends."""
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
        matrix = item.get_matrix()
        first = last = (0.0, 0.0)
        for place in range(raw.FPDFPath_CountSegments(item)):
            segment = raw.FPDFPath_GetPathSegment(item, place)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = shown.place(*matrix.on_point(x.value, y.value))
            match raw.FPDFPathSegment_GetType(segment):
                case raw.FPDF_SEGMENT_MOVETO:
                    first = point
                case raw.FPDF_SEGMENT_LINETO:
                    yield last, point
            if raw.FPDFPathSegment_GetClose(segment):
                yield point, first
            last = point


def _words(page: Any, shown: _Shown) -> Iterator[Word]:
    """Give the words of a page: letters without white space or a wide gap between them."""
    layer = page.get_textpage()
    try:
        held: list[tuple[str, tuple[float, float, float, float]]] = []
        bold = False
        for place in range(layer.count_chars()):
            letter = _letter(raw.FPDFText_GetUnicode(layer, place))
            if letter.isspace() or not letter.isprintable():
                yield from _word(held, bold=bold)
                held = []
                continue
            box = _box(layer.get_charbox(place, loose=True), shown)
            if held and _parts(held[-1][1], box):
                yield from _word(held, bold=bold)
                held = []
            if not held:
                bold = _is_bold(layer, place)
            held.append((letter, box))
        yield from _word(held, bold=bold)
    finally:
        layer.close()


def _box(
    box: tuple[float, float, float, float], shown: _Shown
) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    (x0, y0), (x1, y1) = shown.place(left, bottom), shown.place(right, top)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _parts(
    before: tuple[float, float, float, float], after: tuple[float, float, float, float]
) -> bool:
    """Whether two letters that follow one another belong to two words."""
    height = before[3] - before[1]
    gap = after[0] - before[2]
    level = abs((after[1] + after[3]) - (before[1] + before[3])) / 2
    return gap > _WORD_GAP * height or gap < -2 * height or level > _SAME_LINE * height


def _letter(code: int) -> str:
    """Return a letter; what a symbol font has for a bullet lies in the private use area."""
    letter = chr(code)
    if letter in _LINE_HYPHENS:
        return "-"
    return BULLET if letter in _BULLETS or _PRIVATE[0] <= code <= _PRIVATE[1] else letter


def _is_bold(layer: Any, place: int) -> bool:
    """Tell whether a letter is bold, by its font's weight or name."""
    if raw.FPDFText_GetFontWeight(layer, place) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(layer, place, name, _LONGEST_NAME, flags)
    return b"bold" in name.value.lower()


def _word(
    held: Sequence[tuple[str, tuple[float, float, float, float]]], *, bold: bool
) -> Iterator[Word]:
    if held:
        boxes = [box for _, box in held]
        yield Word(
            "".join(letter for letter, _ in held),
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
            bold,
        )
