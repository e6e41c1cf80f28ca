"""Record a budget paper that was read: one step, the original kept, what was there brought up."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.budget.importing import refuse_unsound, settle_proposals
from scrutiny_app.domain.budget.proposal import ProposalSet, SourceFile
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import ProposalSetId
from scrutiny_app.jobs.budget.preview_budget import ReadBudget
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class RecordedBudget:
    """What was recorded; ``created`` is false where a set was brought up to date."""

    whole: ProposalSet
    created: bool


def record_budget(
    store: Store,
    read: ReadBudget,
    committee: Committee,
    year: FinancialYear,
    *,
    version: str = "",
) -> RecordedBudget:
    """Record what was read as the proposals of one committee for one year's budget.

    A set of the same committee, year and version is brought up to date: proposals keep their keys
    and what was added to them by hand.

    Raises:
        WrongInput: the file has errors, or no figures for the year.
        PaperRefused: the file was changed since it was read.
        NotWritten: the workspace cannot be written.
    """
    refuse_unsound(read.preview, year)
    before = _before(store, committee, year, version)
    whole = _settled(read, before, committee, year, version)
    store.paper_folder.keep(read.file, read.sha256)
    named = f" ({version})" if version else ""
    with store.step(f"Import budget proposals {year.label}{named}, {committee.name}"):
        store.proposal_sets.write(whole)
    return RecordedBudget(whole, created=before is None)


def _before(
    store: Store, committee: Committee, year: FinancialYear, version: str
) -> ProposalSet | None:
    same = [one for one in store.proposal_sets.list(committee.id, year) if one.version == version]
    return store.proposal_sets.read(same[-1].id) if same else None


def _settled(
    read: ReadBudget,
    before: ProposalSet | None,
    committee: Committee,
    year: FinancialYear,
    version: str,
) -> ProposalSet:
    preview = read.preview
    return ProposalSet(
        before.id if before else ProposalSetId(new_key()),
        committee.id,
        year,
        preview.years,
        settle_proposals(preview.proposals, before.proposals if before else (), new_key),
        version,
        preview.rounded_to,
        preview.printed_totals,
        SourceFile(read.file.name, read.sha256),
    )
