from __future__ import annotations

from dataclasses import replace

from scrutiny_app.domain.budget.checks import check_proposals
from scrutiny_app.domain.budget.comparison import compare_proposals
from scrutiny_app.domain.budget.questions import questions_for
from scrutiny_app.rulebook.budget_rules import budget_rules
from tests.budgets import a_proposal, a_set, millions, the_twenty


def test_what_consultation_changed_is_told_field_by_field() -> None:
    kept, moved = a_proposal("A-1"), a_proposal("A-2", "-0.200 0 0 0")
    dropped, added = a_proposal("A-3"), a_proposal("A-4", title="New")
    softer = replace(
        a_proposal("A-2", "-0.150 0 0 0", title="Softer"), cumulative=millions("-0.150")
    )
    found = compare_proposals(a_set(kept, moved, dropped), a_set(kept, softer, added))
    (change,) = found.changed
    assert [(one.name, one.before, one.after) for one in change.fields] == [
        ("Title", "Something dearer or cheaper", "Softer"),
        ("2024/25", "(0.200)", "(0.150)"),
        ("Total", "(0.200)", "(0.150)"),
    ]
    assert change.pounds == 50_000
    assert (found.added, found.dropped, found.unchanged) == ((added,), (dropped,), (kept,))
    assert found.pounds == 50_000


def test_a_proposal_is_known_by_one_shared_reference_or_by_its_title() -> None:
    split = a_proposal("A-1 A-2", title="Both")
    renamed = a_proposal("B-7", title="same title")
    before = a_set(split, a_proposal("A-9", title="Same title"))
    found = compare_proposals(before, a_set(a_proposal("A-2", title="Both"), renamed))
    assert (found.added, found.dropped) == ((), ())
    assert [one.fields[0].name for one in found.changed] == ["Reference", "Reference"]


def test_two_rows_of_one_title_are_not_taken_for_one() -> None:
    before = a_set(a_proposal("A-1", title="Review"), a_proposal("A-2", title="Review"))
    found = compare_proposals(before, a_set(a_proposal("A-3", title="Review")))
    assert (len(found.changed), len(found.dropped)) == (1, 1)


def test_questions_follow_from_findings_and_not_from_those_set_aside() -> None:
    whole = the_twenty()
    rules = budget_rules()
    sheet = questions_for(whole, check_proposals(whole, rules), rules)
    assert sheet.questions == rules.questions
    conditional = next(one for one in sheet.proposals if one.proposal.reference == "DP(A)-2443")
    assert rules.prompts["B08"] in conditional.questions
    assert len(conditional.questions) == len(set(conditional.questions))
    silent = questions_for(whole, (), rules)
    assert (silent.proposals, silent.noticed) == ((), ())
