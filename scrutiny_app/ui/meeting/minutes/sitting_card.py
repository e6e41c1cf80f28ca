"""The sitting as a whole: who took the chair, when it began and ended, when it was confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from scrutiny_app.domain.minutes.noted_minutes import NotedMeeting
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import Field, LineField, OpenChoiceField
from scrutiny_app.ui.widgets.open_day_field import OpenDayField
from scrutiny_app.ui.widgets.open_hour_field import OpenHourField


class SittingCard(Card):
    """``settled`` carries what is noted of the meeting when something changed."""

    settled = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "The sitting")
        self._noted = NotedMeeting()
        self.started, self.ended = OpenHourField("10.00 am"), OpenHourField("12.30 pm")
        self.presiding = OpenChoiceField()
        self.approved = OpenDayField(theme, "Not yet")
        self.signed_by = LineField(placeholder="Who signed them")
        started = Field("Bega&n at", self.started)
        ended = Field("En&ded at", self.ended)
        approved = Field("Confirmed &on", self.approved, "The day a meeting confirmed the minutes")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(started, 0, 0)
        grid.addWidget(ended, 0, 1)
        grid.addWidget(Field("In the cha&ir", self.presiding, "Who presided"), 1, 0, 1, 2)
        grid.addWidget(approved, 2, 0)
        grid.addWidget(Field("&Signed by", self.signed_by), 2, 1)
        self.body.addLayout(grid)
        for hour, field in ((self.started, started), (self.ended, ended)):
            hour.hour_settled.connect(self._settle)
            hour.refused.connect(field.problem)
        self.approved.day_settled.connect(self._settle)
        self.approved.refused.connect(approved.problem)
        self.signed_by.settled.connect(self._settle)
        self.presiding.settled.connect(self._settle)

    def show_sitting(self, noted: NotedMeeting, names: Sequence[str], *, may: bool) -> None:
        """Show what is noted; ``names`` are offered for the chair."""
        self._noted = noted
        self.started.show_hour(noted.started_at)
        self.ended.show_hour(noted.ended_at)
        self.presiding.offer(names)
        self.presiding.show_text(noted.presiding)
        self.approved.show_day(noted.approved_on)
        self.signed_by.show_text(noted.signed_by)
        self.setEnabled(may)

    def _settle(self) -> None:
        now = replace(
            self._noted,
            started_at=self.started.hour_or(self._noted.started_at),
            ended_at=self.ended.hour_or(self._noted.ended_at),
            presiding=" ".join(self.presiding.currentText().split()),
            approved_on=self.approved.day_or(self._noted.approved_on),
            signed_by=self.signed_by.text().strip(),
        )
        if now != self._noted:
            self._noted = now
            self.settled.emit(now)
