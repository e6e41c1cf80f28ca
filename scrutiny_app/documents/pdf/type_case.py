"""The faces a document is set in: its own family, and Noto Sans for the letters that one lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from scrutiny_app.documents.pdf.fonts import FALLBACK_FAMILY, face_name, font_file
from scrutiny_app.domain.errors import WrongInput

# Scripts that need shaping or run from right to left; ReportLab sets letter after letter
_UNSET_DIRECTIONS = frozenset({"R", "AL", "AN"})
_UNSET_SCRIPTS = ("DEVANAGARI", "VEDIC")
# All scripts before run from left to right, letter after letter, and most text is in them
_FIRST_OF_ANOTHER_WAY = "\u0590"
_SHOWN = 60  # letters of the text quoted in an error


@dataclass(frozen=True, slots=True)
class Face:
    """A font as ReportLab knows it, with the letters it has."""

    name: str
    letters: frozenset[str]


class TypeCase:
    """Finds the face for every letter of a document set in ``family``."""

    def __init__(self, family: str) -> None:
        self._family = family

    @property
    def plain(self) -> str:
        """The name of the regular face."""
        return _face(self._family, bold=False, italic=False).name

    def face_of(self, text: str, *, bold: bool, italic: bool) -> str:
        """Return the name of the face that sets all of a text, empty where it takes two.

        Raises:
            WrongInput: neither family has a letter; the sentence names it and quotes the text.
        """
        own = _face(self._family, bold=bold, italic=italic)
        if own.letters.issuperset(text):
            return own.name
        other = _face(FALLBACK_FAMILY, bold=bold, italic=italic)
        unknown = next((one for one in text if one not in own.letters | other.letters), None)
        if unknown is not None:
            raise WrongInput(_refusal(unknown, text))
        return ""

    def pieces(self, text: str, *, bold: bool, italic: bool) -> list[tuple[str, str]]:
        """Cut checked text where the face changes; return each piece with its face's name."""
        own = _face(self._family, bold=bold, italic=italic)
        if own.letters.issuperset(text):
            return [(text, own.name)]
        other = _face(FALLBACK_FAMILY, bold=bold, italic=italic)
        names = groupby(text, key=lambda one: own.name if one in own.letters else other.name)
        return [("".join(letters), name) for name, letters in names]


def _refusal(letter: str, text: str) -> str:
    name = unicodedata.name(letter, "no name").lower()
    quoted = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
    return (
        f'The character "{letter}" ({name}, U+{ord(letter):04X}) in "{quoted}" cannot be set: none '
        "of the program's fonts has it. Take it out, or write it in words, and try again."
    )


@lru_cache(maxsize=4096)
def width(text: str, face: str, size: float) -> float:
    """Return how wide text is in a face, in points."""
    return float(pdfmetrics.stringWidth(text, face, size))


@lru_cache(maxsize=32)
def _face(family: str, *, bold: bool, italic: bool) -> Face:
    """Make a face known to ReportLab, once in the life of the program."""
    name = face_name(family, bold=bold, italic=italic)
    font = TTFont(name, str(font_file(family, bold=bold, italic=italic)))
    pdfmetrics.registerFont(font)
    return Face(name, frozenset(_set_letters(font)))


def _set_letters(font: TTFont) -> Iterator[str]:
    """The letters of a font that can be set one after another, from left to right."""
    for code in font.face.charToGlyph:
        letter = chr(code)
        if letter < _FIRST_OF_ANOTHER_WAY:
            yield letter
            continue
        directed = unicodedata.bidirectional(letter) in _UNSET_DIRECTIONS
        if not directed and not unicodedata.name(letter, "").startswith(_UNSET_SCRIPTS):
            yield letter
