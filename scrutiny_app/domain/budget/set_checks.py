"""Checks that look at a whole set of budget proposals.

Source: domain notes 6.4; each check's own source is told with its findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from scrutiny_app.domain.budget.figures import in_millions, in_posts, in_words
from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity
from scrutiny_app.domain.budget.proposal import PrintedTotal, ProposalSet
from scrutiny_app.domain.budget.rules import BudgetRules, found_words
from scrutiny_app.domain.budget.totals import (
    Total,
    concentration,
    phasing,
    reductions,
    total_of,
    whole_total,
)
from scrutiny_app.domain.wording import listed

_HALF = 50


def set_findings(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    """Give what the checks of a whole set find."""
    yield from _printed_totals(whole, rules)
    yield from _repeated_references(whole, rules)
    yield from _concentration(whole, rules)
    yield from _phasing(whole, rules)
    yield from _posts(whole, rules)
    yield from _same_people(whole, rules)
    yield from _consequences(whole, rules)


def _printed_totals(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    """B02. A printed total may be of its group, its service or everything: one must agree."""
    everything = whole_total(whole)
    for printed in whole.printed_totals:
        sums = [*_candidates(printed, whole), everything]
        if any(not _differences(printed, total, whole) for total in sums):
            continue
        nearest = min(sums, key=lambda total: len(_differences(printed, total, whole)))
        yield BudgetFinding(
            rules.checks["B02"],
            CheckSeverity.ERROR,
            f'The printed total "{printed.label}" does not agree with its rows: '
            f"{'; '.join(_differences(printed, nearest, whole))}. Ask which is right.",
            place=printed.place,
        )


def _candidates(printed: PrintedTotal, whole: ProposalSet) -> list[Total]:
    in_service = [one for one in whole.proposals if one.service == printed.service]
    in_group = [one for one in in_service if one.group == printed.group]
    return [total_of(printed.label, choice, whole.years) for choice in (in_group, in_service)]


def _differences(printed: PrintedTotal, total: Total, whole: ProposalSet) -> list[str]:
    """Return where a printed total is further from its rows than their rounding explains."""
    allowed = (total.rows + 1) * whole.rounded_to / 2
    sums = dict(total.years)
    found = [
        _differs(one.year.label, one.amount.pounds, sums[one.year])
        for one in printed.years
        if one.year in sums and abs(one.amount.pounds - sums[one.year]) > allowed
    ]
    stated = printed.cumulative
    if stated and min(abs(stated.pounds - total.stated), abs(stated.pounds - total.summed)) > (
        allowed
    ):
        found.append(_differs("the total", stated.pounds, total.stated))
    if printed.posts and printed.posts.fte != total.fte:
        found.append(
            f"posts are printed as {in_posts(printed.posts.fte)} and add up to "
            f"{in_posts(total.fte)}"
        )
    return found


def _differs(what: str, printed: int, summed: int) -> str:
    return f"{what} is printed as {in_millions(printed)} and adds up to {in_millions(summed)}"


def _repeated_references(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    for reference, times in Counter(whole.references).items():
        if times > 1:
            yield BudgetFinding(
                rules.checks["B03"],
                CheckSeverity.ERROR,
                f"{reference} stands for {times} rows. A reference is one proposal's own.",
                reference,
            )


def _concentration(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    found = concentration(whole)
    count = len(found.proposals)
    if 0 < count <= rules.limits.concentration_most and count < len(reductions(whole)):
        names = listed(f"{one.reference} ({in_words(one.stated)})" for one in found.proposals)
        yield BudgetFinding(
            rules.checks["B12"],
            CheckSeverity.NOTE,
            f"{found.percent}% of the reductions are in {_counted(count)}: {names}.",
        )


def _counted(count: int) -> str:
    return "one proposal" if count == 1 else f"{count} proposals"


def _phasing(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    for one in phasing(whole)[1:]:
        if one.percent > rules.limits.later_year_share:
            yield BudgetFinding(
                rules.checks["B13"],
                CheckSeverity.NOTE,
                f"{one.percent:.0f}% of the reductions fall in {one.year.label}, a later year.",
            )


def _posts(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    gone = -sum((one.posts.fte for one in whole.proposals if one.posts.fte < 0), Decimal(0))
    if gone >= rules.limits.collective_posts:
        yield BudgetFinding(
            rules.checks["B15"],
            CheckSeverity.NOTE,
            f"{in_posts(gone)} posts go in all. From {rules.limits.collective_posts} redundancies "
            "on, the employer may have to consult collectively; some of the posts may be vacant.",
        )


def _same_people(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    """B16. Who is affected is as recorded, else as the words tell."""
    for group, words in rules.client_groups.items():
        hit = [
            one
            for one in reductions(whole)
            if group in one.details.client_groups
            or (not one.details.client_groups and found_words(one.words, words))
        ]
        if len(hit) >= rules.limits.group_of_proposals:
            keys = {one.id for one in hit}
            in_order = [one for one in whole.proposals if one.id in keys]
            yield BudgetFinding(
                rules.checks["B16"],
                CheckSeverity.PROMPT,
                f"{len(hit)} proposals touch {group}: "
                f"{listed(one.reference for one in in_order)}. What do they come to together?",
            )


def _consequences(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    found = reductions(whole)
    for rule in rules.consequences:
        costs = [one for one in whole.proposals if found_words(one.words, rule.effect)]
        for cause in found:
            others = [one.reference for one in costs if one.id != cause.id]
            if found_words(cause.words, rule.cause) and others:
                yield BudgetFinding(
                    rules.checks["B17"],
                    CheckSeverity.PROMPT,
                    f"{rule.says} See {listed(others)}.",
                    cause.reference,
                    cause.place,
                )
