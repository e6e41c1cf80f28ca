"""The rows of the list of proposals: under the headings they are printed under, with totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.budget.totals import Total, total_of
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.ui.budget.labels import DOT, counted, gravest, named
from scrutiny_app.ui.widgets.record_table import Order

_SEVERITIES = tuple(CheckSeverity)


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal, or the heading of those below it, with what it comes to."""

    words: str
    below: str
    total: Total
    proposal: BudgetProposal | None = None
    findings: tuple[BudgetFinding, ...] = ()

    @property
    def key(self) -> str:
        """What knows it again after a change."""
        return self.proposal.id if self.proposal else f"{self.words}, {self.below}"


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows and how many proposals are among them."""

    rows: tuple[ProposalRow, ...]
    proposals: tuple[BudgetProposal, ...]


def rows_of(
    whole: ProposalSet, findings: Sequence[BudgetFinding], words: str, order: Order
) -> Shown:
    """Return the rows of a set, as far as they have the words; sorted under their headings."""
    asked = words.casefold().split()
    shown = tuple(one for one in whole.proposals if all(word in _said(one) for word in asked))
    own: dict[str, list[BudgetFinding]] = {}
    for found in findings:
        own.setdefault(found.reference, []).append(found)
    rows = [_row(one, whole, own.get(one.reference, ())) for one in shown]
    groups: dict[tuple[str, str], list[ProposalRow]] = {}
    for row in rows:
        if row.proposal:
            groups.setdefault((row.proposal.service, row.proposal.group), []).append(row)
    listed: list[ProposalRow] = []
    for (service, group), members in groups.items():
        name, above = (group, service) if group else (service or "Proposals", "")
        listed.append(_heading(name, above, members, whole.years))
        listed += _sorted(members, order)
    if shown:
        name = "All proposals" if len(shown) == len(whole.proposals) else "All that are shown"
        listed.append(_heading(name, "", rows, whole.years))
    return Shown(tuple(listed), shown)


def _row(one: BudgetProposal, whole: ProposalSet, findings: Sequence[BudgetFinding]) -> ProposalRow:
    first_line = one.narrative.strip().split("\n")[0]
    total = total_of(one.title, [one], whole.years)
    return ProposalRow(named(one), first_line, total, one, tuple(findings))


def _heading(
    name: str, above: str, rows: Sequence[ProposalRow], years: Sequence[FinancialYear]
) -> ProposalRow:
    """Return the heading of rows; ``above`` is what it belongs to itself."""
    members = [row.proposal for row in rows if row.proposal]
    below = DOT.join(part for part in (above, counted(len(members), "proposal")) if part)
    return ProposalRow(name, below, total_of(name, members, years))


def _said(one: BudgetProposal) -> str:
    details = one.details
    parts = (
        one.reference,
        one.words,
        one.service,
        one.group,
        one.option_text or one.option.label,
        one.department,
        details.owner,
        details.portfolio_holder,
        *details.wards,
        *details.client_groups,
    )
    return "\n".join(parts).casefold()


def _gravity(row: ProposalRow) -> tuple[int, int]:
    worst = gravest(row.findings)
    place = _SEVERITIES.index(worst) if worst else len(_SEVERITIES)
    return place, -len(row.findings)


_ORDERS: dict[str, Callable[[ProposalRow], object]] = {
    "proposal": lambda row: row.words.casefold(),
    "total": lambda row: row.total.stated,
    "posts": lambda row: row.total.fte,
    "consultation": lambda row: row.proposal.consultation if row.proposal else "",
    "rating": lambda row: row.proposal.details.rating if row.proposal else "",
    "checks": _gravity,
}


def _sorted(rows: Sequence[ProposalRow], order: Order) -> list[ProposalRow]:
    """Return the rows of one heading in an order: by a column, or as printed."""
    if not order.by:
        return list(rows)
    key = _ORDERS.get(order.by, lambda row: _in_year(row, order.by))
    return sorted(rows, key=key, reverse=order.falling)


def _in_year(row: ProposalRow, label: str) -> int:
    return next((pounds for year, pounds in row.total.years if year.label == label), 0)
