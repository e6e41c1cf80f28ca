"""What part of a workspace is searched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.store.columns import list_text
from scrutiny_app.store.connection import Connection


class SearchedPart(StrEnum):
    """Pages of papers, or lines of agendas: titles, purposes, whose report it is."""

    ALL = "all"
    PAGES = "pages"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class SearchScope:
    """One committee or, with no key, all; what part of it; whether withheld papers count."""

    committee: CommitteeId | None = None
    part: SearchedPart = SearchedPart.ALL
    exempt: bool = True


EVERYTHING = SearchScope()


def keys_of_committee(workspace: Connection, committee: CommitteeId | None) -> str | None:
    """Return the keys of a committee's items and papers as a list in JSON, None for all."""
    if not committee:
        return None
    return list_text(str(key) for key in workspace.values(_SELECT_KEYS, (committee,)))


_SELECT_KEYS = """
select agenda_item.id from agenda_item
join meeting on meeting.id = agenda_item.meeting and meeting.committee = ?1
where agenda_item.removed_at is null
union all
select paper.id from paper
join agenda_item on agenda_item.id = paper.item and agenda_item.removed_at is null
join meeting on meeting.id = agenda_item.meeting and meeting.committee = ?1
where paper.removed_at is null
"""
