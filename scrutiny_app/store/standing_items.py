"""The shelf of standing items: what opens and closes the ordinary agendas of a committee."""

from __future__ import annotations

from collections.abc import Sequence

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.standing_items import StandingItem, StandingPlace
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.keys import new_key


class StandingItems:
    """Each committee's own list; a committee without one goes by its council's house style."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, committee: CommitteeId) -> tuple[StandingItem, ...]:
        """Return a committee's own list in order; empty where it has none."""
        rows = self._connection.rows(
            "select title, kind, stands, purpose from standing_item "
            "where committee = ? and removed_at is null order by place, rowid",
            (committee,),
        )
        return tuple(
            StandingItem(
                row["title"], ItemKind(row["kind"]), StandingPlace(row["stands"]), row["purpose"]
            )
            for row in rows
        )

    def write(self, committee: CommitteeId, items: Sequence[StandingItem]) -> None:
        """Make a committee's own list equal to this one; an empty list takes it away."""
        there = self._connection.values(
            "select id from standing_item where committee = ? and removed_at is null "
            "order by place, rowid",
            (committee,),
        )
        for place, item in enumerate(items):
            self._connection.run(
                _PUT,
                {
                    "id": there[place] if place < len(there) else new_key(),
                    "committee": committee,
                    "place": place,
                    "stands": item.place,
                    "title": item.title,
                    "kind": item.kind,
                    "purpose": item.purpose,
                },
            )
        for key in there[len(items) :]:
            self._connection.run(
                "update standing_item "
                "set removed_at = (select at from step natural join current_step) where id = ?",
                (key,),
            )


_PUT = """
insert into standing_item (id, committee, place, stands, title, kind, purpose)
values (:id, :committee, :place, :stands, :title, :kind, :purpose)
on conflict (id) do update set
    place = excluded.place, stands = excluded.stands, title = excluded.title,
    kind = excluded.kind, purpose = excluded.purpose
where (standing_item.place, standing_item.stands, standing_item.title, standing_item.kind,
    standing_item.purpose)
    is not (excluded.place, excluded.stands, excluded.title, excluded.kind, excluded.purpose)
"""
