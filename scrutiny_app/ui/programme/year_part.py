"""The year at a glance: a row a topic, a column a month, with the days it comes up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.programme.programme import ProgrammeItem, Stage
from scrutiny_app.domain.programme.views import TopicRow, topic_rows
from scrutiny_app.domain.wording import DAY_DATE, MONTHS, long_date
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.words import STAGE_TONES, capital
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of

_MAY = 5
_MONTH, _WAITING = 58, 150
_CRAMPED = 1_100


def _month(place: int) -> Column[TopicRow]:
    name = MONTHS[(_MAY - 1 + place) % len(MONTHS)]

    def shows(row: TopicRow) -> str:
        return ", ".join(str(item.day.day) for item in row.months[place] if item.day)

    def says(row: TopicRow) -> str:
        return ", ".join(
            f"{long_date(item.day, DAY_DATE)}, {item.stage}"
            for item in row.months[place]
            if item.day
        )

    def tone(row: TopicRow) -> Tone:
        items = row.months[place]
        return STAGE_TONES[items[0].stage] if items else Tone.PLAIN

    return Column(name[:3], shows, width=_MONTH, says=says, tone=tone)


def _columns() -> Sequence[Column[TopicRow]]:
    return (
        Column("Topic", lambda row: row.title, below=_below),
        *(_month(place) for place in range(len(MONTHS))),
        Column("Without a meeting", _waiting, width=_WAITING),
    )


class YearPart(QWidget):
    """``picked`` carries the next item of a topic, ``opened`` one to work on."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: Sequence[TopicRow] = ()
        self.card = Card(desk.theme, "Topics through the year")
        self.table = RecordTable(
            desk.theme, "Topics by month", _columns(), rows_of(lambda: self._rows)
        )
        self.table.known_by(lambda row: row.title if isinstance(row, TopicRow) else row)
        fill(self.card, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.table.picked.connect(lambda row: self.picked.emit(_next(row)))
        self.table.opened.connect(lambda row: self.opened.emit(_next(row)))

    def read(self, wanted: str) -> None:
        """Show the topics that hold all words of ``wanted``."""
        words = wanted.casefold().split()
        self._rows = [
            row
            for row in topic_rows(self._desk.programme)
            if all(word in f"{row.title} {_below(row)}".casefold() for word in words)
        ]
        self.card.say(f"{len(self._rows)} topics, each with the days it comes up")
        self.table.read_again()

    def show_item(self, item: ProgrammeItem) -> None:
        """Select the topic of an item."""
        for place, row in enumerate(self._rows):
            if item.id in {one.id for one in row.items}:
                self.table.selectRow(place)
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cramped = self.width() < self._desk.theme.length(_CRAMPED)
        self.table.setColumnHidden(len(MONTHS) + 1, cramped)


def _next(row: TopicRow) -> ProgrammeItem:
    """Return the item of a topic that there is still something to do about, else its last."""
    return next((item for item in row.items if not item.stage.closed), row.items[-1])


def _below(row: TopicRow) -> str:
    return _next(row).lead_officer or _next(row).purpose


def _waiting(row: TopicRow) -> str:
    return ", ".join(
        item.window or ("parked" if item.stage is Stage.DEFERRED else capital("to be scheduled"))
        for item in row.waiting
    )
