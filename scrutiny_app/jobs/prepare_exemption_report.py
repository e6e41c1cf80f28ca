"""Prepare the report on exemptions: all that it says, read from the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.exempt_register import RegisterEntry, register_of
from scrutiny_app.domain.wording import listed
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class ExemptionOrder:
    """What the report is drawn from; ``year`` is empty for all years. It can be pickled."""

    entries: tuple[RegisterEntry, ...]
    council: str
    house_style: str
    year: str
    today: date


def prepare_exemption_report(store: Store, at: datetime, *, year: str = "") -> ExemptionOrder:
    """Return what the report of a municipal year ("2026/27") says at a moment (UTC).

    Raises:
        WrongInput: ``year`` is no municipal year.
        NotFound: the workspace has no council yet.
    """
    councils = store.councils.list()
    if not councils:
        raise NotFound("There is no council in this workspace yet. Load a meeting first.")
    return ExemptionOrder(
        register_of(store.papers.register(), year),
        listed([one.name for one in councils]),
        councils[0].house_style,
        year,
        at.date(),
    )
