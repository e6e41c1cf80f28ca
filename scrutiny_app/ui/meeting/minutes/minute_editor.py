"""One item's minute: its sentence, its points, what was resolved, and what else is noted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from scrutiny_app.domain.agenda import AgendaItem, ItemKind
from scrutiny_app.domain.house_style import MinutesWords
from scrutiny_app.domain.minutes.live_quorum import who_sat
from scrutiny_app.domain.minutes.minutes import Adjournment, Attendance, point_label
from scrutiny_app.domain.minutes.noted_minutes import NotedInterest, NotedMinute, points_in
from scrutiny_app.domain.minutes.vote import Vote
from scrutiny_app.ui.meeting.minutes.adjournment_form import AdjournmentForm, says_adjournment
from scrutiny_app.ui.meeting.minutes.entries import Entries
from scrutiny_app.ui.meeting.minutes.interest_form import InterestForm, says_interest
from scrutiny_app.ui.meeting.minutes.noting import Noting
from scrutiny_app.ui.meeting.minutes.vote_form import VoteForm, says_vote
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import Field, TextField
from scrutiny_app.ui.widgets.lettered_field import LetteredField
from scrutiny_app.ui.widgets.typing_in import forget_typing

_AWAY = (Attendance.ABSENT_APOLOGIES, Attendance.ABSENT_NO_APOLOGIES)
# The usual sentence says that nobody sent any
_WHO_IS_AWAY = "Left empty, the minutes name here whoever was absent"


class MinuteEditor(Card):
    """``settled`` carries the item and what is noted of it, whenever something changed."""

    settled = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Minute")
        self._item: AgendaItem | None = None
        self._noted = NotedMinute()
        self._words: MinutesWords | None = None
        self._absent = False
        self.text = TextField(lines=3)
        self.highlighted = LetteredField(theme, _letter, "A point a line; Enter begins the next")
        self.raised = LetteredField(theme, _letter, "A point a line")
        self.resolutions = LetteredField(
            theme, _number, "A resolution a line, such as: note the report"
        )
        self.closing = TextField(lines=2)
        self.run_on = QCheckBox("Letters run on from the points above")
        self.withheld = QCheckBox("Points and resolutions are not for publication")
        self.usual = new_action(
            self,
            "Write the usual sentence",
            "wand-sparkles",
            keys="Ctrl+Return",
            tells="Writes what the council usually says of such an item",
        )
        self.add_tools(self.usual)
        self._interest_form, self._vote_form = InterestForm(), VoteForm()
        adjournment_form = AdjournmentForm()
        self.interests: Entries[NotedInterest] = Entries(
            theme,
            "Declarations of interest",
            self._interest_form,
            says_interest,
            self._interest_form.read,
        )
        self.votes: Entries[Vote] = Entries(
            theme, "Votes", self._vote_form, says_vote, self._vote_form.read
        )
        self.adjournments: Entries[Adjournment] = Entries(
            theme, "Adjournments", adjournment_form, says_adjournment, adjournment_form.read
        )
        self._place()
        self._connect()

    def _place(self) -> None:
        self._headings: dict[str, Field] = {}
        for name, label, control in (
            ("text", "&Opening words", self.text),
            ("highlighted", "Points highligh&ted", self.highlighted),
            ("raised", "Points &raised", self.raised),
            ("resolutions", "Re&solved", self.resolutions),
            ("closing", "C&losing words", self.closing),
        ):
            self._headings[name] = Field(label, control)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        for name in ("text", "highlighted"):
            inner.addWidget(self._headings[name])
        inner.addWidget(self._headings["raised"])
        inner.addWidget(self.run_on)
        for name in ("resolutions", "closing"):
            inner.addWidget(self._headings[name])
        inner.addWidget(self.withheld)
        for entries in (self.interests, self.votes, self.adjournments):
            inner.addWidget(entries)
        self.body.addLayout(inner)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for field in (self.text, self.highlighted, self.raised, self.resolutions, self.closing):
            field.settled.connect(self._settle)
        for tick in (self.run_on, self.withheld):
            tick.clicked.connect(self._settle)
        self.usual.triggered.connect(self._write_usual)
        self.interests.settled.connect(lambda all_: self._note(interests=all_))
        self.votes.settled.connect(lambda all_: self._note(votes=all_))
        self.adjournments.settled.connect(lambda all_: self._note(adjournments=all_))

    def show_item(
        self, number: int, item: AgendaItem, noting: Noting, words: MinutesWords, *, may: bool
    ) -> None:
        """Show the minute of an item."""
        if self._item is not None and self._item.id != item.id:
            self.settle()
            forget_typing(self)
        noted = noting.minute(item.id)
        self._item, self._noted, self._words = item, noted, words
        self.title.setText(f"{number}. {item.title}")
        self.setAccessibleName(f"Minute {number}, {item.title}")
        self._absent = item.kind is ItemKind.APOLOGIES and any(
            one.attendance in _AWAY for one in noting.outline.attendance
        )
        self.text.setPlaceholderText(_WHO_IS_AWAY if self._absent else "")
        self.usual.setEnabled(may and self._usual(item) != "")
        self.text.show_text(noted.text)
        self.highlighted.show_text("\n".join(noted.highlighted))
        self.raised.show_text("\n".join(noted.raised))
        self.raised.begin_after(len(noted.highlighted) if noted.letters_run_on else 0)
        self.resolutions.show_text("\n".join(noted.resolutions))
        self.closing.show_text(noted.closing)
        self.run_on.setChecked(noted.letters_run_on)
        self.withheld.setChecked(noted.withheld)
        here = (Attendance.PRESENT, Attendance.SUBSTITUTED, Attendance.EXPECTED)
        names = [who_sat(one) for one in noting.outline.attendance if one.attendance in here]
        self._interest_form.offer(names, noting.outline.agenda.numbered)
        self._vote_form.offer(names)
        self.interests.show_records(noted.interests, may=may)
        self.votes.show_records(noted.votes, may=may)
        self.adjournments.show_records(noted.adjournments, may=may)
        for field in self._headings.values():
            field.setEnabled(may)

    def settle(self) -> None:
        """Tell what is still being typed."""
        for field in (self.text, self.highlighted, self.raised, self.resolutions, self.closing):
            field.settle()

    def commands(self) -> tuple[QAction, ...]:
        """Return what can be done with a minute."""
        return (self.usual,)

    def _usual(self, item: AgendaItem) -> str:
        words = None if self._absent else self._words
        return dict(words.item_texts).get(item.kind.value, "").strip() if words else ""

    def _write_usual(self) -> None:
        if self._item is not None and not self.text.toPlainText().strip():
            self.text.setPlainText(self._usual(self._item))
            self.text.settle()
        self.text.setFocus()

    def _settle(self, _text: object = None) -> None:
        self._note(
            text=self.text.toPlainText().strip(),
            highlighted=points_in(self.highlighted.toPlainText()),
            raised=points_in(self.raised.toPlainText()),
            resolutions=_resolutions(self.resolutions.toPlainText()),
            closing=self.closing.toPlainText().strip(),
            letters_run_on=self.run_on.isChecked(),
            withheld=self.withheld.isChecked(),
        )

    def _note(self, **changes: object) -> None:
        if self._item is None:
            return
        now = replace(self._noted, **changes)  # type: ignore[arg-type]
        if now != self._noted:
            self._noted = now
            self.settled.emit(self._item, now)


def _letter(place: int) -> str:
    return f"{point_label(place)})"


def _number(place: int) -> str:
    return f"{place + 1})"


def _resolutions(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
