"""The shelf of councils."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.committee import Council, Nation
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CouncilId
from scrutiny_app.domain.wording import listed
from scrutiny_app.store.columns import list_text
from scrutiny_app.store.connection import Connection


class Councils:
    """Councils, each with the days its offices are closed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: CouncilId) -> Council | None:
        """Return the council with this key."""
        row = self._connection.row(
            "select id, name, nation, house_style from council where id = ? and removed_at is null",
            (key,),
        )
        if row is None:
            return None
        return Council(
            CouncilId(row["id"]),
            row["name"],
            Nation(row["nation"]),
            row["house_style"],
            self._closed_days(key),
        )

    def by_name(self, name: str) -> Council | None:
        """Return the council of this name, whatever its capitals."""
        keys = self._connection.values(
            "select id from council where name = ? collate nocase and removed_at is null "
            "order by rowid",
            (name.strip(),),
        )
        return self.get(CouncilId(str(keys[0]))) if keys else None

    def list(self) -> tuple[Council, ...]:
        """Return every council by name."""
        keys = self._connection.values(
            "select id from council where removed_at is null order by name collate nocase, rowid"
        )
        found = (self.get(CouncilId(str(key))) for key in keys)
        return tuple(council for council in found if council is not None)

    def write(self, council: Council) -> None:
        """Make the rows of one council equal to the record."""
        self._connection.run(
            _PUT_COUNCIL,
            {
                "id": council.id,
                "name": council.name,
                "nation": council.nation,
                "house_style": council.house_style,
            },
        )
        days = sorted(day.isoformat() for day in council.closed_days)
        for day in days:
            self._connection.run(_PUT_CLOSED_DAY, {"council": council.id, "day": day})
        self._connection.run(
            "update council_closed_day "
            "set removed_at = (select at from step natural join current_step) "
            "where council = :council "
            "and removed_at is null and day not in (select value from json_each(:days))",
            {"council": council.id, "days": list_text(days)},
        )

    def remove(self, key: CouncilId) -> None:
        """Remove a council.

        Raises:
            WrongInput: it hosts a committee.
        """
        hosted = self._connection.values(
            "select name from committee where host = ? and removed_at is null", (key,)
        )
        if hosted:
            raise WrongInput(
                f"This council hosts {listed(hosted)}. Remove its committees first, or leave it."
            )
        self._connection.run(
            "update council set removed_at = (select at from step natural join current_step) "
            "where id = ? and removed_at is null",
            (key,),
        )

    def _closed_days(self, key: CouncilId) -> frozenset[date]:
        days = self._connection.values(
            "select day from council_closed_day where council = ? and removed_at is null", (key,)
        )
        return frozenset(date.fromisoformat(str(day)) for day in days)


_PUT_COUNCIL = """
insert into council (id, name, nation, house_style)
values (:id, :name, :nation, :house_style)
on conflict (id) do update set
    name = excluded.name, nation = excluded.nation, house_style = excluded.house_style,
    removed_at = null
where (council.name, council.nation, council.house_style, council.removed_at)
    is not (excluded.name, excluded.nation, excluded.house_style, null)
"""

_PUT_CLOSED_DAY = """
insert into council_closed_day (council, day) values (:council, :day)
on conflict (council, day) do update set removed_at = null
where council_closed_day.removed_at is not null
"""
