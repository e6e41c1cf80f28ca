"""What the day of a meeting means: until when it can be published, and what is due before."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.notice import NoticeState
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.list_deadlines import list_deadlines
from scrutiny_app.jobs.notice_given import clock_of
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.store.store import Store
from scrutiny_app.ui.theme.icons import icon_pixmap
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.form import told

_SHORT_DATE = "{weekday:.3} {day} {month:.3}"


class NoticeLines(QWidget):
    """An icon and a sentence on the notice, and a line with the deadlines before it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._late = False
        self.picture = QLabel()
        self.sentence = told(look="heading")
        self.due = told(look="small")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.sentence, 0, 1)
        grid.addWidget(self.due, 1, 1)
        grid.setColumnStretch(1, 1)
        theme.changed.connect(self._tint)

    def show_agenda(self, store: Store, agenda: Agenda, now: datetime) -> None:
        """Say what holds for a meeting that is planned at this moment (UTC)."""
        clock = clock_of(agenda, now)
        council, held_on = agenda.council, agenda.meeting.held_on
        calendar = working_calendar(council.nation, {held_on.year}, council.closed_days)
        off = calendar.day_off(held_on)
        self._late = bool(off) or clock.state in (NoticeState.MISSED, NoticeState.LAST_DAY)
        shut = f" {long_date(held_on)} is no working day: {off}." if off else ""
        self.sentence.setText(f"{clock.sentence}{shut}")
        due = [one for one in list_deadlines(store, agenda, now) if one.kind not in _SAID]
        if agenda.committee.extra_notice:
            publish = [one for one in list_deadlines(store, agenda, now) if one.kind in _PLANNED]
            due += publish
        self.due.setText(
            " \N{MIDDLE DOT} ".join(
                f"{one.kind.value.capitalize()} {long_date(one.due, _SHORT_DATE)}" for one in due
            )
        )
        self._tint()

    def clear(self) -> None:
        """Say nothing."""
        self._late = False
        self.picture.clear()
        self.sentence.setText("")
        self.due.setText("")

    def _tint(self) -> None:
        tokens, size = self._theme.tokens, self._theme.length(18)
        name = "triangle-alert" if self._late else "calendar-clock"
        colour = tokens.warn if self._late else tokens.good
        if self.sentence.text():
            self.picture.setPixmap(icon_pixmap(name, colour, size, self.devicePixelRatioF()))


_PLANNED = (DeadlineKind.PUBLISH,)
_SAID = (DeadlineKind.PUBLISH, DeadlineKind.MEETING)
