"""What the committee resolved to receive: shown until it has come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.jobs.programme.collect_returns import collect_returns
from scrutiny_app.jobs.programme.record_returns import mark_returned, plan_return
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.words import capital
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import Field, LineField
from scrutiny_app.ui.widgets.form import field_row, told
from scrutiny_app.ui.widgets.open_day_field import OpenDayField
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.side_by_side import SideBySide
from scrutiny_app.ui.widgets.typing_in import forget_typing

_NONE = (
    "Nothing is waited for. What the minutes resolve to receive, to be updated on or to have "
    "returned is listed here until it has come back."
)


class RequestsPart(QWidget):
    """The list, and the chosen request beside it. ``planned`` carries the item made of one."""

    planned = Signal(object)

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: Sequence[ReturnRequest] = ()
        self._request: ReturnRequest | None = None
        self.card = Card(desk.theme, "Not returned yet")
        self.table = RecordTable(
            desk.theme, "Requests", self._columns(), rows_of(lambda: self._lines)
        )
        self.table.known_by(lambda one: one.id if isinstance(one, ReturnRequest) else one)
        self.none = told(_NONE)
        self.side = Card(desk.theme, "Request")
        self.text = told("", "plain")
        self.asked = told("", "small")
        self.owner, self.due = LineField(), OpenDayField(desk.theme, "No day")
        self.how = LineField("", "The paper, the e-mail or the minute")
        self.on = OpenDayField(desk.theme, "Today")
        self.plan = new_action(self, "&Make an item of it", "list-plus", keys="Ctrl+Shift+I")
        self.back = new_action(self, "Mark as &returned", "circle-check")
        self.collect = new_action(
            self,
            "&Look through the minutes",
            "scan-search",
            tells="Keeps what they ask to come back",
        )
        self._due = Field("D&ue by", self.due, "The day it was promised for")
        self._on = Field("&On", self.on, "The day it came back; empty for today")
        self._how = Field("How it &came back", self.how, "Kept with the request")
        self._place()
        self._connect()

    def _columns(self) -> Sequence[Column[ReturnRequest]]:
        return (
            Column("Asked for", lambda one: one.text, below=_asked),
            Column("Kind", lambda one: capital(one.kind), width=110, tone=lambda _one: Tone.PLAIN),
            Column("From", lambda one: one.owner, width=170),
            Column(
                "Due by",
                lambda one: long_date(one.due_by, DAY_DATE) if one.due_by else "",
                width=150,
            ),
            Column("How it stands", self._stands, width=130, tone=self._tone),
        )

    def _place(self) -> None:
        self.card.add_tools(self.collect)
        self.card.body.addWidget(self.none)
        self.card.body.addWidget(self.table, 1)
        for widget in (self.text, self.asked):
            self.side.body.addWidget(widget)
        self.side.body.addWidget(Field("From", self.owner, "Who is to bring it"))
        self.side.body.addWidget(self._due)
        self.side.body.addWidget(button_for(self.plan))
        self.side.body.addSpacing(10)
        self.side.body.addLayout(field_row([self._on, self._how], [2, 3]))
        self.side.body.addWidget(button_for(self.back))
        self.side.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self._desk.theme, self.card, self.side, 340))

    def _connect(self) -> None:
        self.table.picked.connect(lambda _one: self._pick())
        self.table.opened.connect(lambda _one: self.owner.setFocus())
        row_menu(self.table, (self.plan, self.back))
        self.collect.triggered.connect(self._collect)
        self.plan.triggered.connect(self._plan)
        self.back.triggered.connect(self._mark)
        self.how.returnPressed.connect(self._mark)
        self.owner.settled.connect(lambda words: self._change(owner=words.strip()))
        self.due.day_settled.connect(lambda day: self._change(due_by=day))
        self.due.refused.connect(self._due.problem)
        self.on.refused.connect(self._on.problem)

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done with the chosen request."""
        return (self.collect, self.plan, self.back)

    @property
    def waiting(self) -> int:
        """How many requests have not come back."""
        return len(self._lines)

    def read(self) -> None:
        """Read what is waited for again."""
        self._lines = self._desk.session.store.return_requests.list(
            self._desk.committee, waiting=True
        )
        self.card.say(str(len(self._lines)) if self._lines else "")
        self.none.setVisible(not self._lines)
        self.table.read_again()
        if self.table.current() is None and self._lines:
            self.table.selectRow(0)
        self._pick()

    def show_request(self, key: str) -> None:
        """Select a request."""
        for place, one in enumerate(self._lines):
            if one.id == key:
                self.table.selectRow(place)

    def settle(self) -> None:
        """Write what is still being typed."""
        if self._request is not None:
            self.owner.settle()
            self.due.settle()

    def _pick(self) -> None:
        current, write = self.table.current(), self._desk.may_write
        one = current if isinstance(current, ReturnRequest) else None
        if self._request is not None and (one is None or one.id != self._request.id):
            self.settle()
            forget_typing(self.side)
        self._request = one
        self.side.setVisible(one is not None)
        self.plan.setEnabled(write and one is not None and one.item is None and self._desk.shown)
        self.back.setEnabled(write and one is not None)
        self.collect.setEnabled(write)
        for field in (self.owner, self.due, self.how, self.on):
            field.setEnabled(write)
        if one is None:
            return
        self.text.setText(one.text)
        self.asked.setText(_asked(one))
        self.owner.show_text(one.owner)
        self.due.show_day(one.due_by)
        self._how.problem("")

    def _change(self, **values: str | date | None) -> None:
        one = self._request
        if one is not None:
            changed: dict[str, Any] = dict(values)
            after = replace(one, **changed)
            self._desk.page.do(
                "Change a request", lambda store: store.return_requests.write(after), joins=True
            )

    def _collect(self) -> None:
        before = self.waiting
        self._desk.run(
            lambda store: collect_returns(store, self._desk.committee), "Look through the minutes"
        )
        new = self.waiting - before
        self._desk.tell(
            f"{new} more kept" if new else "The minutes ask for nothing that is not kept"
        )

    def _plan(self) -> None:
        one = self._request
        if one is None:
            return
        self._desk.run(
            lambda store: self.planned.emit(
                plan_return(
                    store,
                    one.id,
                    store.programmes.get(self._desk.programme.id),
                    on=self._desk.today,
                )
            ),
            "Make an item of the request",
        )

    def _mark(self) -> None:
        self.settle()
        one = self._request
        if one is None:
            return
        if not self.how.text().strip():
            self._how.problem("Say how it came back.")
            self.how.setFocus()
            return
        try:
            day = self.on.day or self._desk.today
        except WrongInput as error:
            self._on.problem(str(error))
            return
        done = self._desk.run(
            lambda store: mark_returned(store, one.id, on=day, how=self.how.text()),
            "Mark as returned",
        )
        if done:
            self.how.clear()
            self.on.show_day(None)

    def _stands(self, one: ReturnRequest) -> str:
        if one.item is not None:
            return "Planned"
        late = one.due_by is not None and one.due_by < self._desk.today
        return "Overdue" if late else "Awaited"

    def _tone(self, one: ReturnRequest) -> Tone:
        return {"Planned": Tone.ACCENT, "Overdue": Tone.WARN}.get(self._stands(one), Tone.PLAIN)


def _asked(one: ReturnRequest) -> str:
    when = long_date(one.asked_on, DAY_DATE)
    return f"{when}, {one.asked_in}" if one.asked_in else when
