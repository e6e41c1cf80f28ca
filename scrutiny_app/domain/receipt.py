"""What was built: the record of a pack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.ids import MeetingId, PaperId


@dataclass(frozen=True, slots=True)
class PackReceipt:
    """One pack as it was written: ``papers`` are those used, each with its original's SHA-256.

    ``built_at`` is UTC; ``problems`` are the sentences the officer was shown.
    """

    meeting: MeetingId
    edition: Edition
    file_name: str
    pages: int
    sha256: str
    papers: tuple[tuple[PaperId, str], ...]
    built_at: datetime
    problems: tuple[str, ...] = ()
