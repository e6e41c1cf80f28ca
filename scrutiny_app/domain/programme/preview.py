"""What importing a work programme would bring, before anybody accepts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.programme.columns import ProgrammeMapping


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """What is wrong with one cell. ``place`` finds it: "row 4, column 1"."""

    place: str
    message: str

    @property
    def sentence(self) -> str:
        """Place and message as one sentence."""
        return f"{self.place[:1].upper()}{self.place[1:]}: {self.message}"


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """One item as the file has it, with the place it was read at."""

    title: str
    place: str
    day: date | None
    window: str = ""
    purpose: str = ""
    sub_points: tuple[str, ...] = ()
    lead_officer: str = ""
    portfolio_holder: str = ""
    invitees: tuple[str, ...] = ()
    note: str = ""
    recurs_in: int | None = None
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammePreview:
    """What an import would bring: nothing is written before it is accepted.

    ``problems`` stop it, every one of every row; ``remarks`` only tell. ``mapping`` is what was
    used, for the officer to change. ``headings`` are the texts of the heading row.
    """

    file_name: str
    title: str
    municipal_year: str
    mapping: ProgrammeMapping
    headings: tuple[str, ...]
    days: tuple[date, ...]
    items: tuple[ImportedItem, ...]
    footnotes: tuple[str, ...]
    problems: tuple[ImportProblem, ...]
    remarks: tuple[str, ...] = ()
