"""Page content that ends as it began, so that a stamp drawn after it lands where it should."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# What may stand before and after an operator. Source: ISO 32000-1 7.2.2
_EDGE = rb"[^\s\[\]()<>{}/%]"
_OPERATORS = (b"q", b"Q", b"BT", b"ET", b"BMC", b"BDC", b"EMC", b"BI")
# Whatever can hide an operator (strings, comments), or is one we count. Every choice begins with a
# plain letter: only then does the search skip ahead, ten times as fast
_TOKEN = re.compile(
    rb"\((?:[^\\()]|\\.)*\)|\(|<[0-9A-Fa-f\s]*>|%[^\r\n]*|"
    + b"|".join(rb"%b(?<!%b%b)(?!%b)" % (each, _EDGE, each, _EDGE) for each in _OPERATORS),
    re.DOTALL,
)
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_END_OF_IMAGE = re.compile(rb"\sEI(?=[\s/]|$)")


@dataclass(slots=True)
class _Depths:
    """What is open at one point of the content, and the closings that closed nothing."""

    saved: int = 0
    marked: int = 0
    in_text: bool = False
    stray: list[tuple[int, int]] = field(default_factory=list)


def balanced(content: bytes) -> bytes:
    """Return content in which every ``q``, ``BT`` and ``BMC`` is closed, and nothing twice.

    Closings without an opening are blanked out, as viewers ignore them; setting an opening
    before them instead would undo what they left standing. Sound content comes back as it is.
    """
    depths = _count(content)
    if not (depths.stray or depths.saved or depths.marked or depths.in_text):
        return content
    mended = bytearray(content)
    for start, end in depths.stray:
        mended[start:end] = b" " * (end - start)
    closings = b" ET" * depths.in_text + b" EMC" * depths.marked + b" Q" * depths.saved
    return bytes(mended) + b"\n" + closings.strip()


def _count(content: bytes) -> _Depths:
    """Follow the content from its first operator to its last."""
    depths = _Depths()
    position = 0
    while found := _TOKEN.search(content, position):
        position = found.end()
        if found[0] == b"(":
            position = _after_string(content, found.start())
        elif found[0] == b"BI":
            image_end = _END_OF_IMAGE.search(content, position)
            position = image_end.end() if image_end else len(content)
        elif found[0] in _OPERATORS:
            _follow(depths, found[0], found.span())
    return depths


def _follow(depths: _Depths, operator: bytes, span: tuple[int, int]) -> None:
    """Open or close one level."""
    if operator == b"q":
        depths.saved += 1
    elif operator in {b"BMC", b"BDC"}:
        depths.marked += 1
    elif operator in {b"BT", b"ET"}:
        depths.in_text = operator == b"BT"
    elif operator == b"Q" and depths.saved:
        depths.saved -= 1
    elif operator == b"EMC" and depths.marked:
        depths.marked -= 1
    else:
        depths.stray.append(span)


def _after_string(content: bytes, start: int) -> int:
    """Return the place after a string with brackets within brackets."""
    depth = 0
    for found in _BRACKET.finditer(content, start):
        if found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
            if depth == 0:
                return found.end()
    return len(content)
