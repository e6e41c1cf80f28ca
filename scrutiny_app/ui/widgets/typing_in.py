"""All that is being typed into the fields of a form: settled, kept or forgotten together."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from scrutiny_app.ui.widgets.fields import DayField, HourField, LineField, TextField
from scrutiny_app.ui.widgets.number_field import NumberField


def forget_typing(form: QWidget) -> None:
    """Empty every field before the form shows another record."""
    for field in _fields(form):
        field.start_again()


def settle_typing(form: QWidget) -> None:
    """Have every field tell what was typed into it, and the one in use what it shows."""
    used = form.focusWidget()
    if isinstance(used, DayField | HourField):
        used.settle()
    elif isinstance(used, NumberField):
        used.interpretText()
    for field in _fields(form):
        field.settle()


def keep_typing(form: QWidget) -> bool:
    """Keep what a field is telling, for it could not be written; whether one is kept."""
    for field in _fields(form):
        field.typed.keep()
    return holds_unwritten(form)


def holds_unwritten(form: QWidget) -> bool:
    """Whether a field keeps words that could not be written."""
    return any(field.typed.kept for field in _fields(form))


def _fields(form: QWidget) -> Iterator[LineField | TextField]:
    yield from form.findChildren(LineField)
    yield from form.findChildren(TextField)
