"""How a committee decides what to scrutinise: methods as data, assessments with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from scrutiny_app.domain.errors import WrongInput

_PLACES = Decimal("0.1")


class Outcome(StrEnum):
    """What an assessment advises.

    Source: the outcomes that councils' own prioritisation aids end in.
    """

    ACCEPT = "accept"
    CONSIDER = "consider"
    SINGLE_ITEM = "single item"
    BRIEFING_NOTE = "briefing note"
    MONITOR = "monitor"
    DEFER = "defer"
    PARK = "park"
    REFER = "refer"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Gate:
    """A yes-or-no question that can end an assessment: at the answer ``stops_on``.

    ``last`` gates are asked only when the scores were good enough to accept.
    """

    key: str
    question: str
    stops_on: bool
    outcome: Outcome
    because: str
    last: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that is scored from ``lowest`` to ``highest``; ``anchors`` say what each means.

    A criterion from 0 to 1 is asked as a yes-or-no question.
    """

    key: str
    name: str
    question: str
    lowest: int
    highest: int
    weight: int = 1
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """An outcome for scores that reach all of ``at_least`` and pass none of ``at_most``.

    ``total`` is the least result; None asks for none. The first rule that fits decides.
    """

    outcome: Outcome
    tells: str
    total: Decimal | None = None
    at_least: Mapping[str, int] | None = None
    at_most: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class PrioritisationMethod:
    """A way of prioritising, as its file under ``resources/prioritisation`` describes it.

    ``averaged``: the result is the weighted mean of the scores, else their weighted sum.
    ``source`` says whose it is, and what of it is ours.
    """

    key: str
    name: str
    tells: str
    source: str
    gates: tuple[Gate, ...]
    criteria: tuple[Criterion, ...]
    rules: tuple[OutcomeRule, ...]
    averaged: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a method makes of answers and scores. ``stopped_at`` is the key of the gate that did."""

    outcome: Outcome
    because: str
    total: Decimal | None = None
    stopped_at: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment of an item, as it was made.

    ``answers`` by gate, ``scores`` and ``rationale`` by gate or criterion. ``outcome`` is what
    the method advised; ``decided`` is what was decided, the same unless it was overridden, and
    then ``override_reason`` says why.
    """

    method: str
    assessed_on: date
    assessor: str
    answers: Mapping[str, bool]
    scores: Mapping[str, int]
    rationale: Mapping[str, str]
    outcome: Outcome
    because: str
    decided: Outcome
    total: Decimal | None = None
    override_reason: str = ""

    @property
    def overridden(self) -> bool:
        """Whether something else was decided than advised."""
        return self.decided is not self.outcome


def judge(
    method: PrioritisationMethod, answers: Mapping[str, bool], scores: Mapping[str, int]
) -> Verdict:
    """Return what a method advises. Questions behind a gate that ended it need no answer.

    Source: ``method.source``.

    Raises:
        WrongInput: a question is not answered, or a score is missing or off the scale.
    """
    stopped = _gate_that_stops(method, answers, last=False)
    if stopped is not None:
        return Verdict(stopped.outcome, stopped.because, stopped_at=stopped.key)
    if not method.criteria:
        return Verdict(Outcome.ACCEPT, "every gate is passed")
    for criterion in method.criteria:
        _refuse_off_scale(criterion, scores)
    total = _result(method, scores)
    rule = _rule_that_fits(method, scores, total)
    if rule.outcome in (Outcome.ACCEPT, Outcome.CONSIDER, Outcome.SINGLE_ITEM):
        stopped = _gate_that_stops(method, answers, last=True)
        if stopped is not None:
            return Verdict(stopped.outcome, stopped.because, total, stopped.key)
    return Verdict(rule.outcome, rule.tells, total)


def assess(
    method: PrioritisationMethod,
    given: Assessment,
) -> Assessment:
    """Return an assessment with what its method advises filled in.

    ``given.decided`` is kept: where it differs from the advice, it is an override.

    Source: ``method.source``; that an override needs its reason is our own rule.

    Raises:
        WrongInput: as ``judge``; or an override has no reason.
    """
    verdict = judge(method, given.answers, given.scores)
    if given.decided is not verdict.outcome and not given.override_reason.strip():
        raise WrongInput(
            f'{method.name} advises to "{verdict.outcome}" and the decision is '
            f'"{given.decided}". Say why it is decided otherwise.'
        )
    return Assessment(
        method=method.key,
        assessed_on=given.assessed_on,
        assessor=given.assessor,
        answers=given.answers,
        scores=given.scores,
        rationale=given.rationale,
        outcome=verdict.outcome,
        because=verdict.because,
        decided=given.decided,
        total=verdict.total,
        override_reason=given.override_reason.strip(),
    )


def _gate_that_stops(
    method: PrioritisationMethod, answers: Mapping[str, bool], *, last: bool
) -> Gate | None:
    for gate in method.gates:
        if gate.last is not last:
            continue
        if gate.key not in answers:
            raise WrongInput(f'{method.name}: "{gate.question}" is not answered yet.')
        if answers[gate.key] is gate.stops_on:
            return gate
    return None


def _refuse_off_scale(criterion: Criterion, scores: Mapping[str, int]) -> None:
    scale = f"from {criterion.lowest} to {criterion.highest}"
    if criterion.key not in scores:
        raise WrongInput(f'"{criterion.name}" has no score yet. Give one {scale}.')
    if not criterion.lowest <= scores[criterion.key] <= criterion.highest:
        raise WrongInput(f'"{criterion.name}" is scored {scale}, not {scores[criterion.key]}.')


def _result(method: PrioritisationMethod, scores: Mapping[str, int]) -> Decimal:
    total = Decimal(sum(one.weight * scores[one.key] for one in method.criteria))
    if not method.averaged:
        return total
    weights = sum(one.weight for one in method.criteria)
    return (total / weights).quantize(_PLACES, ROUND_HALF_UP)


def _rule_that_fits(
    method: PrioritisationMethod, scores: Mapping[str, int], total: Decimal
) -> OutcomeRule:
    for rule in method.rules:
        reached = all(scores[key] >= least for key, least in (rule.at_least or {}).items())
        kept = all(scores[key] <= most for key, most in (rule.at_most or {}).items())
        if reached and kept and (rule.total is None or total >= rule.total):
            return rule
    raise WrongInput(f"{method.name} has no outcome for these scores; its file lacks a last rule.")
