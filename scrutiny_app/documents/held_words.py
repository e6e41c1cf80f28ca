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
    # A dash between words ends a line; it never begins one
    r"|[^ ](?= [-\u2013] )"
)


def held_spaces(text: str) -> Iterator[int]:
    """Yield the places of the spaces in a settled text at which no line may end."""
    return (found.end() for found in _HELD.finditer(text))


def held_together(text: str) -> str:
    """Return a settled text with no-break spaces where no line may end."""
    letters = list(text)
    for place in held_spaces(text):
        letters[place] = _NO_BREAK
    return "".join(letters)
