"""What was found, by meeting: the title and place of each find, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStandardItem, QTextDocument
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from scrutiny_app.store.search_hits import Hit
from scrutiny_app.store.search_snippets import MARKS
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Tone, chip_font, paint_chip
from scrutiny_app.ui.widgets.row_tree import RowTree, row_item
from scrutiny_app.ui.widgets.rows import Index, Row, RowDelegate

_FOUND = int(Qt.ItemDataRole.UserRole) + 2
_PAD = 8
_WITHHELD = "Not for publication"


@dataclass(frozen=True, slots=True)
class Find:
    """One find: ``item`` is its number on the agenda, ``pack_page`` the stamped one; 0 unknown."""

    hit: Hit
    item: int = 0
    pack_page: int = 0


@dataclass(frozen=True, slots=True)
class MeetingFinds:
    """The finds of one meeting, under its name and day."""

    title: str
    finds: Sequence[Find]


class Results(RowTree):
    """A tree of finds. ``looked_at`` carries the selected one, ``opened`` one to be opened."""

    looked_at = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tells = "Finds by meeting; Enter opens the page, Control and Enter the item in its meeting"
        super().__init__(theme, "Search results", tells, parent)
        self.setItemDelegate(_FindDelegate(theme, self))
        self._rows: list[QStandardItem] = []
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._look())

    def show_finds(self, meetings: Sequence[MeetingFinds]) -> None:
        """Show what was found; the first find is selected."""
        kept = self.current()
        self.items.clear()
        self._rows = []
        for meeting in meetings:
            count = str(len(meeting.finds))
            group = row_item(Row(meeting.title, count, strong=True), f"{meeting.title}, {count}")
            self.items.appendRow(group)
            for find in meeting.finds:
                item = QStandardItem(find.hit.title)
                item.setEditable(False)
                _fill(item, find)
                group.appendRow(item)
                self._rows.append(item)
            self.expand(group.index())
        self._select_again(kept)

    def update_finds(self, finds: Sequence[Find]) -> None:
        """Show the same finds, of which more is known."""
        for item, find in zip(self._rows, finds, strict=True):
            _fill(item, find)

    def current(self) -> Find | None:
        """Return the selected find."""
        find = self.currentIndex().data(_FOUND)
        return find if isinstance(find, Find) else None

    def move_by(self, rows: int) -> None:
        """Select a find further on or back."""
        here = next(
            (at for at, item in enumerate(self._rows) if item.index() == self.currentIndex()), -1
        )
        if self._rows:
            self._select(max(0, min(len(self._rows) - 1, here + rows)))

    def _select_again(self, kept: Find | None) -> None:
        """Select what was selected before, else the first."""
        at = 0
        for place, item in enumerate(self._rows):
            find = item.data(_FOUND)
            if kept and _key(find) == _key(kept):
                at = place
        if self._rows:
            self._select(at)

    def _select(self, place: int) -> None:
        index = self._rows[place].index()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _look(self) -> None:
        find = self.current()
        if find is not None:
            self.looked_at.emit(find)

    def _open(self, index: QModelIndex) -> None:
        find = index.data(_FOUND)
        if isinstance(find, Find):
            self.opened.emit(find)


def place_of(find: Find) -> str:
    """Say where a find stands: on the agenda, in the pack, and in its paper."""
    parts = []
    if find.item:
        parts.append(f"item {find.item}")
    if find.pack_page:
        parts.append(f"pack page {find.pack_page}")
    if find.hit.page:
        parts.append(f"page {find.hit.page}")
    else:
        parts.append("title" if find.hit.paper_id else "agenda")
    return " \N{MIDDLE DOT} ".join(parts)


def first_words(find: Find) -> str:
    """Return the first words that were found, without the text around."""
    return find.hit.snippet.partition(MARKS[0])[2].partition(MARKS[1])[0]


def _key(find: Find) -> tuple[object, ...]:
    return (find.hit.item_id, find.hit.paper_id, find.hit.page)


def _fill(item: QStandardItem, find: Find) -> None:
    plain = find.hit.snippet.replace(MARKS[0], "").replace(MARKS[1], "")
    withheld = ", not for publication" if find.hit.exempt else ""
    item.setData(find, _FOUND)
    item.setData(
        f"{find.hit.title}{withheld}, {place_of(find)}: {plain}",
        int(Qt.ItemDataRole.AccessibleTextRole),
    )


class _FindDelegate(RowDelegate):
    """A find takes a line for title and place, and one or two for the words around it."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        find = index.data(_FOUND)
        if not isinstance(find, Find):
            return QSize(80, self._theme.length(36))
        return QSize(80, self._theme.length(68 if find.hit.page else 52))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        find = index.data(_FOUND)
        if not isinstance(find, Find):
            super().paint(painter, option, index)
            return
        painter.save()
        self._ground(painter, option.rect, option.state)
        font = QFont(option.font)
        line = QFontMetrics(font).lineSpacing()
        whole: QRect = option.rect
        inner = whole.adjusted(_PAD, _PAD - 1, -_PAD - 4, -2)
        self._head(painter, QRect(inner), find, font)
        self._words(painter, inner.adjusted(0, line + 3, 0, 0), find, font)
        painter.restore()

    def _head(self, painter: QPainter, box: QRect, find: Find, font: QFont) -> None:
        """Draw the title, the chip of what is withheld, and the place at the right."""
        tokens = self._theme.tokens
        plain, bold = QFontMetrics(font), QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        box.setHeight(plain.lineSpacing())
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        place = place_of(find)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), place)
        box.setRight(box.right() - plain.horizontalAdvance(place) - 2 * _PAD)
        room = box.width()
        if find.hit.exempt:
            room -= QFontMetrics(chip_font(font)).horizontalAdvance(_WITHHELD)
            room -= self._theme.length(16) + _PAD
        metrics = QFontMetrics(bold)
        title = metrics.elidedText(find.hit.title, Qt.TextElideMode.ElideRight, max(40, room))
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), title)
        if find.hit.exempt:
            painter.setFont(font)
            box.setLeft(box.left() + metrics.horizontalAdvance(title) + _PAD)
            paint_chip(painter, box, _WITHHELD, Tone.SPECIAL, self._theme)

    def _words(self, painter: QPainter, box: QRect, find: Find, font: QFont) -> None:
        """Draw two lines of the text around, what was found in bold."""
        tokens = self._theme.tokens
        shown = escape(find.hit.snippet)
        for mark, tag in zip(MARKS, (f'<b style="color:{tokens.text}">', "</b>"), strict=True):
            shown = shown.replace(mark, tag)
        text = QTextDocument()
        text.setDefaultFont(font)
        text.setDocumentMargin(0)
        text.setTextWidth(box.width())
        text.setHtml(f'<span style="color:{tokens.muted}">{shown}</span>')
        painter.translate(box.topLeft())
        two_lines = 2 * QFontMetrics(font).lineSpacing() + 1
        text.drawContents(painter, QRectF(0, 0, box.width(), two_lines))
