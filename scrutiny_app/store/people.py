"""The shelf of people: those who sit, sat or may sit on committees."""

from __future__ import annotations

import sqlite3

from scrutiny_app.domain.committee import Person
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import PersonId
from scrutiny_app.domain.wording import listed
from scrutiny_app.store.connection import Connection


class People:
    """People by name; their seats stand on the shelf of memberships, which writes them too."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: PersonId) -> Person | None:
        """Return the person with this key."""
        row = self._connection.row(
            "select id, name, title from person where id = ? and removed_at is null", (key,)
        )
        return None if row is None else _person(row)

    def list(self) -> tuple[Person, ...]:
        """Return everybody by name."""
        rows = self._connection.rows(
            "select id, name, title from person where removed_at is null "
            "order by name collate nocase, rowid"
        )
        return tuple(_person(row) for row in rows)

    def write(self, person: Person) -> None:
        """Make the row of one person equal to the record."""
        self._connection.run(_PUT, {"id": person.id, "name": person.name, "title": person.title})

    def remove(self, key: PersonId) -> None:
        """Remove somebody who sits nowhere.

        Raises:
            WrongInput: they have, had or will have a seat.
        """
        seats = self._connection.values(
            "select distinct committee.name from membership "
            "join committee on committee.id = membership.committee "
            "where membership.person = ? and membership.removed_at is null",
            (key,),
        )
        if seats:
            raise WrongInput(
                f"They are on record as a member of {listed(seats)}. End the seat, or remove it "
                "if it was an error, before you remove the person."
            )
        self._connection.run(
            "update person set removed_at = (select at from step natural join current_step) "
            "where id = ? and removed_at is null",
            (key,),
        )


_PUT = """
insert into person (id, name, title) values (:id, :name, :title)
on conflict (id) do update set
    name = excluded.name, title = excluded.title, removed_at = null
where (person.name, person.title, person.removed_at) is not (excluded.name, excluded.title, null)
"""


def _person(row: sqlite3.Row) -> Person:
    return Person(PersonId(row["id"]), row["name"], row["title"])
