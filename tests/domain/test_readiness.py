from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.paper import Access, Paper
from scrutiny_app.domain.readiness import Ready, item_readiness, paper_readiness
from tests.build import a_paper, a_version, an_item, some_facts

DESCRIPTIONS = {3: "financial or business affairs"}


def with_marks_for_redaction() -> Paper:
    facts = some_facts(3, unapplied_redactions=(1, 3))
    return a_paper(version=replace(a_version(), facts=facts))


@pytest.mark.parametrize(
    ("paper", "state", "told"),
    [
        (a_paper(), Ready.READY, ""),
        (replace(a_paper(), draft=True), Ready.DRAFT, "final file"),
        (replace(a_paper(), version=None), Ready.TO_FOLLOW, "to follow"),
        (replace(a_paper(access=Access.EXEMPT), exempt=None), Ready.PROBLEM, "paragraph"),
        (with_marks_for_redaction(), Ready.PROBLEM, "pages 1 and 3"),
    ],
)
def test_a_paper_says_how_ready_it_is_and_why_not(paper: Paper, state: Ready, told: str) -> None:
    found = paper_readiness(paper, DESCRIPTIONS)
    assert found.state is state
    assert told in found.sentence


def test_an_item_is_as_ready_as_its_least_ready_paper() -> None:
    papers = [a_paper(), replace(a_paper(), version=None), replace(a_paper(), draft=True)]
    assert item_readiness(an_item(papers=papers), DESCRIPTIONS).state is Ready.TO_FOLLOW


def test_an_item_without_papers_is_ready_unless_something_was_promised() -> None:
    assert item_readiness(an_item(), DESCRIPTIONS).state is Ready.READY
    minutes = an_item("Minutes", kind=ItemKind.MINUTES)
    assert item_readiness(minutes, DESCRIPTIONS).state is Ready.TO_FOLLOW
    promised = replace(an_item(), report_of="Director of Learning")
    assert "Director of Learning" in item_readiness(promised, DESCRIPTIONS).sentence
