"""Windows wear the look; what is made for them is styled once, when it comes into them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from scrutiny_app.ui.theme.icons import icon, icon_pixmap
from scrutiny_app.ui.theme.theme import Look, Theme
from scrutiny_app.ui.theme.tokens import CONTRAST_LIGHT, DARK


class Styled(QObject):
    """Counts how often a widget is given another style."""

    times = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def nested(depth: int, inside: QWidget) -> QWidget:
    """Put a widget into a box, that into another, and so on, as pages are made."""
    for _ in range(depth):
        box = QWidget()
        QVBoxLayout(box).addWidget(inside)
        inside = box
    return inside


def test_what_stands_in_a_window_wears_its_look_and_follows_every_change_of_it(
    qtbot: QtBot, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    label = QLabel("Ready")
    QVBoxLayout(window).addWidget(nested(2, label))
    theme.choose(Look.DARK)
    label.ensurePolished()
    assert label.palette().windowText().color().name() == DARK.text.lower()
    theme.choose(Look.CONTRAST)
    label.ensurePolished()
    assert label.palette().windowText().color().name() == CONTRAST_LIGHT.text
    theme.resize_text(200)
    label.ensurePolished()
    assert label.font().pixelSize() == 26


def test_a_widget_deep_in_a_page_is_styled_once_not_each_time_it_is_put_into_another(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    window, label, styled = QWidget(), QLabel("Ready"), Styled()
    qtbot.addWidget(window)
    theme.dress(window)
    label.installEventFilter(styled)
    page = nested(6, label)
    assert styled.times == 0
    QVBoxLayout(window).addWidget(page)
    assert styled.times == 1
    assert not qapp.styleSheet()


def test_an_icon_is_drawn_once_for_each_screen_and_again_when_one_is_added(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    drawn = icon_pixmap.cache_info().currsize
    icon("gavel", "#123456", "#abcdef", 17)
    ratios = {screen.devicePixelRatio() for screen in qapp.screens()}
    assert icon_pixmap.cache_info().currsize - drawn == 2 * len(ratios)
    with qtbot.waitSignal(theme.changed):
        qapp.screenAdded.emit(qapp.primaryScreen())
