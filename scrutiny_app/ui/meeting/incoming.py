"""A file on its way to the agenda: waiting, being read, or refused with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from scrutiny_app.domain.ids import ItemId, PaperId


class Stage(StrEnum):
    """How far a file has come."""

    WAITING = "waiting"
    READING = "being taken in"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file for an item. ``paper`` is the paper whose file it replaces, None for a new one.

    ``place`` is where among the item's papers a new one goes, counting from 0; None, as the last.
    ``final``: the officer chose to publish the final text of a marked-up file.
    """

    key: str
    path: Path
    item: ItemId
    paper: PaperId | None = None
    place: int | None = None
    stage: Stage = Stage.WAITING
    sentence: str = "Waiting to be taken in"
    final: bool = False
    marked_up: bool = False
