"""A short list whose rows lead somewhere: an icon, two lines of words, a chip at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QListView, QSizePolicy, QStyleOptionViewItem, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.icons import paint_icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Tone, chip_colours, chip_font, paint_chip
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.rows import Index, RowDelegate

LEAD = int(Qt.ItemDataRole.UserRole) + 1
_ICON, _PAD, _ROW = 18, 10, 52


@dataclass(frozen=True, slots=True)
class Lead:
    """One row: ``goal`` is what a click or Enter tells; ``word`` stands on the chip."""

    icon_name: str
    title: str
    below: str = ""
    word: str = ""
    tone: Tone = Tone.PLAIN
    goal: object = None

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.below, self.word) if part)


class LeadList(QListView):
    """As high as its rows, so that the page scrolls and not the list. ``opened`` tells the goal."""

    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_LeadDelegate(theme, self))
        self.setAccessibleName(name)
        self.setAccessibleDescription("Arrow keys choose, Enter goes there")
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        row_menu(self, (), opens="Go there")
        theme.changed.connect(self._restyle)

    def show_leads(self, leads: Sequence[Lead]) -> None:
        """Show these rows."""
        row = self.currentIndex().row()
        self._items.clear()
        for lead in leads:
            item = QStandardItem(lead.title)
            item.setData(lead, LEAD)
            item.setData(lead.said, int(Qt.ItemDataRole.AccessibleTextRole))
            item.setToolTip("\n".join(part for part in (lead.title, lead.below) if part))
            self._items.appendRow(item)
        if self.hasFocus() and leads:
            self.setCurrentIndex(self._items.index(max(0, min(row, len(leads) - 1)), 0))
        self._restyle()

    def leads(self) -> list[Lead]:
        """Return the rows."""
        return [self._items.item(row).data(LEAD) for row in range(self._items.rowCount())]

    def _open(self, index: Index) -> None:
        lead = index.data(LEAD)
        if isinstance(lead, Lead) and lead.goal is not None:
            self.opened.emit(lead.goal)

    def _restyle(self) -> None:
        self.setFixedHeight(self._items.rowCount() * self._theme.length(_ROW) + 6)
        self.doItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._items.rowCount():
            # Qt makes a row the current one by itself, but does not select it
            self.setCurrentIndex(self._items.index(max(0, self.currentIndex().row()), 0))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            # The menu of a right click is about the row that is chosen
            return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())


class _LeadDelegate(RowDelegate):
    """Paints a row in the theme's colours."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self._theme.length(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lead = index.data(LEAD)
        if not isinstance(lead, Lead):
            return
        painter.save()
        rect: QRect = option.rect
        self._ground(painter, rect, option.state)
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        size = self._theme.length(_ICON)
        _ground, colour = chip_colours(self._theme, lead.tone)
        at = QPointF(inner.left(), inner.center().y() - size / 2)
        paint_icon(painter, at, lead.icon_name, colour.name(), size)
        inner.setLeft(inner.left() + size + _PAD)
        font = QFont(option.font)
        inner.setRight(inner.right() - self._chip(painter, inner, lead, font))
        self._words(painter, inner, lead, font)
        painter.restore()

    def _chip(self, painter: QPainter, rect: QRect, lead: Lead, font: QFont) -> int:
        """Paint the chip at the right; return the room it takes."""
        if not lead.word:
            return 0
        painter.setFont(font)
        width = QFontMetrics(chip_font(font)).horizontalAdvance(lead.word)
        width = min(width + self._theme.length(16), rect.width() * 3 // 5)
        box = QRect(rect.right() - width, rect.top(), width, rect.height())
        paint_chip(painter, box, lead.word, lead.tone, self._theme)
        return width + _PAD

    def _words(self, painter: QPainter, rect: QRect, lead: Lead, font: QFont) -> None:
        tokens = self._theme.tokens
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        line = QFontMetrics(font).lineSpacing()
        lines = 2 if lead.below else 1
        top = rect.top() + (rect.height() - lines * line) // 2
        for number, (words, look, colour) in enumerate(
            ((lead.title, strong, tokens.text), (lead.below, font, tokens.muted))
        ):
            painter.setFont(look)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(look).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(
                QRect(rect.left(), top + number * line, rect.width(), line),
                int(Qt.AlignmentFlag.AlignVCenter),
                shown,
            )
