"""How early a committee's agendas go out, and what is due before that."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.notice_periods import notice_rule
from scrutiny_app.ui.committees.labels import counted
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import Field
from scrutiny_app.ui.widgets.form import field_row, told
from scrutiny_app.ui.widgets.number_field import NumberField

_MOST = 40
_KINDS = {
    DeadlineKind.DRAFT_REPORTS: "&Draft reports",
    DeadlineKind.BRIEFING: "Chair's &briefing",
    DeadlineKind.FINAL_REPORTS: "Final re&ports",
}


class NoticeCard(Card):
    """The council's own days on top of the law's, and the committee's own deadlines."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.theme, "Notice and deadlines")
        self._page = page
        self._committee: Committee | None = None
        self.extra = NumberField(0, _MOST, " working days")
        self.law = told(look="small")
        self.source = told(look="small")
        self.days = {kind: NumberField(0, _MOST, " working days") for kind in _KINDS}
        self.give_up = new_action(
            self,
            "Use the &house style's deadlines",
            tells="Gives the committee's own deadlines up",
        )
        extra = Field("Ea&rlier than the law asks", self.extra, "The council's own rule, if any")
        fields = [Field(words, self.days[kind]) for kind, words in _KINDS.items()]
        self.body.addLayout(field_row([extra, self.law], [1, 2]))
        self.body.addWidget(told("Due before the last day to publish", "heading"))
        self.body.addLayout(field_row(fields))
        foot = QHBoxLayout()
        foot.addWidget(self.source, 1)
        self.back = button_for(self.give_up)
        self.back.setProperty("look", "plain")
        foot.addWidget(self.back)
        self.body.addLayout(foot)
        self.extra.settled.connect(self._add_notice)
        for field in self.days.values():
            field.settled.connect(lambda _days: self._keep())
        self.give_up.triggered.connect(self._give_up)

    def show_committee(self, committee: Committee) -> None:
        """Show what holds for a committee."""
        self._committee = committee
        store = self._page.session.store
        council = store.councils.get(committee.host)
        if council is None:
            return
        self.extra.show_number(committee.extra_notice)
        today = local_moment(self._page.session.now()).date()
        rule = notice_rule(council.nation, today)
        self.law.setText(
            f"In {council.nation.label} the law asks for {counted(rule.days, 'clear day')} "
            f"({rule.source})."
        )
        style = house_style(council.house_style)
        own = store.deadlines.of(committee.id)
        for kind, days in (own or dict(style.deadlines)).items():
            if kind in self.days:
                self.days[kind].show_number(days)
        self.source.setText(
            "This committee's own." if own else f'From the house style "{style.title}".'
        )
        self.back.setVisible(bool(own))

    def _add_notice(self, days: int) -> None:
        if self._committee is not None:
            after = replace(self._committee, extra_notice=days)
            name = f"Change the notice of {after.name}"
            self._page.do(name, lambda store: store.committees.write(after), joins=True)

    def _keep(self) -> None:
        committee = self._committee
        if committee is not None:
            days = {kind: field.value() for kind, field in self.days.items()}
            name = f"Change the deadlines of {committee.name}"
            self._page.do(name, lambda s: s.deadlines.write(committee.id, days), joins=True)

    def _give_up(self) -> None:
        committee = self._committee
        if committee is not None:
            name = f"Use the house style's deadlines for {committee.name}"
            self._page.do(name, lambda store: store.deadlines.write(committee.id, {}))
