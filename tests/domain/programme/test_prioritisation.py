from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.programme.prioritisation import Assessment, Outcome, assess, judge
from scrutiny_app.rulebook.prioritisation_methods import (
    prioritisation_method,
    prioritisation_methods,
)

GOOD = {
    "remit": True,
    "individual": False,
    "vexatious": False,
    "recent": False,
    "elsewhere": False,
    "influence": True,
    "timing": True,
    "space": True,
}
REASONS = ("concern", "priority", "performance", "risk", "value")


def reasons(number: int) -> dict[str, int]:
    return {key: int(place < number) for place, key in enumerate(REASONS)}


def test_every_method_names_whose_it_is_and_ends_in_a_rule_for_all_scores() -> None:
    keys = {one.key for one in prioritisation_methods()}
    assert keys == {"gates", "topic", "topicc", "pick", "matrix", "forward-plan"}
    for method in prioritisation_methods():
        assert method.source
        last = method.rules[-1]
        assert (last.total, last.at_least, last.at_most) == (None, None, None)


@pytest.mark.parametrize(
    ("gate", "answer", "outcome"),
    [
        ("remit", False, Outcome.REFER),
        ("individual", True, Outcome.REJECT),
        ("vexatious", True, Outcome.REJECT),
        ("recent", True, Outcome.REJECT),
        ("elsewhere", True, Outcome.MONITOR),
        ("influence", False, Outcome.BRIEFING_NOTE),
        ("timing", False, Outcome.DEFER),
    ],
)
def test_the_first_gate_that_fails_ends_it_and_the_rest_need_no_answer(
    *, gate: str, answer: bool, outcome: Outcome
) -> None:
    before = dict(list(GOOD.items())[: list(GOOD).index(gate)])
    verdict = judge(prioritisation_method("gates"), before | {gate: answer}, {})
    assert (verdict.outcome, verdict.stopped_at) == (outcome, gate)


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (0, Outcome.REJECT),
        (1, Outcome.BRIEFING_NOTE),
        (2, Outcome.CONSIDER),
        (3, Outcome.ACCEPT),
        (5, Outcome.ACCEPT),
    ],
)
def test_past_the_gates_the_reasons_are_counted(number: int, outcome: Outcome) -> None:
    assert judge(prioritisation_method("gates"), GOOD, reasons(number)).outcome is outcome


def test_without_space_a_good_topic_is_parked_and_a_poor_one_still_rejected() -> None:
    full = GOOD | {"space": False}
    assert judge(prioritisation_method("gates"), full, reasons(4)).outcome is Outcome.PARK
    assert judge(prioritisation_method("gates"), full, reasons(0)).outcome is Outcome.REJECT


@pytest.mark.parametrize(
    ("method", "scores", "total", "outcome"),
    [
        ("topic", {"timely": 2, "organisational": 2, "public": 2, "influence": 1, "cost": 1},
         8, "accept"),
        ("topic", {"timely": 2, "organisational": 2, "public": 2, "influence": 1, "cost": 0},
         7, "reject"),
        ("pick", {"public": 3, "impact": 3, "performance": 3, "context": 0}, 9, "reject"),
        ("pick", {"public": 3, "impact": 3, "performance": 2, "context": 1}, 9, "accept"),
        ("pick", {"public": 2, "impact": 2, "performance": 1, "context": 1}, 6, "single item"),
        ("matrix", {"importance": 4, "impact": 2}, 3, "monitor"),
        ("matrix", {"importance": 3, "impact": 3}, 3, "accept"),
        ("matrix", {"importance": 2, "impact": 5}, "3.5", "briefing note"),
        ("matrix", {"importance": 1, "impact": 1}, 1, "reject"),
        ("forward-plan", {"public": 1, "spending": 1, "essential": 1, "influence": 0}, 3, "reject"),
        ("forward-plan", {"public": 1, "spending": 0, "essential": 0, "influence": 1}, 2, "accept"),
    ],
)  # fmt: skip
def test_scores_come_to_what_each_method_says(
    method: str, scores: dict[str, int], total: int | str, outcome: str
) -> None:
    verdict = judge(prioritisation_method(method), {}, scores)
    assert (verdict.total, verdict.outcome) == (Decimal(total), Outcome(outcome))


def test_a_cabinet_paper_gives_topicc_its_eleventh_point() -> None:
    scores = {"timely": 2, "organisational": 2, "public": 1, "influence": 1, "cost": 1}
    assert judge(prioritisation_method("topic"), {}, scores).outcome is Outcome.REJECT
    verdict = judge(prioritisation_method("topicc"), {}, scores | {"cabinet": 1})
    assert verdict.outcome is Outcome.ACCEPT


@pytest.mark.parametrize(
    ("answers", "scores", "why"),
    [
        ({}, {}, "Is it within the committee's remit\\?\" is not answered yet"),
        (GOOD, {}, '"Public concern" has no score yet. Give one from 0 to 1'),
        (GOOD, reasons(3) | {"risk": 2}, '"Risk" is scored from 0 to 1, not 2'),
    ],
)
def test_what_is_missing_is_asked_for(
    answers: dict[str, bool], scores: dict[str, int], why: str
) -> None:
    with pytest.raises(WrongInput, match=why):
        judge(prioritisation_method("gates"), answers, scores)


def test_deciding_otherwise_needs_a_reason_that_is_kept() -> None:
    given = Assessment(
        "pick", date(2027, 1, 5), "Jo Field", {},
        {"public": 3, "impact": 1, "performance": 0, "context": 1},
        {"public": "two petitions"}, Outcome.ACCEPT, "", Outcome.ACCEPT,
    )  # fmt: skip
    with pytest.raises(WrongInput, match='PICK advises to "briefing note" and the decision is'):
        assess(prioritisation_method("pick"), given)
    kept = assess(
        prioritisation_method("pick"),
        Assessment(
            **{field: getattr(given, field) for field in given.__slots__}
            | {"override_reason": "the petitions"}
        ),
    )
    assert kept.overridden
    assert (kept.outcome, kept.decided, kept.total) == (
        Outcome.BRIEFING_NOTE,
        Outcome.ACCEPT,
        Decimal(5),
    )
