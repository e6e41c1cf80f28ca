"""A field for a time of day that may be left open, typed in any usual form."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.typed_clock import typed_clock
from scrutiny_app.domain.wording import clock_time
from scrutiny_app.ui.widgets.fields import LineField


class OpenHourField(LineField):
    """Empty means open. ``hour_settled`` carries the time or None, ``refused`` why it is none.

    ``refused`` carries an empty sentence when the text is a time again.
    """

    hour_settled = Signal(object)
    refused = Signal(str)

    def __init__(self, placeholder: str = "Open", hour: time | None = None) -> None:
        super().__init__("", placeholder)
        self.settled.connect(self._read)
        self.show_hour(hour)

    def show_hour(self, hour: time | None) -> None:
        """Show what is on record, nothing where it is open."""
        shown = clock_time(hour) if hour else ""
        self.show_text(shown)
        if self.text() == shown:
            self.refused.emit("")

    @property
    def hour(self) -> time | None:
        """The time that is typed, None where there is nothing.

        Raises:
            WrongInput: it is not a time.
        """
        return typed_clock(self.text()) if self.text().strip() else None

    def hour_or(self, before: time | None) -> time | None:
        """Return the time that is typed; the one before while what is typed is none."""
        try:
            return self.hour
        except WrongInput:
            return before

    def _read(self) -> None:
        try:
            hour = self.hour
        except WrongInput as error:
            self.typed.refuse()
            self.refused.emit(str(error))
            return
        self.refused.emit("")
        self.show_hour(hour)
        self.hour_settled.emit(hour)
