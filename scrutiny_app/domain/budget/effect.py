"""What the proposals of several years come to together: budget after budget, not one by one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId, ProposalId, ProposalSetId


class EffectOn(StrEnum):
    """Whom or what the proposals of several budgets are added up for."""

    SERVICE = "service"
    WARD = "ward"
    CLIENT_GROUP = "client-group"

    @property
    def label(self) -> str:
        """How it is printed: "Client group"."""
        return self.value.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class YearEffect:
    """What the proposals for one budget change for one service, ward or client group.

    ``pounds`` is the change that recurs in the end, reductions below nought.
    """

    name: str
    budget: FinancialYear
    rows: int
    pounds: int
    fte: Decimal


@dataclass(frozen=True, slots=True)
class CarriedEffect:
    """One service, ward or client group over several budgets, the oldest first."""

    name: str
    budgets: tuple[YearEffect, ...]

    @property
    def pounds(self) -> int:
        """What all of them come to."""
        return sum(one.pounds for one in self.budgets)

    @property
    def fte(self) -> Decimal:
        """The posts that all of them come to."""
        return sum((one.fte for one in self.budgets), Decimal(0))


@dataclass(frozen=True, slots=True)
class ProposalSetLine:
    """A set of proposals as one line of a list. ``pounds`` is the total as stated."""

    id: ProposalSetId
    committee: CommitteeId
    committee_name: str
    year: FinancialYear
    version: str
    file_name: str
    rows: int
    pounds: int

    @property
    def label(self) -> str:
        """What to call it: "2024/25, Consultation"."""
        return f"{self.year.label}, {self.version}" if self.version else self.year.label


@dataclass(frozen=True, slots=True)
class ProposalHit:
    """A proposal that holds what was looked for; ``snippet`` has the words found in «marks»."""

    proposal_set: ProposalSetId
    proposal: ProposalId
    committee: str
    year: FinancialYear
    version: str
    reference: str
    title: str
    snippet: str
