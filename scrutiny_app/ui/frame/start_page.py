"""What stands in the window while no workspace is open: make one, open one, try the sample."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scrutiny_app.ui.theme.icons import icon, icon_pixmap
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.notice_strip import NoticeStrip
from scrutiny_app.ui.widgets.row_menu import row_menu

_ADVICE = (
    "Agendas, packs and minutes for a scrutiny committee, kept in one folder on this computer."
)
_MORE = "\N{HORIZONTAL ELLIPSIS}"
_MOST_SHOWN = 5
_WIDTH = 560


class StartPage(QWidget):
    """Three ways in and the workspaces that were open last. ``strip`` says what went wrong."""

    wants_new = Signal()
    wants_open = Signal()
    wants_sample = Signal()
    wants_pdf = Signal()
    wants_folder = Signal(object)
    forgets = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.strip = NoticeStrip()
        self._mark = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._ways: list[tuple[QPushButton, str]] = []
        self._folders: list[QPushButton] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(6)
        self._recent_title = _label("Open again", "small")
        self._parting = QFrame()
        self._parting.setProperty("look", "parting")
        self._parting.setFixedHeight(1)
        self._card = QFrame()
        self._card.setProperty("look", "card")
        self._fill_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        row = QHBoxLayout()
        row.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(row, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _fill_card(self) -> None:
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(44, 34, 44, 28)
        inside.setSpacing(8)
        inside.addWidget(self._mark)
        inside.addWidget(_label("Scrutiny", "headline"))
        inside.addWidget(_label(_ADVICE, "muted"))
        inside.addSpacing(12)
        inside.addWidget(self._recent_title)
        inside.addLayout(self._recent)
        inside.addWidget(self._parting)
        inside.addSpacing(4)
        self._add_ways(inside)

    def show_recent(self, folders: list[Path]) -> None:
        """Offer the workspaces that were open last, the last one before everything else."""
        for button in self._folders:
            self._recent.removeWidget(button)
            button.deleteLater()
        self._folders = [self._folder_button(folder) for folder in folders[:_MOST_SHOWN]]
        for button in self._folders:
            self._recent.addWidget(button)
        for widget in (self._recent_title, self._parting):
            widget.setVisible(bool(folders))
        in_order = [*self._folders, *(button for button, _ in self._ways)]
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)
        self._restyle()
        in_order[0].setFocus()

    def _folder_button(self, folder: Path) -> QPushButton:
        button = QPushButton(folder.name.replace("&", "&&"))
        button.setAccessibleName(f"Open {folder.name}")
        button.setAccessibleDescription(str(folder.parent))
        button.setToolTip(str(folder))
        button.setMinimumHeight(38)
        button.clicked.connect(lambda: self.wants_folder.emit(folder))
        forget = QAction("Take off this list", button)
        forget.triggered.connect(lambda: self.forgets.emit(folder))
        row_menu(button, (forget,))
        return button

    def _add_ways(self, inside: QVBoxLayout) -> None:
        sample = "Makes a workspace with an invented council, its meetings and papers"
        for words, tells, picture, signal in (
            ("&Try the sample council", sample, "sparkles", self.wants_sample),
            (f"&New workspace{_MORE}", "For your own committees", "folder-plus", self.wants_new),
            (f"&Open a workspace{_MORE}", "One made before", "folder-open", self.wants_open),
            (f"&Read a PDF{_MORE}", "Needs no workspace", "book-open", self.wants_pdf),
        ):
            button = QPushButton(words)
            button.setAccessibleName(words.replace("&", "").rstrip(_MORE))
            button.setAccessibleDescription(tells)
            button.setToolTip(tells)
            button.setMinimumHeight(38)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
            self._ways.append((button, picture))
            inside.addWidget(button)

    def _restyle(self) -> None:
        tokens, size = self._theme.tokens, self._theme.length(18)
        self._card.setFixedWidth(self._theme.length(_WIDTH))
        self._mark.setPixmap(
            icon_pixmap("gavel", tokens.accent, self._theme.length(44), self.devicePixelRatioF())
        )
        in_order = [*((button, "folder") for button in self._folders), *self._ways]
        for place, (button, picture) in enumerate(in_order):
            button.setProperty("look", "" if place else "first")
            button.style().polish(button)
            colour = tokens.text if place else tokens.on_accent
            button.setIconSize(QSize(size, size))
            button.setIcon(icon(picture, colour, size=size))


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
    label.setProperty("look", look)
    return label
