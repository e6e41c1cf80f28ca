"""A right click, or the menu key, offers what can be done with a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.place import Place, Room


def menu_of(view: QWidget) -> QMenu:
    """Press the menu key on a view and return what it opens."""
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    return next(menu for menu in view.findChildren(QMenu) if menu.isVisible())


def words(menu: QMenu) -> Sequence[str]:
    return [action.text().replace("&", "") for action in menu.actions()]


def the_view(window: MainWindow, name: str) -> QAbstractItemView:
    views = window.page.findChildren(QAbstractItemView)
    return next(one for one in views if one.accessibleName() == name and one.isVisible())


OFFERED = (
    (Place(Room.MEETINGS, part="list"), "Meetings", "Open the meeting"),
    (Place(Room.PROGRAMME, part="board"), "Board of the work programme", "Park it"),
    (Place(Room.PROGRAMME, part="list"), "Items of the programme", "Mark as done"),
    (Place(Room.PROGRAMME, part="requests"), "Requests", "Make an item of it"),
    (Place(Room.COMMITTEES, part="members"), "Members", "Remove the seat"),
    (Place(Room.COMMITTEES, part="people"), "People", "Remove the person"),
    (Place(Room.BUDGET), "Budget proposals", "Open the proposals"),
    (Place(Room.TODAY), "Next meetings", "Go there"),
)


def test_rows_offer_what_can_be_done_with_them(sample_window: MainWindow) -> None:
    for place, name, offered in OFFERED:
        sample_window.go(place)
        menu = menu_of(the_view(sample_window, name))
        assert offered in words(menu), name
        menu.close()


def test_the_first_line_does_what_enter_does(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.go(Place(Room.MEETINGS, part="list"))
    table = the_view(sample_window, "Meetings")
    table.setFocus()
    table.selectRow(0)
    menu = menu_of(table)
    menu.setActiveAction(menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert isinstance(sample_window.page, MeetingPage)


def test_a_workspace_is_taken_off_the_list_of_those_open_last(sample_window: MainWindow) -> None:
    sample_window.close_workspace()
    (button,) = [
        one for one in sample_window.start.findChildren(QPushButton) if one.text() == "Kelsham"
    ]
    menu = menu_of(button)
    menu.actions()[0].trigger()
    menu.close()
    assert not sample_window.recent.there()
