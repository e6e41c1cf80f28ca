"""The days on which a council's offices are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.wording import WEEKDAYS, long_date

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days of one council.

    ``years`` are those whose bank holidays are known; ``bank_holidays`` gives each its name.
    ``closed_days`` are the council's own, when its offices are shut.
    """

    years: frozenset[int]
    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    closed_days: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether a day counts: not at a weekend, no bank holiday, and the offices are open.

        Raises:
            WrongInput: the bank holidays of that year are not known.

        Source: R v Herefordshire Justices (1820) and R v Swansea CC ex p Elitestone (CA 1993) for
        working weekdays; Local Government Act 1972 s.100B(1), papers open to inspection "at the
        offices", for closed days (our reading, no case).
        """
        return not self.day_off(day)

    def day_off(self, day: date) -> str:
        """Return why a day does not count ("Good Friday"), empty when it does.

        Source: as ``is_working``.
        """
        if day.year not in self.years:
            raise WrongInput(
                f"The bank holidays of {day.year} are not in this calendar, so days around "
                f"{long_date(day)} cannot be counted. Check the year of the meeting."
            )
        if day in self.bank_holidays:
            return self.bank_holidays[day]
        if day.weekday() >= _SATURDAY:
            return WEEKDAYS[day.weekday()]
        return "the offices are closed" if day in self.closed_days else ""

    def working_days(self, first: date, last: date) -> tuple[date, ...]:
        """Return the working days from ``first`` to ``last``, both included."""
        return tuple(day for day in _days(first, last) if self.is_working(day))

    def working_day_from(self, day: date) -> date:
        """Return the day itself if it is a working day, else the next one."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def working_day_until(self, day: date) -> date:
        """Return the day itself if it is a working day, else the one before."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE_DAY
