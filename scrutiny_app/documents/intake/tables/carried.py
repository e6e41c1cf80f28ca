"""Tables read, made again from the JSON that carries them from child to parent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrutiny_app.domain.read_table import CellLine, PageColumns, ReadCell, ReadTable, TableFile


def tables_from(said: Mapping[str, Any]) -> TableFile:
    """Return the record that ``dataclasses.asdict`` took apart."""
    return TableFile(
        said["name"],
        tuple(
            ReadTable(
                table["name"],
                tuple(tuple(_cell(cell) for cell in row) for row in table["rows"]),
                tuple(table["before"]),
            )
            for table in said["tables"]
        ),
        tuple(said["after"]),
        tuple(PageColumns(**(one | {"borders": tuple(one["borders"])})) for one in said["columns"]),
    )


def _cell(said: Mapping[str, Any]) -> ReadCell:
    return ReadCell(tuple(CellLine(**line) for line in said["lines"]), said["place"])
