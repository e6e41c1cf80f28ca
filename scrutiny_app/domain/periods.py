"""Periods that begin with a day and last so many months: for inspection, for answers."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scrutiny_app.domain.law import Rule

_MONTHS_A_YEAR = 12


class Purpose(StrEnum):
    """What a period is for."""

    INSPECTION_OF_MINUTES = "inspection of minutes"
    INSPECTION_OF_BACKGROUND_PAPERS = "inspection of background papers"
    RESPONSE_TO_SCRUTINY = "response to scrutiny"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRule(Rule):
    """How long something lasts, beginning with the day it starts from. Unit: months."""

    purpose: Purpose
    months: int


def last_day(rule: PeriodRule, beginning: date) -> date:
    """Return the last day of a rule's period: six years from 25 January 2024 end on the 24th.

    Source: ``rule.source``, read from ``resources/law/periods.toml``.
    """
    return last_day_of_months(beginning, rule.months)


def last_day_of_months(beginning: date, months: int) -> date:
    """Return the last day of so many months "beginning with" a day.

    That day counts, so the period ends the day before the corresponding date; where the last
    month has no such date, it ends with that month.

    Source: the corresponding date rule of the courts, as our research notes apply it: two months
    that begin on 31 December end with February.
    """
    months_on = beginning.month - 1 + months
    year, month = beginning.year + months_on // _MONTHS_A_YEAR, months_on % _MONTHS_A_YEAR + 1
    _, days = calendar.monthrange(year, month)
    if beginning.day > days:
        return date(year, month, days)
    return date(year, month, beginning.day) - timedelta(days=1)
