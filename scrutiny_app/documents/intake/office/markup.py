"""Tracked changes, comments and hidden text: what was found where, told in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.paper import FINAL_TEXT_ADVICE

_SHOWN = 3
_LONGEST_QUOTE = 60


class MarkKind(StrEnum):
    """What a mark is, in words that take an -s."""

    INSERTION = "tracked insertion"
    DELETION = "tracked deletion"
    CHANGE = "tracked change of layout"
    COMMENT = "comment"
    HIDDEN = "piece of hidden text"


_PLURALS = {
    MarkKind.CHANGE: "tracked changes of layout",
    MarkKind.HIDDEN: "pieces of hidden text",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. ``heading`` is the nearest one above it, or where else it stands; may be empty."""

    kind: MarkKind
    heading: str
    text: str


def refuse_marks(marks: Sequence[Mark]) -> None:
    """Refuse a paper that holds any marks.

    Raises:
        PaperRefused: naming how many of what, and where the first few are.
    """
    if not marks:
        return
    places = "; ".join(_place(mark) for mark in marks[:_SHOWN])
    more = len(marks) - _SHOWN
    if more > 0:
        places += f"; and {more} more"
    raise PaperRefused(
        f"it holds {in_words(marks)}, which nobody may have meant to publish: {places}. "
        "Settle them in the program that made it and save it again, or, if its final text is to be "
        f"published as it stands, {FINAL_TEXT_ADVICE}."
    )


def warn_of_marks(marks: Sequence[Mark], findings: Findings) -> None:
    """Note that marks were settled, for the officer to look at the result."""
    if not marks:
        return
    findings.took_out("tracked changes, comments and hidden text")
    findings.warn(
        f"It held {in_words(marks)}. Its final text is used: insertions accepted, deletions, "
        "comments and hidden text left out. Look through its pages before the pack goes out."
    )


def in_words(marks: Sequence[Mark]) -> str:
    """Count marks by their kind: "2 tracked insertions and 1 comment"."""
    counted = Counter(mark.kind for mark in marks)
    told = [_counted(kind, counted[kind]) for kind in MarkKind if counted[kind]]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def one_line(text: str) -> str:
    """Return text on one line, cut where it grows too long to quote."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1].rstrip()}…"


def _counted(kind: MarkKind, number: int) -> str:
    words = kind.value if number == 1 else _PLURALS.get(kind, f"{kind}s")
    return f"{number:,} {words}"


def _place(mark: Mark) -> str:
    where = f" under “{mark.heading}”" if mark.heading else ""
    near = f" at “{mark.text}”" if mark.text else ""
    return f"a {mark.kind}{where}{near}"
