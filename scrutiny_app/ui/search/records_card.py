"""What is found beside papers and agendas: the items of work programmes, each with its place."""

from __future__ import annotations

from scrutiny_app.domain.programme_lanes import lane_name, lane_of
from scrutiny_app.store.programmes import ProgrammeHit
from scrutiny_app.store.store import Store
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.form import scrolled
from scrutiny_app.ui.widgets.lead_list import Lead, LeadList

_MOST, _ROWS, _ROW, _HEAD = 20, 2, 52, 52


class RecordsCard(Card):
    """Hidden while nothing is found. ``list.opened`` carries the place of what is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "In work programmes")
        self.list = LeadList(theme, "Found in work programmes")
        fill(self, scrolled(self.list))
        theme.changed.connect(self._fit)
        self.hide()

    def look_for(self, store: Store, words: str, committee: str) -> int:
        """Show the items that hold all the words, of one committee or of all; return how many."""
        plain = words.strip()
        hits = store.programmes.find(plain, limit=_MOST) if plain else ()
        kept = [hit for hit in hits if committee in ("", hit.committee)]
        self.list.show_leads([_lead(hit) for hit in kept])
        self.say(str(len(kept)))
        self.setVisible(bool(kept))
        self._fit()
        return len(kept)

    def _fit(self) -> None:
        rows = min(_ROWS, max(1, len(self.list.leads())))
        self.setFixedHeight(self._theme.length(_HEAD + rows * _ROW))


def _lead(hit: ProgrammeHit) -> Lead:
    where = lane_name(lane_of(hit.item))
    return Lead(
        "square-kanban",
        hit.item.title,
        f"{where} \N{MIDDLE DOT} {hit.committee}, {hit.municipal_year}",
        hit.item.stage.value.capitalize(),
        goal=Place(Room.PROGRAMME, part="board", detail=hit.item.id),
    )
