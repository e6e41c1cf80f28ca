"""Everything that can be done with a work programme, for the room's menu and the palette."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from scrutiny_app.ui.widgets.action_button import new_action

_MORE = "\N{HORIZONTAL ELLIPSIS}"


class ProgrammeActions:
    """The room's actions; those of an item are off while none is chosen."""

    def __init__(self, owner: QWidget) -> None:
        def action(name: str, icon_name: str, keys: str = "", tells: str = "") -> QAction:
            return new_action(owner, name, icon_name, keys=keys, tells=tells)

        self.new = action("&New item", "plus", "Ctrl+N", "Adds an item to the programme")
        self.search = action("&Search the programme", "search", "Ctrl+F")
        self.later = action("Move to the &next column", "arrow-right")
        self.sooner = action("Move to the &column before", "arrow-left")
        self.up = action("Move up within its meeting", "arrow-up")
        self.down = action("Move down within its meeting", "arrow-down")
        self.nearest = action(
            "Plan at the meeting of its mont&h",
            "calendar-check",
            tells="For what returns every year: that month's meeting, or the nearest",
        )
        self.park = action("&Park it", "circle-pause", "Ctrl+D", "Puts the item off, with a reason")
        self.done = action("Mark as &done", "circle-check", "Ctrl+Shift+D")
        self.frame = action(
            "Meetings, footnotes and &capacity", "settings-2", tells="What the whole of it shares"
        )
        self.print = action(f"Print{_MORE}", "printer", "Ctrl+P", "As PDF, Word or Excel")
        self.bring = action(
            f"Import{_MORE}", "file-up", tells="From a Word table, a PDF, a spreadsheet or CSV"
        )
        self.hand_on = action(
            "&Hand on to the next year", "forward", tells="What is parked and what returns"
        )
        self.start = action("&Start the programme", "plus", tells="With the year's meetings")
        self.committees = action("Set up a committee", "users")

    @property
    def of_items(self) -> Sequence[QAction]:
        """What is done with the chosen item."""
        return (self.later, self.sooner, self.up, self.down, self.nearest, self.park, self.done)

    @property
    def of_programme(self) -> Sequence[QAction]:
        """What is done with a programme that is there."""
        return (self.new, self.search, self.frame, self.print, self.hand_on)
