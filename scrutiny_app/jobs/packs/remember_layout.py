"""Remember where papers stand in a pack, so that the search can say on which page a word is."""

from __future__ import annotations

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout, layout_key
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.store.store import Store


def remember_layout(store: Store, agenda: Agenda, layout: PackLayout, style: HouseStyle) -> None:
    """Keep the first page of every paper for the search, until agenda or style change.

    ``agenda`` is the one on record; a public layout has only the public's view of it.
    """
    store.search.remember_layout(
        agenda.meeting.id,
        layout_key(agenda, style),
        {paper: span.first for paper, span in layout.papers.items()},
    )
