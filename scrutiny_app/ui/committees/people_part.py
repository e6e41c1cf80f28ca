"""Everybody the workspace knows, and where they sit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.committee import Person
from scrutiny_app.store.store import Store
from scrutiny_app.ui.committees.labels import ROLES, seat_words, term
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import Field, LineField
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import Column, Order, RecordTable, Rows
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.side_by_side import SideBySide

_NOBODY = "Nobody yet. People are added when they are given a seat on a committee."


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person, and the names of the committees they have, had or will have a seat on."""

    person: Person
    seats: str


_COLUMNS: Sequence[Column[PersonLine]] = (
    Column("Name", lambda one: one.person.name, below=lambda one: one.person.title, order="name"),
    Column("Sits on", lambda one: one.seats, width=330),
)


class PeoplePart(QWidget):
    """The list, and the chosen person beside it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._lines: list[PersonLine] = []
        self.table = RecordTable(
            page.theme, "People", _COLUMNS, Rows(lambda: len(self._lines), self._some)
        )
        self.table.known_by(lambda one: one.person.id if isinstance(one, PersonLine) else one)
        self.card = Card(page.theme, "People")
        self.person = Card(page.theme, "Person")
        self.title_line, self.name = LineField(), LineField()
        self.seats = told()
        self.remove = new_action(
            self,
            "&Remove the person",
            "trash",
            tells="Removes somebody who has no seat on any committee",
        )
        self._place()
        self.table.picked.connect(lambda _one: self._pick())
        self.table.opened.connect(lambda _one: self.name.setFocus())
        self.table.removes.connect(self._remove)
        row_menu(self.table, (self.remove,))
        self.remove.triggered.connect(self._remove)
        for line in (self.title_line, self.name):
            line.settled.connect(lambda _text: self._change())

    def _place(self) -> None:
        self.card.add_tools(self.remove)
        self.card.body.addWidget(self.table, 1)
        tells = "Changed here, it changes wherever they sit"
        self.person.body.addWidget(Field("T&itle", self.title_line, tells))
        self.person.body.addWidget(Field("N&ame", self.name, tells))
        self.person.body.addWidget(self.seats)
        self.person.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SideBySide(self._page.theme, self.card, self.person))

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done with the chosen person."""
        return (self.remove,)

    def read(self) -> None:
        """Read everybody again."""
        store = self._page.session.store
        committees = {one.id: one.name for one in store.committees.list()}
        self._lines = [
            PersonLine(
                person,
                ", ".join(
                    dict.fromkeys(
                        committees.get(seat.committee, "")
                        for seat in store.memberships.of_person(person.id)
                    )
                )
                or "no committee",
            )
            for person in store.people.list()
        ]
        self.card.say(str(len(self._lines)))
        self.table.read_again()
        if self.table.current() is None and self._lines:
            self.table.selectRow(0)
        self._pick()

    def _some(self, order: Order, first: int, many: int) -> Sequence[PersonLine]:
        if order.by:
            self._lines.sort(key=lambda one: one.person.name.casefold(), reverse=order.falling)
        return self._lines[first : first + many]

    @property
    def _known(self) -> Person | None:
        one = self.table.current()
        return one.person if isinstance(one, PersonLine) else None

    def _pick(self) -> None:
        person = self._known
        may_write = not self._page.session.read_only
        self.remove.setEnabled(may_write and person is not None)
        for line in (self.title_line, self.name):
            line.setEnabled(may_write and person is not None)
        self.title_line.show_text(person.title if person else "")
        self.name.show_text(person.name if person else "")
        self.seats.setText(_seats(self._page.session.store, person) if person else _NOBODY)

    def _change(self) -> None:
        person = self._known
        name = " ".join(self.name.text().split())
        if person is None or not name:
            self._pick()
            return
        after = replace(person, title=self.title_line.text().strip(), name=name)
        self._page.do("Change a person", lambda store: store.people.write(after), joins=True)

    def _remove(self) -> None:
        person = self._known
        if person is not None:
            name = f"Remove {person.full_name}"
            self._page.do(name, lambda store: store.people.remove(person.id))


def _seats(store: Store, person: Person) -> str:
    lines = []
    for seat in store.memberships.of_person(person.id):
        committee = store.committees.get(seat.committee)
        when = term(seat.valid_from, seat.valid_to)
        how = f"{ROLES[seat.role]}, {seat_words(seat).lower()}"
        lines.append(f"{committee.name if committee else ''}: {how}{', ' + when if when else ''}")
    return "\n\n".join(lines)
