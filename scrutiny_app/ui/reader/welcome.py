"""What stands where the pages will be, while no file is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scrutiny_app.ui.theme.icons import icon, icon_pixmap
from scrutiny_app.ui.theme.theme import Theme

_MOST_SHOWN = 5


class Welcome(QWidget):
    """Says what to do: open a file, drop one, or go on with one read before."""

    wants_open = Signal()
    wants_file = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        headline = _label("Open a pack to read", "headline")
        self.advice = _label("Drop a PDF here, or choose one with the button.", "muted")
        self._first = QPushButton("Open a file\N{HORIZONTAL ELLIPSIS}")
        self._first.setProperty("look", "first")
        self._first.setAccessibleName("Open a file")
        self._first.setAccessibleDescription("Chooses a PDF to read")
        self._first.clicked.connect(self.wants_open)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_title = _label("Read lately", "small")
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(48, 36, 48, 28)
        inside.setSpacing(10)
        for widget in (self._picture, headline, self.advice):
            inside.addWidget(widget)
        inside.addSpacing(6)
        inside.addWidget(self._first, 0, Qt.AlignmentFlag.AlignCenter)
        inside.addSpacing(10)
        inside.addWidget(self._recent_title)
        inside.addLayout(self._recent)
        row = QHBoxLayout(self)
        row.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        theme.changed.connect(self._tint)
        self._tint()

    def show_recent(self, paths: list[Path]) -> None:
        """Offer the files read lately."""
        while (entry := self._recent.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(paths))
        for path in paths[:_MOST_SHOWN]:
            button = QPushButton(path.name)
            button.setProperty("look", "row")
            button.setIcon(icon("file-text", self._theme.tokens.muted))
            button.setAccessibleName(f"Open {path.name}")
            button.setAccessibleDescription(str(path.parent))
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, path=path: self.wants_file.emit(path))
            self._recent.addWidget(button)

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icon_pixmap("book-open", self._theme.tokens.accent, 44, ratio))


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter)
    label.setProperty("look", look)
    return label
