"""The facts of a paper's file as JSON, and back. A page is a list, so that 2,000 stay small."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from scrutiny_app.domain.paper import Bookmark, PageFacts, PaperFacts, TextLayer


def facts_text(facts: PaperFacts) -> str:
    """Return the facts as JSON in ASCII: a PDF's own texts may hold anything."""
    return json.dumps(
        {
            "pages": [_page_list(page) for page in facts.pages],
            "text_layer": facts.text_layer,
            "tagged": facts.tagged,
            "language": facts.language,
            "title": facts.title,
            "fonts_missing": facts.fonts_missing,
            "hidden_layers": facts.hidden_layers,
            "unapplied_redactions": facts.unapplied_redactions,
            "bookmarks": [[mark.title, mark.page, mark.level] for mark in facts.bookmarks],
            "removed": facts.removed,
            "repaired": facts.repaired,
            "warnings": facts.warnings,
            "accessible": facts.accessible,
            "barriers": facts.barriers,
            "converter": facts.converter,
            "marked_up": facts.marked_up,
            "attachment": facts.attachment,
        },
        separators=(",", ":"),
    )


# An agenda is read again after every change; a pack of 60 papers saves 8 ms each time
@lru_cache(maxsize=512)
def facts_from(text: str) -> PaperFacts:
    """Return the facts that ``facts_text`` wrote, here or before there were office papers."""
    found: dict[str, Any] = json.loads(text)
    return PaperFacts(
        pages=tuple(PageFacts(*page) for page in found["pages"]),
        text_layer=TextLayer(found["text_layer"]),
        tagged=found["tagged"],
        language=found["language"],
        title=found["title"],
        fonts_missing=tuple(found["fonts_missing"]),
        hidden_layers=found["hidden_layers"],
        unapplied_redactions=tuple(found["unapplied_redactions"]),
        bookmarks=tuple(Bookmark(*mark) for mark in found["bookmarks"]),
        removed=tuple(found["removed"]),
        repaired=found["repaired"],
        warnings=tuple(found["warnings"]),
        # Not on record before intake-2
        accessible=found.get("accessible", False),
        barriers=tuple(found.get("barriers", ())),
        converter=found.get("converter", ""),
        marked_up=found.get("marked_up", False),
        attachment=found.get("attachment", False),
    )


def _page_list(page: PageFacts) -> list[float]:
    return [
        page.width,
        page.height,
        page.rotation,
        page.head_clear,
        page.foot_clear,
        page.has_text,
    ]
