"""Whether a pack can be read by everyone, and which papers stand in the way.

Source: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
2018 reg 6; ISO 14289-1 (PDF/UA-1), which a file may claim only when all of it keeps to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrutiny_app.domain.agenda_pack import PackLayout, PackPlan
from scrutiny_app.domain.paper import PaperFacts, TextLayer


def is_accessible(plan: PackPlan) -> bool:
    """Whether all papers are tagged and sound, so that the pack may claim PDF/UA."""
    return all(paper.version.facts.accessible for paper in plan.papers if paper.version)


def accessibility_findings(layout: PackLayout) -> Iterator[str]:
    """Yield what spoils the pack's claim and what mends it: a sentence a kind, with its papers."""
    spoilers: dict[str, list[str]] = {}
    for planned in layout.plan.items:
        for paper in planned.papers:
            if paper.version and not paper.version.facts.accessible:
                where = _pages(layout.stamped_in(layout.papers[paper.id]))
                told = _what_and_what_then(paper.version.facts)
                spoilers.setdefault(told, []).append(
                    f'item {planned.number}, "{paper.title}" ({where})'
                )
    for told, papers in spoilers.items():
        yield f"{told} {'; '.join(papers)}."


def _what_and_what_then(facts: PaperFacts) -> str:
    if facts.tagged:
        barriers = "; ".join(facts.barriers) or "taken in by an earlier version"
        return (
            f"Has tags, but not everyone can read it ({barriers}). Ask its author to put that "
            "right and to save it as PDF/UA, or for the Word document:"
        )
    if facts.text_layer is TextLayer.SCAN:
        return (
            "A scan, which screen readers cannot read. Ask its author for the document itself, as "
            "Word file or accessible PDF:"
        )
    return (
        "Has no tags to read it aloud by. Ask its author for the Word document or an accessible "
        "PDF:"
    )


def _pages(labels: Sequence[str]) -> str:
    return f"page {labels[0]}" if len(labels) == 1 else f"pages {labels[0]} to {labels[-1]}"
