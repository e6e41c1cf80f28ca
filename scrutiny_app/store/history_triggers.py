"""The triggers that write down every change of a recorded table, before and after, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from scrutiny_app.store.connection import Connection

# Steps, packs, backups and purges are logs themselves: they only grow, and undo never touches them
RECORDED = (
    "council",
    "council_closed_day",
    "committee",
    "committee_council",
    "committee_successor",
    "person",
    "membership",
    "meeting",
    "agenda_item",
    "paper",
    "paper_version",
    "issue",
    "report",
    "proposal_set",
    "proposal",
    "proposal_year",
    "budget_waiver",
    "standing_item",
    "deadline",
    "programme",
    "programme_day",
    "programme_item",
    "programme_change",
    "programme_assessment",
    "plan_entry",
    "return_request",
    "noted_meeting",
    "noted_attendance",
    "noted_attendee",
    "noted_minute",
)


def renew_history_triggers(connection: Connection) -> None:
    """Make the triggers match the columns that the tables have now, after every migration.

    A change outside a step fails: ``current_step`` is empty then and ``change.step`` needs one.
    """
    drop_history_triggers(connection)
    for table in RECORDED:
        columns = columns_of(connection, table)
        keys = key_columns_of(connection, table)
        for event, (before, after) in _EVENTS.items():
            connection.run(
                _TRIGGER.format(
                    event=event,
                    table=table,
                    key=_key(after or before, keys),
                    before=_image(before, columns),
                    after=_image(after, columns),
                )
            )


def drop_history_triggers(connection: Connection) -> None:
    """Take the triggers away, so that a migration may move rows without making history."""
    for table in RECORDED:
        for event in _EVENTS:
            connection.run(f"drop trigger if exists {event}_of_{table}")


_TRIGGER = """
create trigger {event}_of_{table} after {event} on {table} begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), '{table}', {key}, {before}, {after});
end
"""

_EVENTS = {"insert": ("", "new"), "update": ("old", "new"), "delete": ("old", "")}


def _key(row: str, keys: Sequence[str]) -> str:
    return " || '/' || ".join(f"{row}.{key}" for key in keys)


def _image(row: str, columns: Sequence[str]) -> str:
    if not row:
        return "null"
    pairs = ", ".join(f"'{column}', {row}.{column}" for column in columns)
    return f"json_object({pairs})"


def columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the names of a table's columns."""
    return tuple(
        str(name)
        for name in connection.values(
            "select name from pragma_table_info(?) order by cid", (table,)
        )
    )


def key_columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the names of the columns of a table's primary key."""
    return tuple(
        str(name)
        for name in connection.values(
            "select name from pragma_table_info(?) where pk > 0 order by pk", (table,)
        )
    )
