from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.accessibility import accessibility_findings, is_accessible
from scrutiny_app.domain.agenda_pack import Edition, page_counts, paginate, plan_agenda_pack
from scrutiny_app.domain.paper import Paper, TextLayer
from tests.build import a_paper, an_agenda


def paper(title: str, pages: int = 2, **facts: object) -> Paper:
    """A paper in whose file these facts were found."""
    made = a_paper(title, pages=pages)
    assert made.version
    found = replace(made.version.facts, **facts)  # type: ignore[arg-type]
    return replace(made, version=replace(made.version, facts=found))


def findings(*papers: Paper) -> list[str]:
    """What is told of a pack with a front sheet of two pages."""
    agenda = an_agenda(papers)
    plan = plan_agenda_pack(agenda, Edition.PUBLIC)
    return list(accessibility_findings(paginate(plan, page_counts(agenda), front_pages=2)))


def test_nothing_is_told_of_a_pack_that_everyone_can_read() -> None:
    good = paper("Report", tagged=True, accessible=True)
    assert findings(good, good) == []
    assert is_accessible(plan_agenda_pack(an_agenda([good]), Edition.PUBLIC))


def test_one_paper_spoils_the_claim() -> None:
    papers = [paper("Report", tagged=True, accessible=True), paper("Plan")]
    assert not is_accessible(plan_agenda_pack(an_agenda(papers), Edition.PUBLIC))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "Has no tags to read it aloud by. Ask its author for the Word document"),
        ({"text_layer": TextLayer.SCAN}, "A scan, which screen readers cannot read. Ask"),
        (
            {"tagged": True, "barriers": ("pictures without a description: 2",)},
            "Has tags, but not everyone can read it (pictures without a description: 2). Ask",
        ),
        ({"tagged": True}, "taken in by an earlier version"),
    ],
)
def test_each_paper_in_the_way_is_named_with_its_pages_and_what_mends_it(
    facts: dict[str, object], told: str
) -> None:
    good = paper("Report", pages=3, tagged=True, accessible=True)
    (finding,) = findings(good, paper("Plan", pages=3, **facts))
    assert finding.endswith(': item 2, "Plan" (pages 7 to 9).')
    assert told in finding


def test_a_paper_of_one_page_has_one_page() -> None:
    (finding,) = findings(paper("Plan", pages=1))
    assert '"Plan" (page 3)' in finding


def test_papers_that_want_the_same_mending_share_a_sentence() -> None:
    (finding,) = findings(paper("Plan", pages=1), paper("Map", pages=1))
    assert finding.endswith('item 2, "Plan" (page 3); item 2, "Map" (page 5).')
