"""One standing item: its title, what sort it is, where it stands, and the line below it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.standing_items import StandingItem, StandingPlace
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, TextField
from scrutiny_app.ui.widgets.form import told

KINDS = {
    ItemKind.APOLOGIES: "Apologies",
    ItemKind.INTERESTS: "Interests",
    ItemKind.PARTY_WHIP: "Party whip",
    ItemKind.MINUTES: "Minutes",
    ItemKind.BUSINESS: "Business",
    ItemKind.WORK_PROGRAMME: "Work programme",
    ItemKind.EXCLUSION: "Exclusion",
    ItemKind.EXEMPT_MINUTES: "Exempt minutes",
    ItemKind.URGENT: "Urgent business",
}
PLACES = {StandingPlace.OPENING: "At the beginning", StandingPlace.CLOSING: "At the end"}
_PURPOSE = (
    "The line below the title. Write {previous_meeting} where the date of the meeting before is "
    "to stand."
)


class StandingItemCard(Card):
    """``changed`` carries the item as it is to be."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Item")
        self._item: StandingItem | None = None
        self.title_line = LineField()
        self.kind = ChoiceField([(words, kind) for kind, words in KINDS.items()])
        self.place = ChoiceField([(words, place) for place, words in PLACES.items()])
        self.purpose = TextField(lines=3)
        self._title = Field("T&itle", self.title_line)
        self._purpose = Field("&Line below the title", self.purpose, _PURPOSE)
        kind = Field("&Kind", self.kind, "Says which usual sentence the minutes offer for it")
        place = Field("&Stands", self.place)
        for field in (self._title, kind, place, self._purpose, told(_PURPOSE, "small")):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.title_line.settled.connect(self._name)
        self.kind.chosen.connect(lambda kind: self._change(kind=ItemKind(kind)))
        self.place.chosen.connect(lambda place: self._change(place=StandingPlace(place)))
        self.purpose.settled.connect(self._say)

    def show_item(self, item: StandingItem | None) -> None:
        """Show an item; without one there is nothing to fill in."""
        self._item = item
        self.setVisible(item is not None)
        if item is None:
            return
        self._title.problem("")
        self._purpose.problem("")
        self.title_line.show_text(item.title)
        self.kind.show_value(item.kind)
        self.place.show_value(item.place)
        self.purpose.show_text(item.purpose)

    def _name(self, title: str) -> None:
        title = " ".join(title.split())
        self._title.problem("" if title else "An item needs a title.")
        if title and self._item is not None:
            self.changed.emit(replace(self._item, title=title))

    def _say(self, purpose: str) -> None:
        purpose = " ".join(purpose.split())
        braces = purpose.replace("{previous_meeting}", "")
        wrong = "{" in braces or "}" in braces
        self._purpose.problem("Only {previous_meeting} may stand in braces." if wrong else "")
        if not wrong and self._item is not None:
            self.changed.emit(replace(self._item, purpose=purpose))

    def _change(self, *, kind: ItemKind | None = None, place: StandingPlace | None = None) -> None:
        item = self._item
        if item is not None:
            self.changed.emit(replace(item, kind=kind or item.kind, place=place or item.place))
