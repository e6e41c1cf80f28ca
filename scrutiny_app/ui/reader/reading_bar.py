"""The bar above the pages: where you are, how to get elsewhere, how large it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from scrutiny_app.ui.reader.reader_actions import ReaderActions
from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import action_button


class ReadingBar(QFrame):
    """Buttons for the reader's actions, the jump box and the zoom."""

    asked_for = Signal(str)

    def __init__(self, actions: ReaderActions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self._theme = theme
        self.jump = QLineEdit()
        self.jump.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.jump.setAccessibleName("Go to page or item")
        self.jump.setAccessibleDescription('Type a page such as 19, or "item 5", and press Enter')
        self.jump.setToolTip('Page or item: type 19 or "item 5" (Ctrl+G)')
        self.jump.returnPressed.connect(lambda: self.asked_for.emit(self.jump.text()))
        self.of = QLabel()
        self.of.setProperty("look", "muted")
        self.title = _TitleLabel()
        self.zoom = QLabel("100 %", alignment=Qt.AlignmentFlag.AlignCenter)
        self.zoom.setProperty("look", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 12, 7)
        row.setSpacing(2)
        for part in (
            *(actions.side, None, actions.back, actions.forward, None),
            *(self.jump, self.of, None, self.title, None),
            *(actions.zoom_out, self.zoom, actions.zoom_in, None),
            *(
                actions.fit_width,
                actions.fit_page,
                actions.two,
                None,
                actions.turn,
                actions.dark,
                actions.print_,
            ),
        ):
            if part is None:
                row.addSpacing(5)
                row.addWidget(_parting())
                row.addSpacing(5)
            elif isinstance(part, QWidget):
                row.addWidget(part, 1 if part is self.title else 0)
            else:
                row.addWidget(action_button(part, theme))
        theme.changed.connect(self._measure)
        self._measure()

    def show_page(self, label: str, of: str) -> None:
        """Show the label of the page that is read."""
        if not self.jump.hasFocus():
            self.jump.setText(label)
        self.of.setText(f"of {of}" if of else "")
        self.refuse(refused=False)

    def refuse(self, *, refused: bool) -> None:
        """Show that what was typed leads nowhere."""
        look = "refused" if refused else ""
        if self.jump.property("look") != look:
            self.jump.setProperty("look", look)
            self.jump.style().polish(self.jump)

    def _measure(self) -> None:
        self.jump.setFixedWidth(self._theme.length(74))
        self.zoom.setMinimumWidth(self._theme.length(50))


class SearchField(QLineEdit):
    """Where words to look for are typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText("Find in this file")
        self.setAccessibleName("Find in this file")
        self.setAccessibleDescription("Finds while you type; Enter goes from one to the next")
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(
            icon("search", theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        theme.changed.connect(self._tint)

    def _tint(self) -> None:
        size = self._theme.length(16)
        self._glass.setIcon(icon("search", self._theme.tokens.muted, size=size))


class _TitleLabel(QLabel):
    """The name of the file, cut where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "title")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_title(self, title: str) -> None:
        """Show a title."""
        self._whole = title
        self.setToolTip(title)
        self.setAccessibleName(title)
        self._cut()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = QFontMetrics(self.font())
        self.setText(room.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 4))


def _parting() -> QFrame:
    line = QFrame()
    line.setProperty("look", "parting")
    line.setFixedSize(1, 22)
    return line
