"""How ready a paper or an item is to go out, with the sentence that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.agenda import AgendaItem, ItemKind
from scrutiny_app.domain.exemption import problems_of
from scrutiny_app.domain.paper import Paper
from scrutiny_app.domain.wording import listed


class Ready(StrEnum):
    """How ready something is, the best first."""

    READY = "ready"
    DRAFT = "draft"
    TO_FOLLOW = "to follow"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Readiness:
    """A state with its sentence; the sentence is empty where all is ready."""

    state: Ready
    sentence: str = ""


READY = Readiness(Ready.READY)
_WORST_LAST = tuple(Ready)


def paper_readiness(paper: Paper, descriptions: Mapping[int, str]) -> Readiness:
    """Return how ready a paper is; ``descriptions`` are the nation's exempt paragraphs.

    Source: practice; for withheld papers as ``exemption.problems_of``.
    """
    problems = problems_of(paper, descriptions)
    if problems:
        return Readiness(Ready.PROBLEM, problems[0])
    if paper.version is None:
        return Readiness(Ready.TO_FOLLOW, f"{paper.title} is to follow.")
    unapplied = paper.version.facts.unapplied_redactions
    if unapplied:
        where = f"page {unapplied[0]}" if len(unapplied) == 1 else f"pages {listed(unapplied)}"
        return Readiness(
            Ready.PROBLEM,
            f"{paper.title}: on {where} something is marked for redaction and can still be read. "
            "Ask its author to apply the redactions and add the file again.",
        )
    if paper.draft:
        return Readiness(
            Ready.DRAFT, f"{paper.title} is a draft. Add the final file when it comes."
        )
    return READY


def item_readiness(item: AgendaItem, descriptions: Mapping[int, str]) -> Readiness:
    """Return how ready an item is: as its least ready paper, else as its business needs.

    Source: practice: minutes are confirmed from a copy in the pack, and a report that is promised
    ("Report of the …") comes with a paper.
    """
    worst = max(
        (paper_readiness(paper, descriptions) for paper in item.papers),
        key=lambda one: _WORST_LAST.index(one.state),
        default=READY,
    )
    if item.papers:
        return worst
    if item.kind is ItemKind.MINUTES:
        return Readiness(Ready.TO_FOLLOW, "The minutes to confirm are not on the agenda yet.")
    if item.report_of and item.kind is ItemKind.BUSINESS:
        return Readiness(
            Ready.TO_FOLLOW, f"{item.shown_title}: the report of the {item.report_of} is to come."
        )
    return READY
