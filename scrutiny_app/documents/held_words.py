"""Words that no line may part: a day and its month, a time and its half, "item" and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrutiny_app.domain.wording import MONTHS

_NO_BREAK = "\u00a0"
_NUMBERED = "act|appendix|items?|minutes?|pages?|paragraphs?|part|resolutions?|schedule|sections?"
_HELD = re.compile(
    rf"\b\d{{1,2}}(?= (?:{'|'.join(MONTHS)})\b)"
    r"|\d(?= (?:am|pm|noon|midnight)\b)"
    r"|£[\d.,]*\d(?= (?:million|billion)\b)"
    rf"|\b(?i:{_NUMBERED})(?:\(s\))?(?= \(?\d)"
    r"|\d(?= to \d)|(?<=\d )to(?= \d)"
)
_DIGIT = re.compile(r"\d")
_DASH = re.compile(" (?=[-\u2013] )")  # ends a line between words, and never begins one


def held_spaces(text: str) -> Iterator[int]:
    """Yield the places of the spaces in a settled text at which no line may end."""
    if _DIGIT.search(text):
        yield from (found.end() for found in _HELD.finditer(text))
    yield from (found.start() for found in _DASH.finditer(text))


def held_together(text: str) -> str:
    """Return a settled text with no-break spaces where no line may end."""
    letters = list(text)
    for place in held_spaces(text):
        letters[place] = _NO_BREAK
    return "".join(letters)
