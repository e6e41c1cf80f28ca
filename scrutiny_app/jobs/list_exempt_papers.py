"""List the papers of a workspace that are not for publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.exempt_register import RegisterEntry, Review, register_of
from scrutiny_app.jobs.desk import Desk


@dataclass(frozen=True, slots=True)
class ExemptRegister:
    """The register as it stands on a day, oldest meeting first."""

    today: date
    entries: tuple[RegisterEntry, ...]

    @property
    def overdue(self) -> tuple[RegisterEntry, ...]:
        """The exempt papers that should have been looked at again by now."""
        return tuple(one for one in self.entries if one.review(self.today) is Review.OVERDUE)


def list_exempt_papers(desk: Desk, *, year: str = "") -> ExemptRegister:
    """Return the register of one municipal year ("2026/27"), or of all.

    Raises:
        WrongInput: ``year`` is not a municipal year.
    """
    with desk.read() as store:
        entries = store.papers.register()
    return ExemptRegister(desk.clock().date(), register_of(entries, year))
