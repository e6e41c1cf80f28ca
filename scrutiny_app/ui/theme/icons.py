"""Icons: Lucide's drawings, tinted with a token and drawn sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from scrutiny_app.ui.theme.drawings import icon_svg


def icon(name: str, colour: str, faint: str = "", size: int = 18) -> QIcon:
    """Return an icon by its Lucide name; ``faint`` tints it where its control cannot be used.

    It is sharp on every screen that is there; a theme tells of ``changed`` when one is added.
    """
    scales = frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    return _icon(name, colour, faint, size, scales)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, faint: str, size: int, scales: frozenset[float]) -> QIcon:
    made = QIcon()
    for scale in sorted(scales):
        made.addPixmap(icon_pixmap(name, colour, size, scale))
        if faint:
            made.addPixmap(icon_pixmap(name, faint, size, scale), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=2_048)
def icon_pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """Return one icon as a picture of ``size`` points at ``scale`` pixels a point."""
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _drawing(name, colour).render(painter)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def paint_icon(painter: QPainter, at: QPointF, name: str, colour: str, size: int) -> None:
    """Paint an icon as sharp as what is painted on; ``at`` is its upper left corner."""
    picture = icon_pixmap(name, colour, size, painter.device().devicePixelRatioF())
    painter.drawPixmap(at, picture)


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(icon_svg(name).replace("currentColor", colour).encode()))
