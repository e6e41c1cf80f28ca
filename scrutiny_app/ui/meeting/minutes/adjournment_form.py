"""The form of a break in the meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.minutes.minutes import Adjournment
from scrutiny_app.domain.wording import clock_time
from scrutiny_app.ui.widgets.fields import Field, LineField
from scrutiny_app.ui.widgets.open_hour_field import OpenHourField


class AdjournmentForm(QWidget):
    """When it was adjourned, why, and when it went on."""

    def __init__(self) -> None:
        super().__init__()
        self.began, self.resumed = OpenHourField("11.05 am"), OpenHourField("11.15 am")
        self.reason = LineField(placeholder="for a short break")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Field("Adjourned at", self.began), 1)
        row.addWidget(Field("Resumed at", self.resumed, "Empty if it did not resume"), 1)
        row.addWidget(Field("Reason", self.reason), 2)

    def read(self) -> Adjournment:
        """Return what the form says.

        Raises:
            WrongInput: there is no time, or it went on before it stopped.
        """
        began, resumed = self.began.hour, self.resumed.hour
        if began is None:
            raise WrongInput("Say at what time the meeting was adjourned, such as 11.05 am.")
        if resumed is not None and resumed < began:
            raise WrongInput("It cannot resume before it was adjourned. Correct one of the times.")
        adjournment = Adjournment(began, self.reason.text().strip(), resumed)
        self.reason.clear()
        for field in (self.began, self.resumed):
            field.start_again()
        return adjournment


def says_adjournment(one: Adjournment) -> str:
    """Return a break as a sentence."""
    reason = f" {one.reason}" if one.reason else ""
    began = f"Adjourned at {clock_time(one.adjourned_at)}{reason}"
    if one.resumed_at is None:
        return f"{began}; it did not resume."
    return f"{began}; resumed at {clock_time(one.resumed_at)}."
