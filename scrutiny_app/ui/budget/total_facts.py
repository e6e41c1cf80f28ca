"""What the totals of a set show, in sentences: phasing, concentration, consultation, posts."""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.domain.budget.figures import as_change, in_millions, in_posts, in_words
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.totals import (
    concentration,
    consultation_share,
    phasing,
    reductions,
    whole_total,
)
from scrutiny_app.domain.wording import listed
from scrutiny_app.ui.budget.labels import counted
from scrutiny_app.ui.widgets.status_list import State, StatusLine


def total_facts(whole: ProposalSet) -> list[StatusLine]:
    """Return the facts of a set, each with what it rests on."""
    return list(_facts(whole))


def _facts(whole: ProposalSet) -> Iterator[StatusLine]:
    total = whole_total(whole)
    last = whole.years[-1].label if whole.years else ""
    rounding = (
        f"The years come to {in_millions(total.summed)}; {in_millions(total.rounding)} is rounding."
        if total.rounding
        else "The years come to the same."
    )
    yield StatusLine(
        State.NOTE,
        f"All proposals: {in_millions(total.stated)} as stated, recurring by {last}.",
        rounding,
    )
    yield StatusLine(
        State.NOTE,
        f"Over all the years that is {as_change(total.cash)} in cash.",
        "A change recurs in every year after its own; the recurring total is not cash.",
    )
    if reductions(whole):
        yield from _of_reductions(whole)
    yield StatusLine(State.NOTE, f"Posts: {in_posts(total.fte)} full-time equivalents.")


def _of_reductions(whole: ProposalSet) -> Iterator[StatusLine]:
    found = reductions(whole)
    shares = [one for one in phasing(whole) if one.pounds]
    yield StatusLine(
        State.NOTE,
        f"Phasing: {listed([f'{one.percent}% in {one.year.label}' for one in shares])}.",
        f"Of {counted(len(found), 'reduction')}",
    )
    heavy = concentration(whole)
    names = listed([one.reference for one in heavy.proposals])
    yield StatusLine(
        State.NOTE,
        f"Concentration: {heavy.percent}% in {counted(len(heavy.proposals), 'proposal')}.",
        f"{names}, {in_words(heavy.pounds)}",
    )
    asked = consultation_share(whole)
    yield StatusLine(
        State.NOTE,
        f"Consultation: the public is asked about {asked.percent}% of the money and "
        f"{asked.fte_percent}% of the posts that go.",
        f"{in_words(asked.pounds)} and {in_posts(abs(asked.fte))} posts",
    )
