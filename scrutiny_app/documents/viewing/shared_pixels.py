"""The memory that the viewer child shares with the window: the window makes it, the child joins."""

from __future__ import annotations

from collections.abc import Sized
from multiprocessing import resource_tracker, shared_memory


class SharedPixels:
    """A stretch of memory by the name the window gave it."""

    def __init__(self, name: str) -> None:
        # The window made it and removes it. Before Python 3.13 joining would enrol it for removal
        # here too, and the window would lose it when this process ends
        enrol = resource_tracker.register
        resource_tracker.register = _leave_it_be
        try:
            self._memory = shared_memory.SharedMemory(name)
        finally:
            resource_tracker.register = enrol

    def room(self, at: int, size: int) -> memoryview:
        """Return ``size`` bytes of it from ``at`` on."""
        memory = memoryview(self._memory.buf or b"")
        return memory[at : at + size]


def _leave_it_be(name: Sized, rtype: str) -> None:
    """Stand in for ``resource_tracker.register``."""
