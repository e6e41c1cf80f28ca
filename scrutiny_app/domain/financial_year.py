"""The financial year, which is not the municipal year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_APRIL = 4


@dataclass(frozen=True, slots=True)
class FinancialYear:
    """1 April to 31 March. A type of its own, so that nothing takes it for a municipal year."""

    starts_in: int

    @property
    def starts_on(self) -> date:
        """Its first day."""
        return date(self.starts_in, _APRIL, 1)

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return date(self.starts_in + 1, _APRIL - 1, 31)

    @property
    def label(self) -> str:
        """How it is written: "2024/25"."""
        return f"{self.starts_in}/{(self.starts_in + 1) % 100:02}"


def financial_year(day: date) -> FinancialYear:
    """Return the financial year a day lies in.

    Source: practice (not re-read in law): councils' accounts run from 1 April to 31 March.
    """
    return FinancialYear(day.year if day.month >= _APRIL else day.year - 1)
