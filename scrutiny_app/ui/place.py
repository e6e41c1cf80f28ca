"""Somewhere in the window: a room, what it shows, and which part of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Room(StrEnum):
    """The rooms of the window, by the word that the navigation and the help use."""

    START = "start"
    TODAY = "today"
    MEETINGS = "meetings"
    MEETING = "meeting"
    PROGRAMME = "programme"
    BUDGET = "budget"
    COMMITTEES = "committees"
    READER = "reader"
    SEARCH = "search"
    HISTORY = "history"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go. ``key`` is the record's, ``part`` a tab of the room, ``detail`` within that."""

    room: Room
    key: str = ""
    part: str = ""
    detail: str = ""
