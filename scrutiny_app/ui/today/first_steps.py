"""The three steps of somebody who begins, while they are not all taken."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.store.store import Store
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.lead_list import Lead


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step: what to do, why, where it is done, and whether it was."""

    title: str
    why: str
    deed: str
    place: Place
    taken: bool


def first_steps(store: Store) -> tuple[FirstStep, ...]:
    """Return the steps; whether they are taken is read from the workspace."""
    meetings = store.meetings.list()
    committees = store.committees.list()
    newest = meetings[-1].id if meetings else ""
    return (
        FirstStep(
            "Make your council and a committee",
            "Their names, seats and members stand on every agenda",
            "Make your &committee",
            Place(Room.COMMITTEES),
            bool(committees),
        ),
        FirstStep(
            "Plan a meeting",
            "Its standing items and deadlines are filled in for you",
            "Plan a &meeting",
            Place(Room.MEETINGS),
            bool(meetings),
        ),
        FirstStep(
            "Add its papers",
            "Drop reports on the agenda: Word, Excel and PDF become one pack",
            "Add &papers",
            Place(Room.MEETING, newest, "agenda"),
            any(line.papers for line in meetings),
        ),
    )


def step_leads(steps: tuple[FirstStep, ...]) -> list[Lead]:
    """Return a row for each step; the first that is not taken is the next."""
    leads, next_found = [], False
    for number, step in enumerate(steps, start=1):
        word, tone, icon_name = "", Tone.PLAIN, "circle"
        if step.taken:
            word, tone, icon_name = "Done", Tone.GOOD, "circle-check"
        elif not next_found:
            word, tone, icon_name = "Next", Tone.ACCENT, "circle-arrow-right"
            next_found = True
        leads.append(Lead(icon_name, f"{number}. {step.title}", step.why, word, tone, step.place))
    return leads
