"""A year's dates as the officer decides on them: moved, left out or taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.meeting_dates import ChosenDays, DateRule, ProposedDate
from scrutiny_app.jobs.propose_dates import propose_dates
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One date: what speaks against it, the day the rule gave, and whether it is taken."""

    proposed: ProposedDate
    by_rule: date
    taken: bool = True

    @property
    def moved(self) -> bool:
        """Whether the officer moved it."""
        return self.proposed.day != self.by_rule


class YearPlan:
    """The dates of one committee; each decision is looked at for clashes again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._committee = CommitteeId("")
        self._starts_at = time()
        self.lines: tuple[PlanLine, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are taken."""
        return tuple(line.proposed.day for line in self.lines if line.taken)

    def propose(
        self,
        committee: CommitteeId,
        rule: DateRule,
        starts_at: time,
        between: tuple[date, date],
    ) -> None:
        """Begin with the days of a rule, all of them taken.

        Raises:
            WrongInput: the rule cannot be.
        """
        self.lines = ()
        self._committee, self._starts_at = committee, starts_at
        found = propose_dates(self._store, committee, rule, starts_at, between=between)
        self.lines = tuple(PlanLine(one, one.day) for one in found)

    def move(self, at: int, day: date) -> None:
        """Move a date to another day."""
        line = self.lines[at]
        self._look_again(at, replace(line, proposed=ProposedDate(day), taken=True))

    def take(self, at: int, *, taken: bool) -> None:
        """Take a date, or leave it out."""
        self._look_again(at, replace(self.lines[at], taken=taken))

    def _look_again(self, at: int, line: PlanLine) -> None:
        lines = [*self.lines[:at], line, *self.lines[at + 1 :]]
        taken = self._looked_at(one.proposed.day for one in lines if one.taken)
        left = self._looked_at(one.proposed.day for one in lines if not one.taken)
        self.lines = tuple(
            replace(one, proposed=(taken if one.taken else left)[one.proposed.day]) for one in lines
        )

    def _looked_at(self, days: Iterable[date]) -> dict[date, ProposedDate]:
        chosen = tuple(days)
        if not chosen:
            return {}
        found = propose_dates(
            self._store,
            self._committee,
            ChosenDays(chosen),
            self._starts_at,
            between=(min(chosen), max(chosen)),
        )
        return {one.day: one for one in found}
