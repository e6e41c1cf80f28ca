"""The shelf of memberships, and of the people who hold them."""

from __future__ import annotations

import sqlite3
from datetime import date

from scrutiny_app.domain.committee import Membership, Person, Role, Seat, VotingScope
from scrutiny_app.domain.ids import CommitteeId, MembershipId, PersonId
from scrutiny_app.store.columns import day_text, list_text, optional_day
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.people import People


class Memberships:
    """Who sits on which committee, from when to when. A person may sit more than once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._people = People(connection)

    def of(self, committee: CommitteeId, on: date) -> tuple[Membership, ...]:
        """Return who sits on a committee on a day, in printed order."""
        rows = self._connection.rows(
            f"{_SELECT} and (membership.valid_from is null or membership.valid_from <= :on) "
            "and (membership.valid_to is null or membership.valid_to >= :on) "
            "order by membership.place, membership.rowid",
            {"committee": committee, "on": on.isoformat()},
        )
        return tuple(_membership(row) for row in rows)

    def get(self, key: MembershipId) -> Membership | None:
        """Return one seat."""
        row = self._connection.row(f"{_SELECT_ALL} and membership.id = ?", (key,))
        return None if row is None else _membership(row)

    def of_person(self, person: PersonId) -> tuple[Membership, ...]:
        """Return every seat that somebody held, holds or will hold, the latest first."""
        rows = self._connection.rows(
            f"{_SELECT_ALL} and membership.person = ? "
            "order by membership.valid_from desc, membership.rowid desc",
            (person,),
        )
        return tuple(_membership(row) for row in rows)

    def ever(self, committee: CommitteeId) -> tuple[Membership, ...]:
        """Return everybody who sat, sits or will sit on a committee, in printed order."""
        rows = self._connection.rows(
            f"{_SELECT} order by membership.valid_from, membership.place, membership.rowid",
            {"committee": committee},
        )
        return tuple(_membership(row) for row in rows)

    def write(self, membership: Membership) -> None:
        """Make the rows of one membership and its person equal to the record."""
        self._people.write(membership.person)
        self._connection.run(
            _PUT_MEMBERSHIP,
            {
                "id": membership.id,
                "committee": membership.committee,
                "person": membership.person.id,
                "seat": membership.seat,
                "role": membership.role,
                "voting": membership.voting,
                "place": membership.order,
                "valid_from": day_text(membership.valid_from),
                "valid_to": day_text(membership.valid_to),
            },
        )

    def remove(self, key: MembershipId) -> None:
        """Remove a seat that was an error; one that was held is given its last day instead."""
        self._connection.run(
            "update membership set removed_at = (select at from step natural join current_step) "
            "where id = ? and removed_at is null",
            (key,),
        )

    def remove_others(self, committee: CommitteeId, on: date, kept: tuple[Membership, ...]) -> None:
        """Remove the memberships of a committee that hold on a day, all but those ``kept``."""
        self._connection.run(
            "update membership set removed_at = (select at from step natural join current_step) "
            "where committee = :committee "
            "and removed_at is null and (valid_from is null or valid_from <= :on) "
            "and (valid_to is null or valid_to >= :on) "
            "and id not in (select value from json_each(:kept))",
            {
                "committee": committee,
                "on": on.isoformat(),
                "kept": list_text(member.id for member in kept),
            },
        )


_SELECT_ALL = """
select membership.id, membership.committee, membership.person, person.name, person.title,
    membership.seat, membership.role, membership.voting, membership.place, membership.valid_from,
    membership.valid_to
from membership join person on person.id = membership.person
where membership.removed_at is null
"""

_SELECT = f"{_SELECT_ALL} and membership.committee = :committee"

_PUT_MEMBERSHIP = """
insert into membership (id, committee, person, seat, role, voting, place, valid_from, valid_to)
values (:id, :committee, :person, :seat, :role, :voting, :place, :valid_from, :valid_to)
on conflict (id) do update set
    committee = excluded.committee, person = excluded.person, seat = excluded.seat,
    role = excluded.role, voting = excluded.voting, place = excluded.place,
    valid_from = excluded.valid_from, valid_to = excluded.valid_to, removed_at = null
where (membership.committee, membership.person, membership.seat, membership.role,
    membership.voting, membership.place, membership.valid_from, membership.valid_to,
    membership.removed_at)
    is not (excluded.committee, excluded.person, excluded.seat, excluded.role,
    excluded.voting, excluded.place, excluded.valid_from, excluded.valid_to, null)
"""


def _membership(row: sqlite3.Row) -> Membership:
    return Membership(
        MembershipId(row["id"]),
        CommitteeId(row["committee"]),
        Person(PersonId(row["person"]), row["name"], row["title"]),
        Seat(row["seat"]),
        Role(row["role"]),
        VotingScope(row["voting"]),
        row["place"],
        optional_day(row["valid_from"]),
        optional_day(row["valid_to"]),
    )
