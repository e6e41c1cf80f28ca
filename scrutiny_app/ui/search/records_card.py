"""What is found beside papers and agendas: budget proposals and items of work programmes."""

from __future__ import annotations

from scrutiny_app.domain.budget.effect import ProposalHit
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.programme.lanes import lane_name, lane_of
from scrutiny_app.store.programme.programmes import ProgrammeHit
from scrutiny_app.store.search_snippets import MARKS
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
        super().__init__(theme, "In budgets and work programmes")
        self.list = LeadList(theme, "Found in budgets and work programmes")
        fill(self, scrolled(self.list))
        theme.changed.connect(self._fit)
        self.hide()

    def look_for(self, store: Store, words: str, committee: str) -> int:
        """Show what holds all the words, of one committee or of all; return how much it is."""
        plain = words.strip()
        items = store.programmes.find(plain, limit=_MOST) if plain else ()
        proposals = _proposals(store, plain) if plain else ()
        leads = [_proposal_lead(one) for one in proposals if committee in ("", one.committee)]
        leads += [_lead(hit) for hit in items if committee in ("", hit.committee)]
        self.list.show_leads(leads)
        self.say(str(len(leads)))
        self.setVisible(bool(leads))
        self._fit()
        return len(leads)

    def _fit(self) -> None:
        rows = min(_ROWS, max(1, len(self.list.leads())))
        self.setFixedHeight(self._theme.length(_HEAD + rows * _ROW))


def _proposals(store: Store, words: str) -> tuple[ProposalHit, ...]:
    """Return the proposals that hold the words; nothing for words that cannot be looked for.

    The search of the papers says why they cannot.
    """
    try:
        return store.proposal_sets.find(words, limit=_MOST)
    except WrongInput:
        return ()


def _proposal_lead(hit: ProposalHit) -> Lead:
    version = f", {hit.version}" if hit.version else ""
    snippet = hit.snippet.replace(MARKS[0], "").replace(MARKS[1], "")
    return Lead(
        "pound-sterling",
        f"{hit.reference}  {hit.title}".strip(),
        f"{hit.committee} \N{MIDDLE DOT} {snippet}",
        f"Budget {hit.year.label}{version}",
        goal=Place(Room.BUDGET, hit.proposal_set, "proposals", hit.proposal),
    )


def _lead(hit: ProgrammeHit) -> Lead:
    where = lane_name(lane_of(hit.item))
    return Lead(
        "square-kanban",
        hit.item.title,
        f"{where} \N{MIDDLE DOT} {hit.committee}, {hit.municipal_year}",
        hit.item.stage.value.capitalize(),
        goal=Place(Room.PROGRAMME, part="board", detail=hit.item.id),
    )
