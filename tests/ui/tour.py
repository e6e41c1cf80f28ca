"""A walk through the window: every room and every tab of it, as the navigation and F6 would show them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.tabs import Tabs

SAMPLE_DAY = "21 January 2027"


def tour(window: MainWindow) -> Iterator[str]:
    """Show one place after another; yield the name of each while it is shown.

    A room's name is its own word, a tab's the room's and its own: "meeting-minutes".
    """
    for entry in window.entries():
        window.go(Place(entry.room, meeting_key(window) if entry.room is Room.MEETING else ""))
        QApplication.processEvents()
        tabs = next((one for one in window.page.findChildren(Tabs) if one.isVisible()), None)
        if tabs is None:
            yield entry.room.value
            continue
        for key in list(tabs.keys):
            tabs.show_part(key)
            QApplication.processEvents()
            yield f"{entry.room.value}-{key}"


def meeting_key(window: MainWindow) -> str:
    """Return the id of the meeting with the most papers: the sample's, whose agenda is full."""
    assert window.session is not None
    lines = window.session.store.meetings.list()
    return max(lines, key=lambda line: (line.items, line.held_on)).id
