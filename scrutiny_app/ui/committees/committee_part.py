"""A committee itself: its name, its term, who took it over, its quorum, notice and deadlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.committee import Committee, QuorumRule
from scrutiny_app.domain.membership import seated_on, voting_members
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.quorum import quorum_needed
from scrutiny_app.store.store import Store
from scrutiny_app.ui.committees.labels import counted
from scrutiny_app.ui.committees.notice_card import NoticeCard
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import field_row, form_column, scrolled, told
from scrutiny_app.ui.widgets.number_field import NumberField
from scrutiny_app.ui.widgets.open_day_field import OpenDayField
from scrutiny_app.ui.widgets.tick_list import TickList

_MOST = 50
_FRACTIONS: list[tuple[str, object]] = [
    ("No fraction", Fraction(0)),
    ("A quarter of the members", Fraction(1, 4)),
    ("A third of the members", Fraction(1, 3)),
    ("Half of the members", Fraction(1, 2)),
]


class CommitteePart(QWidget):
    """Everything is written as soon as it is typed or chosen."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._committee: Committee | None = None
        self.name = LineField()
        self.host = ChoiceField()
        self.first = OpenDayField(page.theme, "From the start")
        self.last = OpenDayField(page.theme, "Still in force")
        self.appointing = TickList("Councils that appoint members to a joint committee")
        self.successors = TickList("Committees that took its work over")
        self.minimum = NumberField(1, _MOST)
        self.fraction = ChoiceField(_FRACTIONS)
        self.needed = told(look="small")
        self.notice = NoticeCard(page)
        self._name = Field("N&ame", self.name, "Its name as it stands on the agenda")
        self._last = Field("Last da&y", self.last, "Empty while it exists")
        self._first = Field("F&irst day", self.first, "Empty if it was always there")
        self._joint = Field("&Joint with", self.appointing, "Other councils that appoint members")
        self._after = Field("S&uccessors", self.successors, "Who took its work over when it ended")
        self.remove = new_action(
            self,
            "&Remove this committee",
            "trash",
            tells="Removes a committee made by mistake, with its seats; not one that has meetings",
        )
        self._place()
        self._connect()

    def _place(self) -> None:
        about = Card(self._page.theme, "Committee")
        about.add_tools(self.remove)
        about.body.addWidget(self._name)
        host = Field("Co&uncil", self.host, "The council whose committee it is")
        about.body.addLayout(field_row([host, self._first, self._last], [2, 1, 1]))
        about.body.addWidget(self._joint)
        about.body.addWidget(self._after)
        quorum = Card(self._page.theme, "Quorum")
        least = Field("At &least", self.minimum, "So many voting members must be present")
        part = Field("&Or, if that is more", self.fraction, "A part of all voting members")
        quorum.body.addLayout(field_row([least, part], [1, 3]))
        quorum.body.addWidget(self.needed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(form_column(about, quorum, self.notice)))

    def _connect(self) -> None:
        self.name.settled.connect(self._rename)
        self.host.chosen.connect(lambda key: self._write("council", lambda c: replace(c, host=key)))
        self.first.day_settled.connect(lambda day: self._term(day, self._known.valid_to))
        self.last.day_settled.connect(lambda day: self._term(self._known.valid_from, day))
        self.first.refused.connect(self._first.problem)
        self.last.refused.connect(self._last.problem)
        self.appointing.changed.connect(
            lambda keys: self._write("councils", lambda c: replace(c, appointing=keys))
        )
        self.successors.changed.connect(
            lambda keys: self._write("successors", lambda c: replace(c, successors=keys))
        )
        self.minimum.settled.connect(lambda _least: self._quorum())
        self.fraction.chosen.connect(lambda _part: self._quorum())
        self.remove.triggered.connect(self._remove)

    @property
    def _known(self) -> Committee:
        if self._committee is None:
            raise TypeError("No committee is shown, so none can be changed")
        return self._committee

    def show_committee(self, committee: Committee) -> None:
        """Show a committee."""
        self._committee = committee
        store = self._page.session.store
        councils = store.councils.list()
        self.name.show_text(committee.name)
        self._name.problem("")
        self.host.offer([(one.name, one.id) for one in councils])
        self.host.show_value(committee.host)
        self.first.show_day(committee.valid_from)
        self.last.show_day(committee.valid_to)
        others = [(one.name, one.id) for one in councils if one.id != committee.host]
        self.appointing.offer(others, committee.appointing)
        self._joint.setVisible(bool(others))
        rest = [(one.name, one.id) for one in store.committees.list() if one.id != committee.id]
        self.successors.offer(rest, committee.successors)
        self._after.setVisible(bool(rest) and committee.valid_to is not None)
        self._show_quorum(store, committee)
        self.notice.show_committee(committee)
        may_write = not self._page.session.read_only
        self.setEnabled(may_write)
        self.remove.setEnabled(may_write)

    def _show_quorum(self, store: Store, committee: Committee) -> None:
        rule = committee.quorum
        self.minimum.show_number(rule.minimum)
        known = {value for _words, value in _FRACTIONS}
        choices = list(_FRACTIONS)
        if rule.fraction not in known:
            choices.append((f"{rule.fraction} of the members", rule.fraction))
        self.fraction.offer(choices)
        self.fraction.show_value(rule.fraction)
        today = local_moment(self._page.session.now()).date()
        seated = seated_on(store.memberships.ever(committee.id), today)
        voting = len(voting_members(seated, education=False))
        needed = quorum_needed(rule, voting)
        self.needed.setText(
            f"Today, with {counted(voting, 'voting member')}, {needed} must be present. The rule "
            "stands in the council's constitution; there is none in statute."
        )

    # --- what is done ---

    def _write(self, what: str, change: Callable[[Committee], Committee]) -> None:
        after = change(self._known)
        name = f"Change the {what} of {self._known.name}"
        self._page.do(name, lambda store: store.committees.write(after), joins=True)

    def _rename(self, name: str) -> None:
        name = " ".join(name.split())
        if not name:
            self._name.problem("A committee needs a name.")
            return
        after = replace(self._known, name=name)
        self._page.do("Rename a committee", lambda s: s.committees.write(after), joins=True)

    def _term(self, first: date | None, last: date | None) -> None:
        if first and last and last < first:
            self._last.problem("The last day lies before the first.")
            return
        self._write("term", lambda c: replace(c, valid_from=first, valid_to=last))

    def _quorum(self) -> None:
        fraction = self.fraction.currentData()
        if isinstance(fraction, Fraction):
            rule = QuorumRule(self.minimum.value(), fraction)
            self._write("quorum", lambda c: replace(c, quorum=rule))

    def _remove(self) -> None:
        known = self._known
        self._page.do(f"Remove {known.name}", lambda store: store.committees.remove(known.id))

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done with the committee."""
        return (self.remove,)
