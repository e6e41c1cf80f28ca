"""A workspace as one officer has it before them: where it lies, who works on it, and when."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_app.store.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Desk:
    """What every job needs to know of its surroundings. ``clock`` gives the moment in UTC."""

    folder: Path
    who: str
    clock: Callable[[], datetime]

    def edit(self) -> AbstractContextManager[Store]:
        """Open the workspace to change it; nobody else can meanwhile."""
        return open_store(self.folder, who=self.who, clock=self.clock)

    def read(self) -> AbstractContextManager[Store]:
        """Open the workspace to read it, beside whoever edits it."""
        return open_store(self.folder, who=self.who, clock=self.clock, read_only=True)


@dataclass(frozen=True, slots=True)
class OpenDesk(Desk):
    """A desk with the workspace open on it, as the window has it: a job leaves it open."""

    store: Store

    def edit(self) -> AbstractContextManager[Store]:
        """Hand out the open workspace."""
        return nullcontext(self.store)

    def read(self) -> AbstractContextManager[Store]:
        """Hand out the open workspace."""
        return nullcontext(self.store)


def open_desk(store: Store, *, who: str, clock: Callable[[], datetime]) -> OpenDesk:
    """Return the desk that an open workspace lies on."""
    return OpenDesk(store.folder, who, clock, store)
