"""A report as a record of the workspace: what its file would say, and what it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny_app.domain.ids import ItemId, MeetingId, ReportId


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One report, note or set of minutes. ``values`` are those of a report file, as TOML has them.

    ``meeting`` and ``item`` say what it is for, None while that is not settled.
    """

    id: ReportId
    kind: str
    title: str
    values: Mapping[str, object]
    meeting: MeetingId | None = None
    item: ItemId | None = None
