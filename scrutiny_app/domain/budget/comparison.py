"""Two versions of a set of budget proposals side by side: consultation against final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scrutiny_app.domain.budget.figures import in_millions, in_posts
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.ids import ProposalId


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that differs, as printed in each version."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ProposalChange:
    """A proposal in both versions that is not the same in both."""

    before: BudgetProposal
    after: BudgetProposal
    fields: tuple[FieldChange, ...]

    @property
    def pounds(self) -> int:
        """How much its total moved; below nought it now saves more."""
        return self.after.stated - self.before.stated


@dataclass(frozen=True, slots=True)
class BudgetComparison:
    """What became of each proposal from one version to the next, in printed order."""

    before: ProposalSet
    after: ProposalSet
    changed: tuple[ProposalChange, ...]
    added: tuple[BudgetProposal, ...]
    dropped: tuple[BudgetProposal, ...]
    unchanged: tuple[BudgetProposal, ...]

    @property
    def pounds(self) -> int:
        """How much the whole moved; below nought it now saves more."""
        return _stated(self.after) - _stated(self.before)

    @property
    def fte(self) -> Decimal:
        """How many posts the whole moved."""
        return _fte(self.after) - _fte(self.before)


def compare_proposals(before: ProposalSet, after: ProposalSet) -> BudgetComparison:
    """Return what differs; a proposal is the same if it shares a reference, or else its title.

    Source: ours: members and officers could not see what consultation had changed.
    """
    pairs = dict(_pairs(before, after))
    olds = {one.id: one for one in before.proposals}
    changed, unchanged, added = [], [], []
    for new in after.proposals:
        if new.id not in pairs:
            added.append(new)
            continue
        fields = tuple(_changes(olds[pairs[new.id]], new))
        if fields:
            changed.append(ProposalChange(olds[pairs[new.id]], new, fields))
        else:
            unchanged.append(new)
    kept = set(pairs.values())
    dropped = tuple(one for one in before.proposals if one.id not in kept)
    return BudgetComparison(before, after, tuple(changed), tuple(added), dropped, tuple(unchanged))


def _pairs(before: ProposalSet, after: ProposalSet) -> Iterator[tuple[ProposalId, ProposalId]]:
    """Pair the keys of new proposals with those of old ones, each of which is taken once."""
    free = list(before.proposals)
    waiting = []
    for new in after.proposals:
        old = next((one for one in free if set(one.references) & set(new.references)), None)
        if old is None:
            waiting.append(new)
        else:
            free.remove(old)
            yield new.id, old.id
    for new in waiting:
        old = next((one for one in free if one.title.casefold() == new.title.casefold()), None)
        if old is not None:
            free.remove(old)
            yield new.id, old.id


def _changes(old: BudgetProposal, new: BudgetProposal) -> Iterator[FieldChange]:
    years = sorted({one.year for one in (*old.years, *new.years)})
    printed = (
        ("Reference", old.reference, new.reference),
        ("Title", old.title, new.title),
        ("Narrative", old.narrative, new.narrative),
        ("Option type", _option(old), _option(new)),
        ("Consultation", old.consultation.label, new.consultation.label),
        *(
            (year.label, in_millions(old.in_year(year)), in_millions(new.in_year(year)))
            for year in years
        ),
        ("Total", in_millions(old.stated), in_millions(new.stated)),
        ("Posts", in_posts(old.posts.fte), in_posts(new.posts.fte)),
    )
    for name, was, is_ in printed:
        if was != is_:
            yield FieldChange(name, was, is_)


def _option(proposal: BudgetProposal) -> str:
    return proposal.option_text or proposal.option.label


def _stated(whole: ProposalSet) -> int:
    return sum(one.stated for one in whole.proposals)


def _fte(whole: ProposalSet) -> Decimal:
    return sum((one.posts.fte for one in whole.proposals), Decimal(0))
