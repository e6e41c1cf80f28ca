"""The municipal year: from one annual meeting of the council to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.wording import long_date

# The dash may be an en dash, as word processors make it
_LABEL = re.compile("([0-9]{4})\\s*[/\u2013-]\\s*([0-9]{2}|[0-9]{4})")
# A date knows no year 10000, and none of three digits was ever a council's
_KNOWN_YEARS = range(1000, 9999)


@dataclass(frozen=True, slots=True)
class MunicipalYear:
    """One council's year, from its annual meeting to the day before the next.

    Both days are stored, because no rule gives them. ``assumed`` marks a year whose days were
    guessed by ``assumed_year`` and wait for the council's own.

    Source: Local Government Act 1972 Sch 12 para 1: in an election year the annual meeting is on
    the eighth day after the councillors retire, or within 21 days; else in March, April or May.
    """

    starts_on: date
    ends_on: date
    assumed: bool = False

    @property
    def label(self) -> str:
        """How the year is written: "2023/24"."""
        return year_label(self.starts_on.year)

    def __contains__(self, day: date) -> bool:
        """Whether a day lies in the year."""
        return self.starts_on <= day <= self.ends_on


def municipal_year(annual_meeting: date, next_annual_meeting: date) -> MunicipalYear:
    """Return the year between two annual meetings; it ends on the day before the second.

    Raises:
        WrongInput: the second is not after the first.
    """
    if next_annual_meeting <= annual_meeting:
        raise WrongInput(
            f"The next annual meeting, {long_date(next_annual_meeting)}, must come after this "
            f"one, {long_date(annual_meeting)}. Correct one of the two dates."
        )
    return MunicipalYear(annual_meeting, next_annual_meeting - timedelta(days=1))


def year_holding(day: date, years: Iterable[MunicipalYear]) -> MunicipalYear:
    """Return the year that a day lies in.

    Raises:
        NotFound: it lies in none of them.
    """
    for year in years:
        if day in year:
            return year
    raise NotFound(
        f"{long_date(day)} lies in no municipal year of this council. Add the dates of the annual "
        "meetings before and after it."
    )


def assumed_year(day: date) -> MunicipalYear:
    """Return the year a day probably lies in, for a council whose annual meetings are not known.

    It is taken to begin on 15 May. Councils elected on the first Thursday in May (the 1st to the
    7th) retire four days later and usually meet on the eighth day after that, 13 to 19 May; in
    other years most meet in the second half of May. A meeting in the first half of May may be
    put in the wrong year, so the officer is asked for the date.

    Source: an assumption, from Local Government Act 1972 Sch 12 para 1.
    """
    starts_in = day.year if day >= date(day.year, 5, 15) else day.year - 1
    return MunicipalYear(date(starts_in, 5, 15), date(starts_in + 1, 5, 14), assumed=True)


def year_label(starts_in: int) -> str:
    """Return the label of the year that starts in a calendar year: 2023 gives "2023/24"."""
    return f"{starts_in}/{(starts_in + 1) % 100:02}"


def parse_year_label(label: str) -> int:
    """Return the calendar year in which the year of a label starts.

    "2023/24", "2023-24" (with a hyphen or a dash) and "2023/2024" all give 2023.

    Raises:
        WrongInput: it is not such a label, or its two years do not follow one another.
    """
    found = _LABEL.fullmatch(label.strip())
    if found is None or int(found[1]) not in _KNOWN_YEARS:
        raise WrongInput(f'"{label}" is not a municipal year. Write it as 2023/24.')
    starts_in, ends = int(found[1]), found[2]
    if not str(starts_in + 1).endswith(ends):
        raise WrongInput(
            f'"{label}" is not a municipal year: {ends} does not follow {starts_in}. '
            f"Write it as {year_label(starts_in)}."
        )
    return starts_in
