"""Text made ready for setting: one form of each letter, plain spaces, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

# Every space that may end a line; the no-break ones (U+00A0, U+2007, U+202F) may not
_SPACES = re.compile(
    r"[ \t\n\r\f\v\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u3000]+"
)
# Control and formatting characters have no shape; Word refuses a file that holds some of them
_SHAPELESS = re.compile(
    r"[\x00-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ufe00-\ufe0f\ufeff\ufffe\uffff\ud800-\udfff]"
)


def settled(text: str) -> str:
    """Return text as it is set: composed letters (NFC), single plain spaces, no controls.

    A line break is a space like any other: where lines end is for the page to say.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    spaced = _SPACES.sub(" ", text).replace("\u202f", "\u00a0").replace("\u2007", "\u00a0")
    return unicodedata.normalize("NFC", _SHAPELESS.sub("", spaced))
