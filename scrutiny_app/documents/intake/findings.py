"""What turns up while a paper is made safe, gathered for its facts."""

from __future__ import annotations

from collections.abc import Sequence

# A sentence that names more pages than this is no longer read
_PAGES_NAMED = 8


class Findings:
    """What was taken out and what the officer must know; fills while one paper is worked on."""

    def __init__(self, removed: Sequence[str] = (), warnings: Sequence[str] = ()) -> None:
        self._removed: set[str] = set(removed)
        self._warnings: list[str] = list(warnings)
        self.repaired = False
        self.hidden_layers = False
        self.marked_up = False

    def took_out(self, what: str) -> None:
        """Note something removed, in plain words ("scripts"); once, however often it occurs."""
        self._removed.add(what)

    def warn(self, sentence: str) -> None:
        """Note a sentence for the officer: what was found and what to do about it."""
        if sentence not in self._warnings:
            self._warnings.append(sentence)

    @property
    def removed(self) -> tuple[str, ...]:
        """What was taken out, in alphabetical order."""
        return tuple(sorted(self._removed))

    @property
    def warnings(self) -> tuple[str, ...]:
        """The sentences, in the order found."""
        return tuple(self._warnings)


def pages_in_words(numbers: Sequence[int]) -> str:
    """Name pages as an officer would: "page 3", "pages 1 to 4 and 9".

    ``numbers`` count from 1, rise and are not empty.
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [_run_in_words(run) for run in runs[:_PAGES_NAMED]]
    if len(runs) > _PAGES_NAMED:
        words.append("others")
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"


def _run_in_words(run: Sequence[int]) -> str:
    """Name one unbroken run of page numbers."""
    return f"{run[0]}" if len(run) == 1 else f"{run[0]} to {run[-1]}"
