"""Fields of a form: a label above its control, and controls that tell when they are settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, QEvent, QMimeData, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from scrutiny_app.ui.widgets.day_calendar import DayCalendar
from scrutiny_app.ui.widgets.typed_whole import TypedWhole
from scrutiny_app.ui.widgets.typed_words import TypedWords

_VALUE = int(Qt.ItemDataRole.UserRole)

# A long report has as many; Qt takes seconds to lay out a million
_LONGEST_PASTE = 100_000


class Field(QWidget):
    """A control below its label, whose letter after "&" leads to it; ``problem`` stands below."""

    def __init__(self, label: str, control: QWidget, tells: str = "") -> None:
        super().__init__()
        self.control = control
        self._label = QLabel(label)
        self._label.setProperty("look", "field")
        self._label.setBuddy(control)
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("look", "bad")
        self._problem.hide()
        control.setAccessibleName(label.replace("&", ""))
        control.setAccessibleDescription(tells)
        control.setToolTip(tells)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self._label, control, self._problem):
            column.addWidget(widget)
        if isinstance(control, TextField):
            control.refused.connect(self.problem)

    def problem(self, sentence: str) -> None:
        """Say what is wrong with what is typed; an empty sentence takes it back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if isinstance(self.control, QLineEdit):
            self.control.setProperty("look", "refused" if sentence else "")
            self.control.style().polish(self.control)


def _is_step_back(event: QEvent) -> bool:
    """Whether a key asks to undo or redo: the window's, where nothing typed is to be undone."""
    if event.type() is not QEvent.Type.ShortcutOverride:
        return False
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


class LineField(QLineEdit):
    """One line. ``settled`` carries what was typed: on Enter, on leaving, and after a pause."""

    settled = Signal(str)

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        self.typed = TypedWords(self, self.text, self._put, self.settled.emit)
        self.textEdited.connect(lambda _text: self.typed.hear())
        self.returnPressed.connect(self.typed.tidy)
        self.editingFinished.connect(self.settle)

    def show_text(self, text: str) -> None:
        """Show what is on record; while that is what it was, words being typed are left alone."""
        self.typed.show(text)

    def start_again(self) -> None:
        """Be empty, whatever was typed, and tell nobody."""
        self.typed.start_again()

    def settle(self) -> None:
        """Tell what was typed, if it is new."""
        self.typed.settle()

    def _put(self, text: str) -> None:
        self.setText(text)
        # What is too long for the field is seen from its beginning
        self.setCursorPosition(0)

    @override
    def event(self, event: QEvent) -> bool:
        if _is_step_back(event) and self.typed.settled:
            event.ignore()
            return False
        return super().event(event)


class TextField(QPlainTextEdit):
    """Some lines. ``settled`` carries what was typed: on leaving and after a pause.

    ``refused`` carries why a text was not taken in, an empty sentence when something is typed.
    """

    settled = Signal(str)
    refused = Signal(str)

    def __init__(self, text: str = "", placeholder: str = "", lines: int = 3) -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()
        self.typed = TypedWords(self, self.toPlainText, self.setPlainText, self.settled.emit)
        self.textChanged.connect(self.typed.hear)
        self.textChanged.connect(lambda: self.refused.emit(""))

    def show_text(self, text: str) -> None:
        """Show what is on record; while that is what it was, words being typed are left alone."""
        self.typed.show(text)

    def start_again(self) -> None:
        """Be empty, whatever was typed, and tell nobody."""
        self.typed.start_again()

    def settle(self) -> None:
        """Tell what was typed, if it is new."""
        self.typed.settle()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        letters = len(source.text())
        if letters > _LONGEST_PASTE:
            self.refused.emit(
                f"Nothing was pasted: {letters:,} letters are more than a field is for "
                f"({_LONGEST_PASTE:,}). Add such a text as a paper."
            )
            return
        super().insertFromMimeData(source)

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 22)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        if _is_step_back(event) and self.typed.settled:
            event.ignore()
            return False
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A value as it was offered: of a ``StrEnum`` Qt would give back the bare word."""

    value: object


class ChoiceField(QComboBox):
    """One of several. ``chosen`` carries the value of what the officer picked."""

    chosen = Signal(object)

    def __init__(self, choices: Iterable[tuple[str, object]] = ()) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(choices)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offer these: what each says, and its value. What is chosen stays so if it is there."""
        kept = self.currentData()
        self.clear()
        for words, value in choices:
            self.addItem(words, _Kept(value))
        self.show_value(kept)

    def show_value(self, value: object) -> None:
        """Show what is on record."""
        for place in range(self.count()):
            if self.itemData(place) == value:
                self.setCurrentIndex(place)
                return

    @override
    def currentData(self, role: int = _VALUE) -> Any:
        return self.itemData(self.currentIndex(), role)

    @override
    def itemData(self, index: int, role: int = _VALUE) -> Any:
        kept = super().itemData(index, role)
        return kept.value if isinstance(kept, _Kept) else kept

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must not change what it says
        event.ignore()


class OpenChoiceField(QComboBox):
    """One of several, or what is typed instead. ``settled`` carries the words."""

    settled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line = LineField()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._line.settled.connect(self.settled)
        self.activated.connect(lambda _place: self._line.settle())

    def offer(self, choices: Sequence[str]) -> None:
        """Offer these; what is typed stays."""
        if [self.itemText(place) for place in range(self.count())] != list(choices):
            words = self.currentText()
            self.clear()
            self.addItems(list(choices))
            # Else an arrow key in the empty line would go from the first to the second
            self.setCurrentIndex(-1)
            self.setEditText(words)

    def show_text(self, text: str) -> None:
        """Show what is on record; while that is what it was, words being typed are left alone."""
        self._line.show_text(text)
        place = self.findText(text)
        if place >= 0 and self._line.text() == text:
            self.setCurrentIndex(place)

    def settle(self) -> None:
        """Tell what was typed, if it is new."""
        self._line.settle()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must not change what it says
        event.ignore()


class DayField(QDateEdit):
    """A day, typed or picked from a calendar. ``settled`` carries it when it was changed."""

    settled = Signal(object)

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setCalendarWidget(DayCalendar())
        self.setDisplayFormat("d MMMM yyyy")
        self._typed = TypedWhole()
        self._known = self.date()
        if day is not None:
            self.show_day(day)
        self.editingFinished.connect(self.settle)
        self.calendarWidget().clicked.connect(lambda _day: self.settle())

    @property
    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show what is on record."""
        self._known = QDate(day.year, day.month, day.day)
        self.setDate(self._known)

    def settle(self) -> None:
        """Tell the day shown, if it is new."""
        if self.date() != self._known:
            self._known = self.date()
            self.settled.emit(self.day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._typed.hear(event)
        day = self._typed.day()
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typed.forget()
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed.forget()
        super().focusInEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class HourField(QTimeEdit):
    """A time of day. ``settled`` carries it when it was changed."""

    settled = Signal(object)

    def __init__(self, hour: time | None = None) -> None:
        super().__init__()
        self.setDisplayFormat("h.mm ap")
        self._typed = TypedWhole()
        # The style sheet's padding does not reach the text of a box with styled buttons
        self.lineEdit().setTextMargins(7, 0, 0, 0)
        self._known = self.time()
        if hour is not None:
            self.show_hour(hour)
        self.editingFinished.connect(self.settle)

    @property
    def hour(self) -> time:
        """The time shown."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def show_hour(self, hour: time) -> None:
        """Show what is on record."""
        self._known = QTime(hour.hour, hour.minute)
        self.setTime(self._known)

    def settle(self) -> None:
        """Tell the time shown, if it is new."""
        if self.time() != self._known:
            self._known = self.time()
            self.settled.emit(self.hour)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._typed.hear(event)
        hour = self._typed.clock(self.hour)
        if hour is not None:
            self.setTime(QTime(hour.hour, hour.minute))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typed.forget()
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed.forget()
        super().focusInEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
