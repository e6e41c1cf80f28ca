"""The financial year, which is not the municipal year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.errors import WrongInput

_APRIL = 4
# "2024/25", "2024-2025", "y2024_25": the second year is written with two digits or with four
_WRITTEN = re.compile(r"(?<!\d)(20\d\d)\s?[/_\u2013\u2014-]\s?(20)?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True, order=True)
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


def years_written_in(text: str) -> tuple[FinancialYear, ...]:
    """Return the financial years that a text names, in order: "2024/25 to 2027/28" names two."""
    found = ((int(one[1]), int(one[3])) for one in _WRITTEN.finditer(text))
    return tuple(FinancialYear(first) for first, second in found if second == (first + 1) % 100)


def read_financial_year(text: str) -> FinancialYear:
    """Return the year that a text is: "2024/25".

    Raises:
        WrongInput: it is none.
    """
    years = years_written_in(text)
    if len(years) != 1:
        raise WrongInput(f'"{text}" is not a financial year. Write it as 2024/25.')
    return years[0]


def financial_year(day: date) -> FinancialYear:
    """Return the financial year a day lies in.

    Source: practice (not re-read in law): councils' accounts run from 1 April to 31 March.
    """
    return FinancialYear(day.year if day.month >= _APRIL else day.year - 1)
