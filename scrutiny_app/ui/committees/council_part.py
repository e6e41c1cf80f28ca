"""A council: its name, the nation whose law it follows, its house style, its closed days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from scrutiny_app.domain.committee import Committee, Council, Nation
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.wording import long_date
from scrutiny_app.domain.working_calendar import ONE_DAY
from scrutiny_app.rulebook.house_styles import house_style, house_style_names
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import field_row, form_column, scrolled, told
from scrutiny_app.ui.widgets.open_day_field import OpenDayField
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows

_LONGEST = 31
_CLOSED = (
    "Days on which the offices are shut besides weekends and bank holidays, such as those between "
    "Christmas and New Year. They do not count as days of notice."
)


class CouncilPart(QWidget):
    """Everything is written as soon as it is typed or chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._council: Council | None = None
        self._days: tuple[date, ...] = ()
        self.name = LineField()
        self.nation = ChoiceField([(nation.label, nation) for nation in Nation])
        styles = [(house_style(name).title, name) for name in house_style_names()]
        self.style_choice = ChoiceField(styles)
        self.first = OpenDayField(page.theme, "First day")
        self.last = OpenDayField(page.theme, "Last day, if more than one")
        self.add = QPushButton("A&dd")
        rows: Rows[date] = Rows(
            lambda: len(self._days), lambda _order, first, many: self._days[first:][:many]
        )
        columns = (Column("Closed on", long_date),)
        self.table = RecordTable(page.theme, "Closed days", columns, rows)
        self.table.setAccessibleDescription("Delete opens the offices on that day again")
        self.away = QPushButton("&Remove the day")
        self._name = Field("N&ame", self.name, "Its name as it stands on the agenda")
        self._first = Field("Closed f&rom", self.first, "A day, such as 24 December 2026")
        self._last = Field("&Until", self.last, "Empty for one day")
        self._place()
        self._connect()

    def _place(self) -> None:
        about = Card(self._page.theme, "Council")
        about.body.addWidget(self._name)
        nation = Field("Nat&ion", self.nation, "Whose law on notice and bank holidays applies")
        style = Field("House st&yle", self.style_choice, "How its papers are worded and laid out")
        about.body.addLayout(field_row([nation, style]))
        closed = Card(self._page.theme, "Closed days")
        self._closed = closed
        closed.body.addWidget(told(_CLOSED))
        row = field_row([self._first, self._last])
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        closed.body.addLayout(row)
        self.table.setMinimumHeight(self._page.theme.length(190))
        closed.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.away)
        closed.body.addLayout(foot)
        self.add.setAccessibleName("Add the closed days")
        self.away.setAccessibleName("Remove the closed day")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(form_column(about, closed)))

    def _connect(self) -> None:
        self.name.settled.connect(self._rename)
        self.nation.chosen.connect(
            lambda nation: self._write(replace(self._known, nation=Nation(nation)))
        )
        self.style_choice.chosen.connect(
            lambda name: self._write(replace(self._known, house_style=str(name)))
        )
        self.first.refused.connect(self._first.problem)
        self.last.refused.connect(self._last.problem)
        for line in (self.first, self.last):
            line.returnPressed.connect(self._close_days)
        self.add.clicked.connect(self._close_days)
        self.away.clicked.connect(self._open_day)
        self.table.removes.connect(self._open_day)

    @property
    def _known(self) -> Council:
        if self._council is None:
            raise TypeError("No council is shown, so none can be changed")
        return self._council

    def show_committee(self, committee: Committee) -> None:
        """Show the council of a committee."""
        council = self._page.session.store.councils.get(committee.host)
        self._council = council
        self.setEnabled(council is not None and not self._page.session.read_only)
        if council is None:
            return
        self.name.show_text(council.name)
        self._name.problem("")
        self.nation.show_value(council.nation)
        self.style_choice.show_value(council.house_style)
        self._days = tuple(sorted(council.closed_days))
        self._closed.say(str(len(self._days)) if self._days else "none")
        self.table.read_again()
        self.table.setVisible(bool(self._days))
        self.away.setVisible(bool(self._days))

    def _write(self, council: Council) -> None:
        name = f"Change {council.name}"
        self._page.do(name, lambda store: store.councils.write(council), joins=True)

    def _rename(self, name: str) -> None:
        name = " ".join(name.split())
        self._name.problem("" if name else "A council needs a name.")
        if name:
            after = replace(self._known, name=name)
            self._page.do("Rename a council", lambda s: s.councils.write(after), joins=True)

    def _close_days(self) -> None:
        try:
            first, last = self.first.day, self.last.day
        except WrongInput as error:
            self._first.problem(str(error))
            return
        if first is None:
            self._first.problem("Type the first day on which the offices are shut.")
            return
        last = last or first
        if not 0 <= (last - first).days < _LONGEST:
            self._last.problem(f"Choose a last day within {_LONGEST} days of the first.")
            return
        for line in (self.first, self.last):
            line.clear()
        self.first.setFocus()
        days = frozenset(first + ONE_DAY * more for more in range((last - first).days + 1))
        council = replace(self._known, closed_days=self._known.closed_days | days)
        self._page.do("Add closed days", lambda store: store.councils.write(council))

    def _open_day(self) -> None:
        day = self.table.current()
        if isinstance(day, date):
            council = replace(self._known, closed_days=self._known.closed_days - {day})
            self._page.do("Remove a closed day", lambda store: store.councils.write(council))
