"""Publishing the agenda: what the officer says of it, and the one thing that cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from scrutiny_app.jobs.publication_order import LateReasons
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import Field, TextField
from scrutiny_app.ui.widgets.open_day_field import OpenDayField

_UNDERSTOOD = "I have looked at the agenda. It is to be &published now, which cannot be undone"


class PublishCard(Card):
    """``wanted`` carries the officer's reasons when the agenda is to be published."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Publish the agenda")
        self.tells = QLabel(
            "Titles, order and page numbers then stand. What comes later goes into a supplement.",
            wordWrap=True,
        )
        self.tells.setProperty("look", "muted")
        self.urgency = TextField(lines=2)
        self.chair_agreed = OpenDayField(theme, "Not yet")
        self.short_notice = TextField(lines=2)
        self.convened = OpenDayField(theme, "Not so")
        self.late = self._late_form()
        self.understood = QCheckBox(_UNDERSTOOD.replace("&", ""))
        self.understood.setAccessibleDescription(
            "Must be ticked before the agenda can be published"
        )
        self.button = QPushButton("P&ublish the agenda")
        self.button.setProperty("look", "first")
        self.button.setAccessibleName("Publish the agenda")
        self.button.setEnabled(False)
        self.understood.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(lambda: self.wanted.emit(self.reasons()))
        for widget in (self.tells, self.late, self.understood):
            self.body.addWidget(widget)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def reasons(self) -> LateReasons:
        """Return what the officer says of short notice."""
        if self.late.isHidden():
            return LateReasons()
        return LateReasons(
            self.urgency.toPlainText(),
            self.chair_agreed.day,
            self.short_notice.toPlainText(),
            self.convened.day,
        )

    def show_state(self, *, short: bool, may: bool) -> None:
        """Ask for reasons where notice is short; ``may`` is false where nothing can be written."""
        self.late.setVisible(short)
        self.understood.setEnabled(may)
        if not may:
            self.understood.setChecked(False)

    def start_again(self) -> None:
        """Forget what was said of another meeting."""
        self.understood.setChecked(False)
        fields = (self.urgency, self.short_notice, self.chair_agreed, self.convened)
        for field in fields:
            field.start_again()

    def _late_form(self) -> QWidget:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        urgency = Field(
            "Why it is urge&nt",
            self.urgency,
            "The special circumstances; they must stand in the minutes (LGA 1972 s.100B(4)(b))",
        )
        agreed = Field("Chair &agreed on", self.chair_agreed, "The day the chair agreed that it is")
        short = Field(
            "Or wh&y it was called late",
            self.short_notice,
            "Why the meeting was called with less notice (LGA 1972 s.100B(4)(a))",
        )
        convened = Field("Called &on", self.convened, "The day the meeting was called")
        for row, (words, day) in enumerate(((urgency, agreed), (short, convened))):
            grid.addWidget(words, row, 0)
            grid.addWidget(day, row, 1)
        grid.setColumnStretch(0, 1)
        return form
