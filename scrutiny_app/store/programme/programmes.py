"""The shelf of work programmes: one a committee and municipal year, with everything in it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import CommitteeId, ItemId, ProgrammeId, ProgrammeItemId
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem
from scrutiny_app.store.columns import list_text, texts_from
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.programme.items import ProgrammeItems


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One programme in a list. ``items`` counts all of them, ``parked`` those without a meeting."""

    id: ProgrammeId
    committee_id: CommitteeId
    committee: str
    municipal_year: str
    meetings: int
    items: int
    parked: int


@dataclass(frozen=True, slots=True)
class ProgrammeHit:
    """One programme item that holds what was looked for."""

    programme: ProgrammeId
    committee: str
    municipal_year: str
    item: ProgrammeItem


class Programmes:
    """Work programmes. Nothing in one is ever removed: an item is closed, with its reason."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._items = ProgrammeItems(connection)

    def get(self, key: ProgrammeId) -> Programme:
        """Return a programme with its items.

        Raises:
            NotFound: there is none of this key.
        """
        row = self._connection.row(f"{_SELECT} and id = ?", (key,))
        if row is None:
            raise NotFound(
                f"There is no work programme {key} in this workspace. List them and choose one."
            )
        return self._from(row)

    def of(self, committee: CommitteeId, municipal_year: str) -> Programme | None:
        """Return a committee's programme for a year ("2023/24"), None where it has none yet."""
        row = self._connection.row(
            f"{_SELECT} and committee = ? and municipal_year = ?", (committee, municipal_year)
        )
        return None if row is None else self._from(row)

    def days(self, key: ProgrammeId) -> tuple[date, ...]:
        """Return the days of a programme's meetings, in order, without reading its items."""
        days = self._connection.values(
            "select day from programme_day where programme = ? and removed_at is null order by day",
            (key,),
        )
        return tuple(date.fromisoformat(str(day)) for day in days)

    def list(self) -> tuple[ProgrammeLine, ...]:
        """Return a line for every programme, the newest year first."""
        return tuple(
            ProgrammeLine(
                ProgrammeId(row["id"]),
                CommitteeId(row["committee"]),
                row["name"],
                row["municipal_year"],
                row["meetings"],
                row["items"],
                row["parked"],
            )
            for row in self._connection.rows(_SELECT_LINES)
        )

    def holding(self, item: ProgrammeItemId) -> Programme:
        """Return the programme that an item stands in.

        Raises:
            NotFound: there is no such item.
        """
        keys = self._connection.values(
            "select programme from programme_item where id = ? and removed_at is null", (item,)
        )
        if not keys:
            raise NotFound(
                f"There is no work programme item {item} in this workspace. List the programme "
                "and choose from it."
            )
        return self.get(ProgrammeId(str(keys[0])))

    def on_agenda(self, agenda_item: ItemId) -> ProgrammeItem | None:
        """Return the programme item that became an agenda item, None where none did."""
        return self._items.on_agenda(agenda_item)

    def find(self, text: str, *, limit: int = 20) -> tuple[ProgrammeHit, ...]:
        """Return the items that hold every word of ``text``, the newest year first."""
        words = text.replace('"', " ").split()
        if not words:
            return ()
        rows = self._connection.rows(
            _FIND, {"words": list_text(f"%{_literal(word)}%" for word in words), "limit": limit}
        )
        return tuple(
            ProgrammeHit(
                ProgrammeId(row["programme"]),
                row["committee"],
                row["municipal_year"],
                self._items.get(ProgrammeItemId(row["item"])),
            )
            for row in rows
        )

    def write(self, programme: Programme) -> None:
        """Make the rows equal to the record. Call it inside ``Store.step``.

        Items that the record does not name stay; an item of another programme moves to this one.
        A day that it does not name goes.
        """
        self._connection.run(
            _PUT,
            {
                "id": programme.id,
                "committee": programme.committee,
                "municipal_year": programme.municipal_year,
                "capacity": programme.capacity,
                "footnotes": list_text(programme.footnotes),
            },
        )
        days = [day.isoformat() for day in programme.days]
        for day in days:
            self._connection.run(_PUT_DAY, {"programme": programme.id, "day": day})
        self._connection.run(
            "update programme_day "
            "set removed_at = (select at from step natural join current_step) "
            "where programme = :programme and removed_at is null "
            "and day not in (select value from json_each(:days))",
            {"programme": programme.id, "days": list_text(days)},
        )
        for place, item in enumerate(programme.items):
            self._items.write(programme.id, place, item)

    def _from(self, row: sqlite3.Row) -> Programme:
        return Programme(
            ProgrammeId(row["id"]),
            CommitteeId(row["committee"]),
            row["municipal_year"],
            self.days(ProgrammeId(row["id"])),
            texts_from(row["footnotes"]),
            row["capacity"],
            self._items.of(ProgrammeId(row["id"])),
        )


def _literal(word: str) -> str:
    """Return a word for ``like`` in which no letter is a pattern."""
    for sign in "\\%_":
        word = word.replace(sign, f"\\{sign}")
    return word


_SELECT = """
select id, committee, municipal_year, capacity, footnotes from programme where removed_at is null
"""

_SELECT_LINES = """
select programme.id, programme.committee, committee.name, programme.municipal_year,
    (select count(*) from programme_day
        where programme = programme.id and removed_at is null) as meetings,
    (select count(*) from programme_item
        where programme = programme.id and removed_at is null) as items,
    (select count(*) from programme_item
        where programme = programme.id and removed_at is null and day is null
        and stage not in ('done', 'referred', 'rejected')) as parked
from programme join committee on committee.id = programme.committee
where programme.removed_at is null
order by programme.municipal_year desc, committee.name collate nocase, programme.rowid
"""

_FIND = """
select programme_item.id as item, programme_item.programme, programme.municipal_year,
    committee.name as committee
from programme_item
join programme on programme.id = programme_item.programme
join committee on committee.id = programme.committee
where programme_item.removed_at is null and programme.removed_at is null and not exists (
    select 1 from json_each(:words) where
        programme_item.title || ' ' || programme_item.purpose || ' ' || programme_item.sub_points
        || ' ' || programme_item.lead_officer || ' ' || programme_item.portfolio_holder
        || ' ' || programme_item.invitees || ' ' || programme_item.window
        || ' ' || programme_item.footnote not like json_each.value escape '\\'
)
order by programme.municipal_year desc, programme_item.day is null, programme_item.day,
    programme_item.place
limit :limit
"""

_PUT = """
insert into programme (id, committee, municipal_year, capacity, footnotes)
values (:id, :committee, :municipal_year, :capacity, :footnotes)
on conflict (id) do update set
    committee = excluded.committee, municipal_year = excluded.municipal_year,
    capacity = excluded.capacity, footnotes = excluded.footnotes, removed_at = null
where (programme.committee, programme.municipal_year, programme.capacity, programme.footnotes,
    programme.removed_at)
    is not (excluded.committee, excluded.municipal_year, excluded.capacity, excluded.footnotes,
    null)
"""

_PUT_DAY = """
insert into programme_day (programme, day) values (:programme, :day)
on conflict (programme, day) do update set removed_at = null
where programme_day.removed_at is not null
"""
