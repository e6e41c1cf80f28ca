"""The meetings as a list: those to come or those past, found by words, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.store.meetings import MeetingLine
from scrutiny_app.ui.meetings.labels import how_far
from scrutiny_app.ui.standing_chip import standing_chip
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.record_table import Column, Order, RecordTable, Rows
from scrutiny_app.ui.widgets.search_line import SearchLine
from scrutiny_app.ui.widgets.shown_stack import ShownStack


class Span(StrEnum):
    """Which meetings are listed."""

    TO_COME = "to come"
    PAST = "past"
    ALL = "all"


_SPANS: list[tuple[str, object]] = [
    ("To come", Span.TO_COME),
    ("Past", Span.PAST),
    ("All", Span.ALL),
]
_ORDERS: dict[str, Callable[[MeetingLine], object]] = {
    "": lambda one: (one.held_on, one.starts_at),
    "day": lambda one: (one.held_on, one.starts_at),
    "committee": lambda one: (one.committee.casefold(), one.held_on),
    "standing": lambda one: (one.standing, one.held_on),
    "items": lambda one: one.items,
    "papers": lambda one: one.papers,
    "pages": lambda one: one.pages,
}


class MeetingList(Card):
    """``opened`` carries the id of a meeting, ``removes`` that of one to be removed."""

    opened = Signal(str)
    removes = Signal(str)

    def __init__(self, theme: Theme, *actions: QAction) -> None:
        super().__init__(theme, "Meetings")
        self._today = date.min
        self._all: tuple[MeetingLine, ...] = ()
        self._lines: list[MeetingLine] = []
        self.span = ChoiceField(_SPANS)
        self.span.setAccessibleName("Which meetings")
        self.search = SearchLine(
            "Find by committee, place or day",
            "Find meetings",
            "Words of the committee, the place or the day",
        )
        self.search.setMinimumWidth(240)
        self.table = RecordTable(
            theme, "Meetings", self._columns(), Rows(lambda: len(self._lines), self._some)
        )
        self.table.setAccessibleDescription("Enter opens a meeting, Delete removes it")
        self.table.known_by(lambda one: one.id if isinstance(one, MeetingLine) else one)
        self.nothing = EmptyState(theme, "calendar-days", "No meetings yet", "", *actions)
        self.views = ShownStack()
        self._place()
        self.span.chosen.connect(lambda _span: self._filter())
        self.search.textChanged.connect(lambda _text: self._filter())
        self.search.down.connect(self._into_table)
        self.table.opened.connect(self._open)
        self.table.removes.connect(self._remove)

    def _columns(self) -> Sequence[Column[MeetingLine]]:
        return (
            Column(
                "Day",
                lambda one: long_date(one.held_on),
                order="day",
                width=205,
                below=lambda one: (
                    f"{clock_time(one.starts_at)} \N{MIDDLE DOT} "
                    f"{how_far(one.held_on, self._today)}"
                ),
                faint=lambda one: one.standing is Standing.CANCELLED,
            ),
            Column(
                "Committee",
                lambda one: one.committee,
                order="committee",
                below=lambda one: one.place or "No place yet",
            ),
            Column(
                "How it stands",
                lambda one: standing_chip(one.standing)[0],
                order="standing",
                width=140,
                tone=lambda one: standing_chip(one.standing)[1],
            ),
            Column(
                "Items", lambda one: str(one.items), order="items", width=66, right=True, spare=True
            ),
            Column(
                "Papers",
                lambda one: str(one.papers),
                order="papers",
                width=74,
                right=True,
                spare=True,
            ),
            Column(
                "Pages", lambda one: str(one.pages), order="pages", width=74, right=True, spare=True
            ),
        )

    def _place(self) -> None:
        self.head.addWidget(self.search)
        self.head.addWidget(self.span)
        self.views.addWidget(self.table)
        self.views.addWidget(self.nothing)
        self.body.setContentsMargins(2, 0, 2, 4)
        self.body.addWidget(self.views, 1)

    def show_lines(self, lines: tuple[MeetingLine, ...], today: date) -> None:
        """Show these meetings, as far as they are asked for."""
        self._all, self._today = lines, today
        self._filter()

    @property
    def current(self) -> MeetingLine | None:
        """The meeting that is selected."""
        one = self.table.current()
        return one if isinstance(one, MeetingLine) else None

    def _filter(self) -> None:
        span = Span(self.span.currentData())
        words = self.search.text().casefold().split()
        self._lines = [
            line
            for line in self._all
            if _within(line, span, self._today) and all(word in _said(line) for word in words)
        ]
        if span is Span.PAST:
            self._lines.reverse()
        self.say(f"{len(self._lines)} of {len(self._all)}" if self._all else "")
        self.table.read_again()
        if self.table.current() is None and self._lines:
            self.table.selectRow(0)
        self._say_nothing(span, words)

    def _say_nothing(self, span: Span, words: list[str]) -> None:
        self.views.setCurrentWidget(self.table if self._lines else self.nothing)
        if not self._all:
            self.nothing.say(
                "No meetings yet",
                "Plan one, or a whole year from a rule such as the third Thursday of a month. "
                "Each begins with the committee's standing items.",
            )
        elif words:
            self.nothing.say(
                "No meeting has these words", "Look among all, or take words away.", offers=False
            )
        elif span is Span.TO_COME:
            self.nothing.say(
                "No meeting is to come", "Plan the next one, or look at the past.", offers=False
            )
        else:
            self.nothing.say("No meeting is past", "Choose those to come.", offers=False)

    def _some(self, order: Order, first: int, many: int) -> Sequence[MeetingLine]:
        if order.by:
            self._lines.sort(key=_ORDERS[order.by], reverse=order.falling)  # type: ignore[arg-type]
        return self._lines[first : first + many]

    def _into_table(self) -> None:
        self.table.setFocus()

    def _open(self, one: object) -> None:
        if isinstance(one, MeetingLine):
            self.opened.emit(one.id)

    def _remove(self) -> None:
        if self.current is not None:
            self.removes.emit(self.current.id)


def _within(line: MeetingLine, span: Span, today: date) -> bool:
    if span is Span.ALL:
        return True
    return (line.held_on >= today) is (span is Span.TO_COME)


def _said(line: MeetingLine) -> str:
    words = (line.committee, line.council, line.place, long_date(line.held_on))
    return " ".join((*words, standing_chip(line.standing)[0])).casefold()
