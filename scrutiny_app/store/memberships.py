"""The shelf of memberships, and of the people who hold them."""

from __future__ import annotations

import sqlite3
from datetime import date

from scrutiny_app.domain.committee import Membership, Person, Role, Seat, VotingScope
from scrutiny_app.domain.ids import CommitteeId, MembershipId, PersonId
from scrutiny_app.store.columns import day_text, list_text, optional_day
from scrutiny_app.store.connection import Connection


class Memberships:
    """Who sits on which committee, from when to when. A person may sit more than once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, committee: CommitteeId, on: date) -> tuple[Membership, ...]:
        """Return who sits on a committee on a day, in printed order."""
        rows = self._connection.rows(
            f"{_SELECT} and (membership.valid_from is null or membership.valid_from <= :on) "
            "and (membership.valid_to is null or membership.valid_to >= :on) "
            "order by membership.place, membership.rowid",
            {"committee": committee, "on": on.isoformat()},
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
        person = membership.person
        self._connection.run(
            _PUT_PERSON, {"id": person.id, "name": person.name, "title": person.title}
        )
        self._connection.run(
            _PUT_MEMBERSHIP,
            {
                "id": membership.id,
                "committee": membership.committee,
                "person": person.id,
                "seat": membership.seat,
                "role": membership.role,
                "voting": membership.voting,
                "place": membership.order,
                "valid_from": day_text(membership.valid_from),
                "valid_to": day_text(membership.valid_to),
            },
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


_SELECT = """
select membership.id, membership.committee, membership.person, person.name, person.title,
    membership.seat, membership.role, membership.voting, membership.place, membership.valid_from,
    membership.valid_to
from membership join person on person.id = membership.person
where membership.committee = :committee and membership.removed_at is null
"""

_PUT_PERSON = """
insert into person (id, name, title) values (:id, :name, :title)
on conflict (id) do update set
    name = excluded.name, title = excluded.title, removed_at = null
where (person.name, person.title, person.removed_at) is not (excluded.name, excluded.title, null)
"""

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
