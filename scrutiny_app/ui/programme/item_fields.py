"""Everything an item says of itself, each field written as it is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.programme.lanes import lane_of
from scrutiny_app.domain.programme.programme import (
    ProgrammeItem,
    ProgrammeKind,
    ScrutinyMethod,
    Suggester,
)
from scrutiny_app.domain.programme.recurrence import recurrence_note
from scrutiny_app.domain.wording import MONTHS
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.words import choices, lane_choices, lane_code, lane_from
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, TextField
from scrutiny_app.ui.widgets.form import field_row
from scrutiny_app.ui.widgets.open_day_field import OpenDayField


@dataclass(frozen=True, slots=True)
class _Line:
    """A field of one line: its attribute, its label, and what is said of it."""

    name: str
    label: str
    tells: str = ""


_LINES = (
    _Line("lead_officer", "&Lead officer"),
    _Line("portfolio_holder", "&Portfolio holder"),
    _Line("asked_for_in", "&Asked for in", "The minute, or who asked"),
    _Line("window", "Hoped f&or", 'While it has no meeting: "August 2027", "as space permits"'),
    _Line("footnote", "Footnote", "Printed below the table"),
    _Line("remit_note", "Remit", "Which part of it is this committee's"),
)


class ItemFields(QWidget):
    """The fields of the chosen item."""

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self.title = TextField(lines=2)
        self.kind = ChoiceField(choices(ProgrammeKind))
        self.method = ChoiceField(choices(ScrutinyMethod))
        self.where = ChoiceField()
        self.purpose = TextField("", "To scrutinise \N{HORIZONTAL ELLIPSIS}")
        self.points = TextField("", "One point a line")
        self.invitees = TextField("", "One a line", lines=2)
        self.suggester = ChoiceField(choices(Suggester))
        self.recurs = ChoiceField(
            [("Does not return", 0), *((month, n) for n, month in enumerate(MONTHS, start=1))]
        )
        self.wanted_by = OpenDayField(desk.theme, "No day")
        self.lines = {one.name: LineField() for one in _LINES}
        self._wanted = Field("Wanted &by", self.wanted_by, "After this day it is of no use")
        self._recurs = Field("Returns every &year in", self.recurs, "At the nearest meeting")
        self._place()
        self._connect()

    def _place(self) -> None:
        lines = {one.name: Field(one.label, self.lines[one.name], one.tells) for one in _LINES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(Field("T&itle", self.title, "As it is printed"))
        where = Field("&Meeting", self.where, "Choosing another meeting moves the item")
        column.addLayout(field_row([where, lines["window"]]))
        column.addLayout(
            field_row([Field("&Kind", self.kind), Field("Metho&d", self.method, "How it is done")])
        )
        column.addWidget(Field("P&urpose", self.purpose))
        column.addWidget(Field("Points to look at", self.points))
        column.addLayout(field_row([lines["lead_officer"], lines["portfolio_holder"]]))
        column.addWidget(Field("Invi&ted", self.invitees))
        column.addLayout(field_row([Field("&Suggested by", self.suggester), lines["asked_for_in"]]))
        column.addLayout(field_row([self._wanted, self._recurs]))
        column.addWidget(lines["footnote"])
        column.addWidget(lines["remit_note"])
        column.addStretch(1)

    def _connect(self) -> None:
        self.title.settled.connect(self._name)
        self.purpose.settled.connect(lambda words: self._set(purpose=" ".join(words.split())))
        self.points.settled.connect(lambda words: self._set(sub_points=_lines(words)))
        self.invitees.settled.connect(lambda words: self._set(invitees=_lines(words)))
        for name, line in self.lines.items():
            line.settled.connect(lambda words, name=name: self._set(**{name: words.strip()}))
        self.kind.chosen.connect(lambda kind: self._set(kind=ProgrammeKind(kind)))
        self.method.chosen.connect(lambda method: self._set(method=ScrutinyMethod(method)))
        self.suggester.chosen.connect(lambda one: self._set(suggester=Suggester(one)))
        self.recurs.chosen.connect(lambda month: self._set(recurs_in=int(month) or None))
        self.wanted_by.day_settled.connect(lambda day: self._set(wanted_by=day))
        self.wanted_by.refused.connect(self._wanted.problem)
        self.where.chosen.connect(self._move)

    def show_item(self, item: ProgrammeItem) -> None:
        """Show an item as it is on record."""
        self.title.show_text(item.title)
        self.purpose.show_text(item.purpose)
        self.points.show_text("\n".join(item.sub_points))
        self.invitees.show_text("\n".join(item.invitees))
        for name, line in self.lines.items():
            line.show_text(getattr(item, name))
        self.lines["window"].setEnabled(item.day is None)
        for choice, value in (
            (self.kind, item.kind),
            (self.method, item.method),
            (self.suggester, item.suggester),
            (self.recurs, item.recurs_in or 0),
        ):
            choice.show_value(value)
        self.recurs.setToolTip(recurrence_note(item))
        with QSignalBlocker(self.wanted_by):
            self.wanted_by.show_day(item.wanted_by)
        self.where.offer(lane_choices(lane.key for lane in self._desk.lanes))
        self.where.show_value(lane_code(lane_of(item)))
        self.where.setEnabled(not item.stage.closed and item.agenda_item is None)

    def settle(self) -> None:
        """Write what is still being typed."""
        for text in (self.title, self.purpose, self.points, self.invitees):
            text.settle()
        for line in (self.wanted_by, *self.lines.values()):
            line.settle()

    def _name(self, words: str) -> None:
        title = " ".join(words.split())
        item = self._desk.item
        if title:
            self._set(title=title)
        elif item is not None:
            # Nothing may be without a title
            self.title.show_text("")
            self.title.show_text(item.title)

    def _set(self, **values: str | tuple[str, ...] | int | date | None) -> None:
        item = self._desk.item
        if item is None:
            return
        changed: dict[str, Any] = dict(values)
        self._desk.change(
            item.id, lambda one: replace(one, **changed), f'Change "{item.title}"', joins=True
        )

    def _move(self, code: object) -> None:
        item = self._desk.item
        if item is not None and not self._desk.move(item, lane_from(code)):
            # It stands where it stood until the reason is given
            self.where.show_value(lane_code(lane_of(item)))


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
