"""What was done to the workspace: every change belongs to a named step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a change did to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Change:
    """One record that a step touched: ``record`` is its sort ("meeting"), ``key`` its key.

    ``fields`` names what differs; it is empty for a record that came or went. ``title`` is what
    the record was called, empty where it has no name of its own.
    """

    record: str
    key: str
    kind: ChangeKind
    fields: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing somebody did, all of it or none of it.

    ``number`` counts from 1; ``at`` is UTC. ``undone`` tells that the step is not in force now.
    ``undoable`` is false for what cannot be taken back, such as publishing. A step that undoes or
    redoes another names it in ``of``.
    """

    number: int
    name: str
    who: str
    at: datetime
    undone: bool = False
    undoable: bool = True
    of: int | None = None
    changes: tuple[Change, ...] = ()
