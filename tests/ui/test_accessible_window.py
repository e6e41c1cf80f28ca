"""Every page of the window is told to whoever does not see it, and reached without a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.widgets.record_cells import CELL, Cell
from tests.ui import accessibility
from tests.ui.tour import tour

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
_FEWEST_PAGES, _FEWEST_EMPTY_PAGES = 20, 9
_FEWEST_SORTS = 5


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Somebody listens with a screen reader."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_every_page_has_names_an_order_of_tabs_letters_of_its_own_and_rows_that_speak(
    qtbot: QtBot, sample_window: MainWindow
) -> None:
    pages, found = faults(qtbot, sample_window)
    assert pages >= _FEWEST_PAGES
    assert not found, "\n".join(found)


def test_so_has_every_page_of_a_workspace_with_nothing_in_it(
    qtbot: QtBot, desk_window: MainWindow
) -> None:
    pages, found = faults(qtbot, desk_window)
    assert pages >= _FEWEST_EMPTY_PAGES
    assert not found, "\n".join(found)


def faults(qtbot: QtBot, window: MainWindow) -> tuple[int, list[str]]:
    """Walk through the window; return how many pages there are and what is wrong with them."""
    window.resize(1_600, 960)
    window.activateWindow()
    pages, found = 0, []
    for name in tour(window):
        pages += 1
        here = (
            *accessibility.nameless(window),
            *accessibility.clashes(window),
            *accessibility.silent_cells(window),
            *accessibility.unreached(qtbot, window),
        )
        found += [f"{name}: {fault}" for fault in here]
    return pages, found


def test_the_model_of_every_list_table_and_tree_is_sound(sample_window: MainWindow) -> None:
    sample_window.resize(1_600, 960)
    sorts = set()
    for _name in tour(sample_window):
        for view in sample_window.findChildren(QAbstractItemView):
            model = view.model()
            if view.isVisible() and type(model) not in sorts:
                sorts.add(type(model))
                # What it finds it warns of, and a warning of Qt fails the test
                tester = QAbstractItemModelTester(model, WARN)
                del tester
    assert len(sorts) >= _FEWEST_SORTS


@pytest.fixture
def plain(qtbot: QtBot) -> Iterator[QWidget]:
    """A window with two sound buttons, to plant faults in."""
    one = QWidget()
    column = QVBoxLayout(one)
    for name in ("&Build", "&Check"):
        column.addWidget(QPushButton(name))
    with qtbot.waitExposed(one):
        one.show()
    assert not accessibility.nameless(one)
    assert not accessibility.clashes(one)
    assert not accessibility.unreached(qtbot, one)
    yield one
    one.close()
    one.deleteLater()


def plant(window: QWidget, widget: QWidget) -> None:
    column = window.layout()
    assert column is not None
    column.addWidget(widget)
    widget.show()


def test_a_button_without_a_name_is_found(plain: QWidget) -> None:
    plant(plain, QPushButton())
    assert len(accessibility.nameless(plain)) == 1


def test_a_letter_that_leads_to_two_places_is_found(plain: QWidget) -> None:
    plant(plain, QPushButton("Call the &chair"))
    assert accessibility.clashes(plain) == ["Alt+c: &Check", "Alt+c: Call the &chair"]


def test_a_field_that_keeps_the_tab_key_is_found(plain: QWidget, qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    field.setAccessibleName("Words")
    plant(plain, field)
    (fault,) = accessibility.unreached(qtbot, plain)
    assert "lets nobody out" in fault


def test_a_control_that_tab_passes_over_is_found(plain: QWidget, qtbot: QtBot) -> None:
    first, second = plain.findChildren(QPushButton)
    plant(plain, QPushButton("Lost"))
    jumping = _Jumping(first)
    second.installEventFilter(jumping)
    (fault,) = accessibility.unreached(qtbot, plain)
    assert fault.startswith("Tab does not come to QPushButton 'Lost'")


class _Jumping(QObject):
    """Takes the Tab key and goes elsewhere with it."""

    def __init__(self, goal: QWidget) -> None:
        super().__init__()
        self._goal = goal

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            if event.type() == QEvent.Type.KeyPress:
                self._goal.setFocus()
            return True
        return super().eventFilter(watched, event)


def test_a_painted_row_that_says_nothing_is_found(plain: QWidget) -> None:
    model, item = QStandardItemModel(), QStandardItem()
    item.setData(Cell("Painted"), CELL)
    model.appendRow(item)
    rows = QListView()
    rows.setModel(model)
    plant(plain, rows)
    assert len(accessibility.silent_cells(plain)) == 1
    item.setData("Painted", int(Qt.ItemDataRole.AccessibleTextRole))
    assert not accessibility.silent_cells(plain)
