"""Page ranges of an agenda, as the child finds them and the window shows them.

Apart from what draws, so that the window need not load what draws in order to show them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.ids import ItemId, PaperId

# The pages that a front sheet takes before it is drawn
USUAL_FRONT_PAGES = 2


@dataclass(frozen=True, slots=True)
class PageRanges:
    """Where items and papers stand, in the words of the house style ("13 - 24").

    Of what was issued these are the pages it was issued with; what came since has none yet.
    ``public`` and ``full`` are the layouts of the editions before the agenda is published.
    """

    items: Mapping[ItemId, str]
    papers: Mapping[PaperId, str]
    pages: int
    public: PackLayout | None = None
    full: PackLayout | None = None
