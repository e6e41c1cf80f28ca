"""Icons: Lucide's drawings, tinted with a token and drawn sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

import lucide
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SCALES = (1.0, 1.5, 2.0, 3.0)
_STROKE = "1.75"


@lru_cache(maxsize=512)
def icon(name: str, colour: str, faint: str = "", size: int = 18) -> QIcon:
    """Return an icon by its Lucide name; ``faint`` tints it where its control cannot be used."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(icon_pixmap(name, colour, size, scale))
        if faint:
            made.addPixmap(icon_pixmap(name, faint, size, scale), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=2_048)
def icon_pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """Return one icon as a picture of ``size`` points at ``scale`` pixels a point."""
    drawing = QSvgRenderer(QByteArray(icon_svg(name).replace("currentColor", colour).encode()))
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@lru_cache(maxsize=128)
def icon_svg(name: str) -> str:
    """Return one icon as SVG, in ``currentColor``."""
    # Finding an icon opens a database: 1 ms each, once
    return str(lucide.lucide_icon(name, stroke_width=_STROKE))
