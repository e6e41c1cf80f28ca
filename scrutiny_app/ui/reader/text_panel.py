"""The words of the page that is read, as plain text: for screen readers, Braille and large type."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from scrutiny_app.ui.viewer.reading import Reading

# A line at least so long, beside the longest of its page, was broken for want of room
_FULL = 0.75
# What begins a point of a list
_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[\u2022\u2013-]\s")
_NO_WORDS = (
    "There are no words on this page. It may be a picture: ask whoever sent it for one with text."
)


class TextPanel(QPlainTextEdit):
    """Follows the page that is read; drawn pages are mute, but this can be read out."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Page as text")
        self.setAccessibleDescription("The words of the page that is read")
        self.setPlaceholderText("The words of the page will stand here.")
        self._reading = reading
        self._page = 0
        reading.page_read.connect(self._page_read)
        reading.closed.connect(self.clear)

    def show_page(self, page: int) -> None:
        """Show the words of a page counted from 0."""
        self._page = page
        if self.isVisible():
            self._reading.read(page)
            self._page_read(page)

    @override
    def showEvent(self, event: object) -> None:
        self.show_page(self._page)

    def _page_read(self, page: int) -> None:
        words, document = self._reading.words.get(page), self._reading.document
        if page != self._page or words is None or document is None:
            return
        text = flowing(words.text) or _NO_WORDS
        if text != self.toPlainText():
            self.setPlainText(text)
            self.setAccessibleName(f"Page {document.labels[page]} as text")


def flowing(text: str) -> str:
    """Return the text in paragraphs: a line that fills the page runs on into the next one."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    full = _FULL * max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    runs_on = False
    for line in filter(None, lines):
        if paragraphs and (runs_on or line[:1].islower()) and not _MARK.match(line):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        runs_on = len(line) > full and line[-1] not in ":;"
    return "\n\n".join(paragraphs)
