"""Today: the meetings to come and all that waits for the officer, each row leading there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.list_due_work import DueWork, list_due_work
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.today.due_words import (
    deadline_leads,
    meeting_lead,
    programme_lead,
    return_lead,
    review_lead,
    unready_lead,
)
from scrutiny_app.ui.today.first_steps import FirstStep, first_steps, step_leads
from scrutiny_app.ui.today.lead_card import LeadCard
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.form import scrolled
from scrutiny_app.ui.widgets.lead_list import Lead
from scrutiny_app.ui.widgets.page_head import PageHead

# The notice clock goes on while nobody touches anything
_AGAIN_MS = 5 * 60_000


class TodayPage(Page):
    """The first room. What has nothing to say is not shown."""

    room = Room.TODAY
    name = "Today"
    icon_name = "sun"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.head = PageHead(self.theme, "Today")
        self.begin = LeadCard(self.theme, "Three steps to begin")
        self.meetings = LeadCard(self.theme, "Next meetings")
        self.deadlines = LeadCard(self.theme, "Due")
        self.papers = LeadCard(self.theme, "Papers not ready")
        self.reviews = LeadCard(self.theme, "Exemptions to look at again")
        self.returns = LeadCard(self.theme, "Asked for and not returned")
        self.programme = LeadCard(self.theme, "Work programme")
        self.rest = LeadCard(self.theme, "")
        self.next_step = new_action(self, "Make your &committee")
        self.next_step.triggered.connect(self._take_next_step)
        self.button = self.head.add_button(self.next_step, first=True)
        self._steps: tuple[FirstStep, ...] = ()
        self._arriving = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._read)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for cards, share in (
            ((self.begin, self.meetings, self.deadlines, self.rest), 11),
            ((self.papers, self.reviews, self.returns, self.programme), 10),
        ):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for card in cards:
                card.opened.connect(self.wants)
                card.hide()
                column.addWidget(card)
            column.addStretch(1)
            row.addWidget(side, share)
        self._right = side
        scroll = scrolled(inside)
        self.body.addWidget(self.head)
        self.body.addWidget(scroll, 1)

    @override
    def show_place(self, place: Place) -> None:
        self._arriving = True
        self._soon.start()

    @override
    def refresh(self) -> None:
        # The first reading of a day loads the bank holidays; the window is shown before
        self._soon.start()

    @override
    def commands(self) -> Sequence[QAction]:
        return (self.next_step,) if self.button.isVisible() else ()

    def _read(self) -> None:
        now, chosen = self.session.now(), self.session.committee or None
        store = self.session.store
        work = list_due_work(store, now, chosen)
        self._steps = first_steps(store)
        committee = None if chosen is None else store.committees.get(chosen)
        day = long_date(local_moment(now).date())
        self.head.show_words(day, committee.name if committee else "All committees")
        self._show_steps()
        self._show(work)
        if self._arriving and self.isVisible():
            self._arriving = False
            self._take_focus()

    def _take_focus(self) -> None:
        """Let the arrow keys begin at the first row."""
        cards = (self.begin, self.meetings, self.rest)
        first = next((card for card in cards if card.any), None)
        if first is not None:
            first.list.setFocus()

    def _show_steps(self) -> None:
        step = self._next
        self.begin.show_leads(step_leads(self._steps) if step else [])
        self.button.setVisible(step is not None)
        if step is not None:
            self.next_step.setText(step.deed)
            self.button.setText(step.deed)
            self.button.setAccessibleName(step.deed.replace("&", ""))

    @property
    def _next(self) -> FirstStep | None:
        return next((step for step in self._steps if not step.taken), None)

    def _take_next_step(self) -> None:
        if self._next is not None:
            self.wants.emit(self._next.place)

    def _show(self, work: DueWork) -> None:
        meetings, today = work.meetings, work.today
        self.meetings.show_leads([meeting_lead(one) for one in meetings])
        self.deadlines.show_leads([lead for one in meetings for lead in deadline_leads(one, today)])
        self.papers.show_leads(
            [unready_lead(one.agenda, each) for one in meetings for each in one.unready]
        )
        self.reviews.show_leads([review_lead(one, today) for one in work.reviews])
        self.returns.show_leads([return_lead(one, today) for one in work.returns])
        self.programme.show_leads([programme_lead(one) for one in work.programme])
        waits = any(card.any for card in self._waiting)
        self.rest.show_leads([] if waits or self._next else [self._nothing_waits(work)])
        self._right.setVisible(
            any(card.any for card in (self.papers, self.reviews, self.returns, self.programme))
        )

    @property
    def _waiting(self) -> tuple[LeadCard, ...]:
        return (self.deadlines, self.papers, self.reviews, self.returns, self.programme)

    def _nothing_waits(self, work: DueWork) -> Lead:
        if work.meetings:
            return Lead(
                "circle-check",
                "Nothing else waits for you",
                "No deadline is near, no paper is missing, no review is due.",
                tone=Tone.GOOD,
            )
        return Lead(
            "calendar-plus",
            "No meeting is planned",
            "Plan the next one, or a whole year's dates.",
            tone=Tone.ACCENT,
            goal=Place(Room.MEETINGS),
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._soon.stop()
        super().closeEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()
