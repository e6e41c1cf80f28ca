"""Compare the work programmes of all committees: the same work twice, and whose remit it is."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.ids import ProgrammeId
from scrutiny_app.domain.programme.likeness import (
    LikePair,
    committees_in_remit,
    like_items,
    remit_words,
)
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.jobs.programme.show_board import items_of_year
from scrutiny_app.rulebook.work_programmes import programme_settings
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Claim:
    """An open item that uses words of another committee's name, and of its own fewer."""

    item: ProgrammeItem
    committee: str
    words: tuple[str, ...]


def compare_programmes(store: Store, municipal_year: str) -> tuple[LikePair, ...]:
    """Return the open items of different committees that look like the same work, likest first."""
    return like_items(items_of_year(store, municipal_year), least=programme_settings().alike)


def other_remits(store: Store, programme: ProgrammeId) -> tuple[Claim, ...]:
    """Return the open items of a programme that another committee's name speaks of more.

    Raises:
        NotFound: there is no such programme.
    """
    shown = store.programmes.get(programme)
    own = store.committees.get(shown.committee)
    remits = {one.name: remit_words(one.name) for one in store.committees.list()}
    claims = []
    for item in shown.items:
        found = () if item.stage.closed else committees_in_remit(item, remits)
        if found and own is not None:
            mine = len(dict(found).get(own.name, ()))
            claims += [
                Claim(item, name, words)
                for name, words in found
                if name != own.name and len(words) > mine
            ]
    return tuple(claims)
