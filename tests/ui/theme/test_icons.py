"""Icons that are painted are as sharp as the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from scrutiny_app.ui.theme.icons import icon_pixmap, paint_icon


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_painted_icon_has_every_dot_that_the_screen_has(qapp: QApplication, scale: float) -> None:
    size = 16
    screen = QImage(round(size * scale), round(size * scale), QImage.Format.Format_ARGB32)
    screen.setDevicePixelRatio(scale)
    screen.fill(Qt.GlobalColor.transparent)
    painter = QPainter(screen)
    paint_icon(painter, QPointF(0, 0), "circle-check", "#005500", size)
    painter.end()
    drawn = icon_pixmap("circle-check", "#005500", size, scale).toImage()
    assert screen.convertToFormat(drawn.format()) == drawn
