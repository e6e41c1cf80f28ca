"""What a command answers: a record for scripts, sentences for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The end of a command.

    ``record`` is printed by ``--json``; ``lines`` otherwise. ``warnings`` go to the error stream,
    so that a script that reads the answer does not trip over them.
    """

    record: dict[str, object]
    lines: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    exit_code: int = 0


def give(answer: Answer, *, as_json: bool) -> int:
    """Print an answer and return the exit code."""
    if as_json:
        print(json.dumps(answer.record, ensure_ascii=False, indent=2))
    else:
        _print_all(answer.lines)
        _print_all(answer.warnings, stream_name="stderr")
    return answer.exit_code


def refuse(sentence: str, exit_code: int) -> int:
    """Print why a command could not be done, on one line, and return the exit code."""
    print(" ".join(sentence.split()), file=sys.stderr)
    return exit_code


def show_progress(stage: str, done: int, of: int) -> None:
    """Show where a long command has got to, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{stage} ({done + 1} of {of})", end="", file=sys.stderr, flush=True)


def end_progress() -> None:
    """Clear the line that showed progress."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _print_all(lines: Iterable[str], stream_name: str = "stdout") -> None:
    for line in lines:
        print(line, file=getattr(sys, stream_name))
