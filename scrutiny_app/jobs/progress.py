"""How a long job says where it has got to."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the stage in the officer's words, how many are done, and of how many.

It may raise ``Cancelled``; a job then leaves everything as it was.
"""


class Cancelled(Exception):
    """The officer stopped the job."""


def silent(stage: str, done: int, of: int) -> None:
    """Report nothing."""
