"""One paper from the original to its facts, as done inside the child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scrutiny_app.documents.intake.findings import Findings, pages_in_words
from scrutiny_app.documents.intake.forms import warn_of_lost_answers
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.normalising import Normalised, normalise
from scrutiny_app.documents.intake.page_facts import measure_pages, text_layer
from scrutiny_app.domain.paper import PageFacts, PaperFacts

_FONTS_NAMED = 3
# The rest is for opening, scrubbing, and reading the words of pages that are not drawn
_SHARE_FOR_DRAWING = 0.5


def make_paper(
    original: Path,
    normalised: Path,
    limits: Limits,
    findings: Findings | None = None,
    converter: str = "",
) -> tuple[PaperFacts, tuple[str, ...]]:
    """Write the safe form of a PDF; return its facts and the words of its pages.

    ``findings`` holds what was found in an office paper before ``converter`` made this PDF.

    Raises:
        PaperRefused: with the reason and what to do next, starting in lower case, to follow
            the paper's name.
    """
    findings = findings or Findings()
    told = normalise(original, normalised, limits, findings)
    measured = measure_pages(normalised, seconds=limits.seconds * _SHARE_FOR_DRAWING)
    warn_of_lost_answers(told.answers, measured.texts, findings)
    _warn_of_wordless_pages(measured.pages, findings)
    _warn_of_pages_lost(measured.pages, findings)
    _warn_of_words_cut_off(measured.cut_off, findings)
    _warn_of_pages_not_drawn(measured.not_drawn, findings)
    _warn_of_fonts(told.fonts_missing, findings)
    facts = _facts(told, measured.pages, findings)
    return replace(facts, converter=converter), measured.texts


def _facts(told: Normalised, pages: tuple[PageFacts, ...], findings: Findings) -> PaperFacts:
    """Bring together what the PDF told and what its pages show."""
    return PaperFacts(
        pages=pages,
        text_layer=text_layer(pages),
        tagged=told.tagging.tagged,
        accessible=told.tagging.tagged and not told.tagging.barriers,
        barriers=told.tagging.barriers,
        language=told.language,
        title=told.title,
        fonts_missing=told.fonts_missing,
        hidden_layers=findings.hidden_layers,
        bookmarks=told.bookmarks,
        removed=findings.removed,
        repaired=findings.repaired,
        warnings=findings.warnings,
        marked_up=findings.marked_up,
    )


def _warn_of_wordless_pages(pages: Sequence[PageFacts], findings: Findings) -> None:
    """Say which pages are pictures only."""
    wordless = [
        number
        for number, page in enumerate(pages, start=1)
        if not page.has_text and page.foot_clear < page.height
    ]
    if wordless:
        named = pages_in_words(wordless)
        are = "is a picture" if len(wordless) == 1 else "are pictures"
        findings.warn(
            f"{named[0].upper()}{named[1:]} {are} without words: search and screen readers find "
            "nothing there. Ask the author for the document itself, or have the scan recognised."
        )


def _warn_of_pages_lost(pages: Sequence[PageFacts], findings: Findings) -> None:
    """Say which pages of a mended file are empty: their content may have been what was damaged."""
    empty = [number for number, page in enumerate(pages, start=1) if page.foot_clear >= page.height]
    if empty and findings.repaired:
        findings.warn(
            f"After mending there is nothing on {pages_in_words(empty)}. "
            "Ask the author whether that is right."
        )


def _warn_of_pages_not_drawn(pages: Sequence[int], findings: Findings) -> None:
    """Say which pages were too elaborate to measure."""
    if pages:
        findings.warn(
            f"The paper is so elaborate that {pages_in_words(pages)} could not be measured. "
            "They are bound as if printed to the edge; look at their page numbers."
        )


def _warn_of_words_cut_off(pages: Sequence[int], findings: Findings) -> None:
    """Say where words lie beyond the edge that is seen."""
    if pages:
        findings.warn(
            f"There are words beyond the visible edge of {pages_in_words(pages)}: whoever has the "
            "file can read them. Ask the author whether they may be published."
        )


def _warn_of_fonts(missing: Sequence[str], findings: Findings) -> None:
    """Say, once, that letters may look different elsewhere."""
    if not missing:
        return
    more = len(missing) - _FONTS_NAMED
    named = ", ".join(missing[:_FONTS_NAMED]) + (f" and {more} more" if more > 0 else "")
    findings.warn(
        f"The file does not hold all its fonts ({named}), so its letters may look different "
        "on other computers. Ask the author to embed the fonts if that matters."
    )
