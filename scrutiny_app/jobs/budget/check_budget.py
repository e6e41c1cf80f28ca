"""Check budget proposals, with what earlier years had and what was set aside."""

from __future__ import annotations

from scrutiny_app.domain.budget.checks import check_proposals
from scrutiny_app.domain.budget.finding import BudgetFinding, Waiver
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import WaiverId
from scrutiny_app.rulebook.budget_rules import budget_rules
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


def check_budget(store: Store, whole: ProposalSet) -> tuple[BudgetFinding, ...]:
    """Return what the checks find in a set, by check and in printed order; nothing is changed."""
    return check_proposals(
        whole,
        budget_rules(),
        earlier=store.proposal_sets.before(whole),
        waivers=store.budget_waivers.of(whole.id),
    )


def set_finding_aside(
    store: Store, whole: ProposalSet, check: str, reference: str, reason: str
) -> Waiver:
    """Record that a finding is known and stands, as one step.

    ``reference`` is as the finding has it, empty for the whole set.

    Raises:
        WrongInput: there is no reason, or no such finding.
    """
    if not reason.strip():
        raise WrongInput("Say why the finding is set aside: the reason is kept with it.")
    found = check_budget(store, whole)
    if not any((one.check.id, one.reference) == (check, reference) for one in found):
        raise WrongInput(
            f"{check} found nothing in {reference or 'the set as a whole'}. Check again and choose "
            "from what was found."
        )
    waiver = Waiver(WaiverId(new_key()), whole.id, check, reference, reason.strip())
    with store.step(f"Set aside {check} {reference}".strip()):
        for old in store.budget_waivers.of(whole.id):
            if (old.check, old.reference) == (check, reference):
                store.budget_waivers.remove(old.id)
        store.budget_waivers.write(waiver)
    return waiver


def take_up_finding(store: Store, waiver: Waiver) -> None:
    """Take a waiver back, as one step: the finding stands open again.

    Raises:
        NotFound: the waiver is not in the workspace.
    """
    with store.step(f"Take up {waiver.check} {waiver.reference} again"):
        store.budget_waivers.remove(waiver.id)
