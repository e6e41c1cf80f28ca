"""A text that no field is for is refused as it is pasted, and what was typed stays."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.fields import Field, TextField


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_text_of_a_million_letters_is_refused_with_what_to_do(qtbot: QtBot, theme: Theme) -> None:
    field = TextField("To consider the report.")
    whole = Field("Purpose", field)
    qtbot.addWidget(whole)
    whole.show()
    said = [label for label in whole.findChildren(QLabel) if label.text() != "Purpose"]
    field.insertFromMimeData(pasted("long " * 200_000))
    assert field.toPlainText() == "To consider the report."
    (sentence,) = (label.text() for label in said if label.isVisible())
    assert sentence.startswith("Nothing was pasted: 1,000,000 letters are more than a field is")
    assert sentence.endswith("Add such a text as a paper.")
    field.selectAll()
    field.insertFromMimeData(pasted("To note the report."))
    assert field.toPlainText() == "To note the report."
    assert not any(label.isVisible() for label in said)
