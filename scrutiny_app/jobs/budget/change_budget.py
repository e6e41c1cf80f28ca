"""Change budget proposals by hand: what the paper does not say, as one named step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scrutiny_app.domain.budget.proposal import (
    BudgetProposal,
    ProposalDetails,
    ProposalSet,
    Rating,
)
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import ProposalId, ProposalSetId
from scrutiny_app.store.store import Store


def change_details(
    store: Store, whole: ProposalSetId, proposal: ProposalId, details: ProposalDetails
) -> ProposalSet:
    """Record what is known of one proposal besides its figures; return its set as it is now.

    Raises:
        NotFound: the proposal is not in the set.
    """
    before = store.proposal_sets.read(whole)
    one = _proposal(before, proposal)
    return _written(store, before, replace(one, details=details), f"Details of {one.reference}")


def amend_proposal(
    store: Store, whole: ProposalSet, reference: str, said: Mapping[str, str]
) -> BudgetProposal:
    """Record what is said of the proposal with a reference, by the names of its details.

    Wards and client groups stand with semicolons between them.

    Raises:
        NotFound: no proposal has the reference.
        WrongInput: nothing is said, or the rating is none.
    """
    found = _called(whole, reference)
    if found is None:
        raise NotFound(f"No proposal has the reference {reference}. Look it up in the schedule.")
    if not said:
        raise WrongInput("Nothing was said that could be recorded. Say what, such as the owner.")
    details = replace(found.details, **{name: _read(name, text) for name, text in said.items()})
    changed = change_details(store, whole.id, found.id, details)
    return _proposal(changed, found.id)


def _called(whole: ProposalSet, reference: str) -> BudgetProposal | None:
    """Return the proposal with a reference, in capitals or not."""
    wanted = reference.casefold()
    return next(
        (one for one in whole.proposals if wanted in map(str.casefold, one.references)), None
    )


def _read(name: str, text: str) -> Any:
    if name in ("wards", "client_groups"):
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if name == "rating":
        try:
            return Rating(text.lower())
        except ValueError as error:
            raise WrongInput(f'"{text}" is no rating. Say red, amber or green.') from error
    return text


def remove_budget(store: Store, whole: ProposalSetId) -> None:
    """Take a set of proposals away, as one step; undo brings it back.

    Raises:
        NotFound: it is not in the workspace.
    """
    before = store.proposal_sets.read(whole)
    with store.step(f"Remove budget proposals {before.label}"):
        store.proposal_sets.remove(whole)


def _proposal(whole: ProposalSet, key: ProposalId) -> BudgetProposal:
    found = next((one for one in whole.proposals if one.id == key), None)
    if found is None:
        raise NotFound("This proposal is not in the set any more. Look at the set again.")
    return found


def _written(store: Store, before: ProposalSet, one: BudgetProposal, step: str) -> ProposalSet:
    after = before.with_proposal(one)
    with store.step(step):
        store.proposal_sets.write(after)
    return after
