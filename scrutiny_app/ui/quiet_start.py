"""A start without Python's own pauses: what is made then stays, so nothing dead is sought in it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_start() -> Iterator[None]:
    """Seek no dead objects until the start is over; of 0.6 s it took 0.05 s, 30 ms in one pause."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def start_is_over() -> None:
    """Seek dead objects again, but not among those that were made until now.

    Told once more when all rooms are loaded: to look through them took 60 ms, at any time.
    """
    gc.freeze()
    gc.enable()
