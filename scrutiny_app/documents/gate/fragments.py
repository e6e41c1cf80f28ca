"""What a text is cut into, so that a piece of it can be known again anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

SHINGLE = 8  # words in a row; ours: the public pack is proved (ARCHITECTURE.md, decisions)
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"(?<![\w.,])£?\s?\d[\d,]*(?:\.\d+)?")
_LONG_FIGURE = 5  # digits
_TELLING_WORD = 4  # letters


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text, in one form of every letter, without any signs."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def shingles_of(words: Sequence[str]) -> Iterator[int]:
    """Give a number for every eight words in a row; the same words give the same number.

    The numbers hold for this run of the program only.
    """
    for start in range(len(words) - SHINGLE + 1):
        yield hash(tuple(words[start : start + SHINGLE]))


def figures_of(text: str) -> set[str]:
    """Return the numbers of a text that mean something by themselves, as written, without commas.

    These are sums of money, numbers with decimals and numbers of five digits or more. A sum is
    the same with its sign and without, as spreadsheets have it.
    """
    found = (_bare(one) for one in _FIGURE.findall(text))
    telling = (one for one in found if "£" in one or "." in one or len(one) >= _LONG_FIGURE)
    return {one.lstrip("£") for one in telling}


def telling(words: Sequence[str]) -> bool:
    """Whether a name is one that could be missed: "Annex 2" is; "2" and "p. 12" are not."""
    return any(len(word) >= _TELLING_WORD and not word.isdecimal() for word in words)


def _bare(figure: str) -> str:
    return re.sub(r"[\s,]", "", figure)
