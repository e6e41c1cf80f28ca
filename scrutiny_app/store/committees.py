"""The shelf of committees."""

from __future__ import annotations

import sqlite3
from datetime import date
from fractions import Fraction

from scrutiny_app.domain.committee import Committee, Membership, QuorumRule
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId, CouncilId
from scrutiny_app.store.columns import day_text, list_text, optional_day
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.memberships import Memberships


class Committees:
    """Committees, each with its other appointing councils and its successors."""

    def __init__(self, connection: Connection, memberships: Memberships) -> None:
        self._connection = connection
        self._memberships = memberships

    def get(self, key: CommitteeId) -> Committee | None:
        """Return the committee with this key."""
        row = self._connection.row(
            "select id, name, host, valid_from, valid_to, quorum_minimum, quorum_numerator, "
            "quorum_denominator, extra_notice from committee where id = ? and removed_at is null",
            (key,),
        )
        return None if row is None else self._from(row)

    def by_name(self, council: CouncilId, name: str) -> Committee | None:
        """Return the committee of this name that the council hosts, whatever its capitals.

        Of several (one ended and set up again) it is the one that lasts longest.
        """
        keys = self._connection.values(
            "select id from committee where host = ? and name = ? collate nocase "
            "and removed_at is null order by valid_to is null desc, valid_to desc, rowid",
            (council, name.strip()),
        )
        return self.get(CommitteeId(str(keys[0]))) if keys else None

    def list(self) -> tuple[Committee, ...]:
        """Return every committee by name."""
        keys = self._connection.values(
            "select id from committee where removed_at is null order by name collate nocase, rowid"
        )
        found = (self.get(CommitteeId(str(key))) for key in keys)
        return tuple(committee for committee in found if committee is not None)

    def members(self, committee: CommitteeId, on: date) -> tuple[Membership, ...]:
        """Return who sits on the committee on a day, in printed order."""
        return self._memberships.of(committee, on)

    def write(self, committee: Committee) -> None:
        """Make the rows of one committee equal to the record."""
        self._connection.run(
            _PUT_COMMITTEE,
            {
                "id": committee.id,
                "name": committee.name,
                "host": committee.host,
                "valid_from": day_text(committee.valid_from),
                "valid_to": day_text(committee.valid_to),
                "quorum_minimum": committee.quorum.minimum,
                "quorum_numerator": committee.quorum.fraction.numerator,
                "quorum_denominator": committee.quorum.fraction.denominator,
                "extra_notice": committee.extra_notice,
            },
        )
        for place, council in enumerate(committee.appointing):
            self._connection.run(
                _PUT_COUNCIL, {"committee": committee.id, "council": council, "place": place}
            )
        self._connection.run(
            "update committee_council "
            "set removed_at = (select at from step natural join current_step) "
            "where committee = :committee "
            "and removed_at is null and council not in (select value from json_each(:kept))",
            {"committee": committee.id, "kept": list_text(committee.appointing)},
        )
        for place, successor in enumerate(committee.successors):
            self._connection.run(
                _PUT_SUCCESSOR, {"committee": committee.id, "successor": successor, "place": place}
            )
        self._connection.run(
            "update committee_successor "
            "set removed_at = (select at from step natural join current_step) "
            "where committee = :committee "
            "and removed_at is null and successor not in (select value from json_each(:kept))",
            {"committee": committee.id, "kept": list_text(committee.successors)},
        )

    def remove(self, key: CommitteeId) -> None:
        """Remove a committee that was made by mistake, with its seats.

        Raises:
            WrongInput: it has meetings.
        """
        (meetings,) = self._connection.values(
            "select count(*) from meeting where committee = ? and removed_at is null", (key,)
        )
        if meetings:
            raise WrongInput(
                f"This committee has {meetings} meetings, which would be lost with it. Give it a "
                "last day instead."
            )
        for table, column in _BELONGS.items():
            self._connection.run(
                f"update {table} set removed_at = "  # noqa: S608 - our own names
                "(select at from step natural join current_step) "
                f"where {column} = ? and removed_at is null",
                (key,),
            )

    def _from(self, row: sqlite3.Row) -> Committee:
        appointing = self._connection.values(
            "select council from committee_council where committee = ? and removed_at is null "
            "order by place",
            (row["id"],),
        )
        successors = self._connection.values(
            "select successor from committee_successor where committee = ? and removed_at is null "
            "order by place",
            (row["id"],),
        )
        return Committee(
            CommitteeId(row["id"]),
            row["name"],
            CouncilId(row["host"]),
            tuple(CouncilId(str(key)) for key in appointing),
            optional_day(row["valid_from"]),
            optional_day(row["valid_to"]),
            tuple(CommitteeId(str(key)) for key in successors),
            QuorumRule(
                row["quorum_minimum"],
                Fraction(row["quorum_numerator"], row["quorum_denominator"]),
            ),
            row["extra_notice"],
        )


_BELONGS = {
    "standing_item": "committee",
    "deadline": "committee",
    "membership": "committee",
    "committee": "id",
}

_PUT_COMMITTEE = """
insert into committee (id, name, host, valid_from, valid_to,
    quorum_minimum, quorum_numerator, quorum_denominator, extra_notice)
values (:id, :name, :host, :valid_from, :valid_to,
    :quorum_minimum, :quorum_numerator, :quorum_denominator, :extra_notice)
on conflict (id) do update set
    name = excluded.name, host = excluded.host, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to, quorum_minimum = excluded.quorum_minimum,
    quorum_numerator = excluded.quorum_numerator,
    quorum_denominator = excluded.quorum_denominator, extra_notice = excluded.extra_notice,
    removed_at = null
where (committee.name, committee.host, committee.valid_from, committee.valid_to,
    committee.quorum_minimum, committee.quorum_numerator, committee.quorum_denominator,
    committee.extra_notice, committee.removed_at)
    is not (excluded.name, excluded.host, excluded.valid_from, excluded.valid_to,
    excluded.quorum_minimum, excluded.quorum_numerator, excluded.quorum_denominator,
    excluded.extra_notice, null)
"""

_PUT_COUNCIL = """
insert into committee_council (committee, council, place) values (:committee, :council, :place)
on conflict (committee, council) do update set place = excluded.place, removed_at = null
where (committee_council.place, committee_council.removed_at) is not (excluded.place, null)
"""

_PUT_SUCCESSOR = """
insert into committee_successor (committee, successor, place)
values (:committee, :successor, :place)
on conflict (committee, successor) do update set place = excluded.place, removed_at = null
where (committee_successor.place, committee_successor.removed_at) is not (excluded.place, null)
"""
