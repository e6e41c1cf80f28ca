"""The help: bundled pages, one for each room, beside the window that asked."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSplitter, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.resource_files import resource
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.opening_size import open_at
from scrutiny_app.ui.widgets.row_tree import RowTree, row_item
from scrutiny_app.ui.widgets.rows import ROW, Row

_SIZE = (880, 720)
_HELP = "help"
_DARK = 128
# Per cent of a line's own height
_LINE = 118.0
# Stands for a picture in the text of a document
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


def help_topics() -> dict[str, str]:
    """Return the title of every help page by its topic, in the order of the contents page."""
    folder = resource(_HELP)
    contents = (folder / "contents.md").read_text(encoding="utf-8")
    named = re.findall(r"^- \[(.+?)\]\((\w[\w-]*)\.md\)", contents, flags=re.MULTILINE)
    return {topic: title for title, topic in named}


class HelpWindow(QWidget):
    """A contents list and a page; links lead from page to page."""

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self.setWindowFlag(Qt.WindowType.Window)
        self._theme = theme
        self.topic = ""
        self.contents = RowTree(theme, "Help contents", "The pages of the help")
        self.contents.setRootIsDecorated(False)
        self.text = _HelpText()
        self.text.setAccessibleName("Help")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        parts = QSplitter()
        parts.addWidget(self.contents)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([230, 650])
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(parts)
        self.contents.clicked.connect(lambda _index: self._chosen())
        self.contents.activated.connect(lambda _index: self._chosen())
        QShortcut(QKeySequence("Esc"), self, self.close)
        theme.changed.connect(self._draw)
        open_at(self, *_SIZE)

    def show_topic(self, topic: str) -> None:
        """Open a page of the help."""
        topics = help_topics()
        if not self.contents.items.rowCount():
            for one, title in topics.items():
                item = row_item(Row(title), title)
                item.setData(one, ROW + 1)
                self.contents.items.appendRow(item)
        self.topic = topic if topic in topics else next(iter(topics))
        row = list(topics).index(self.topic)
        self.contents.setCurrentIndex(self.contents.items.index(row, 0))
        self.setWindowTitle(f"Help: {topics[self.topic]}")
        self._draw()
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def _draw(self) -> None:
        if not self.topic:
            return
        tokens = self._theme.tokens
        size = self._theme.length(14)
        self.text.document().setDefaultStyleSheet(
            f"a {{ color: {tokens.accent}; }} code {{ background: {tokens.side}; }}"
        )
        font = self.text.font()
        font.setPixelSize(size)
        self.text.document().setDefaultFont(font)
        path = resource(_HELP, f"{self.topic}.md")
        self.text.setSearchPaths([str(path.parent)])
        words = path.read_text(encoding="utf-8")
        if QColor(tokens.card).lightness() < _DARK:
            words = words.replace("-light.png)", "-dark.png)")
        self.text.setMarkdown(words)
        _space_out(self.text.document(), size)

    def _chosen(self) -> None:
        topic = self.contents.currentIndex().data(ROW + 1)
        if topic:
            self.show_topic(str(topic))

    def _follow(self, address: QUrl) -> None:
        name = address.toString()
        if name.endswith(".md"):
            self.show_topic(name.removesuffix(".md"))


def _space_out(document: QTextDocument, size: int) -> None:
    """Let lines and paragraphs stand apart; Markdown comes as one grey block."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        shape = QTextBlockFormat(block.blockFormat())
        heading = shape.headingLevel() > 1
        if _PICTURE not in block.text():
            shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(size * (1.1 if heading else 0.0))
        shape.setBottomMargin(size * (0.35 if block.textList() or heading else 0.75))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        block = block.next()


class _HelpText(QTextBrowser):
    """Shows pictures as wide as there is room for."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == _IMAGE:
            address = name if isinstance(name, str) else name.toString()
            image = QImage(str(resource(_HELP, *address.split("/"))))
            room = max(300, self.viewport().width() - 60)
            if not image.isNull() and image.width() > room:
                return image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            return image
        return super().loadResource(kind, name)


_IMAGE = 2  # QTextDocument.ResourceType.ImageResource
