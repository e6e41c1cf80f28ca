"""A figure as it is printed, with where its source prints it below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.budget.figures import spoken
from scrutiny_app.ui.widgets.fields import Field, LineField
from scrutiny_app.ui.widgets.form import told


class FigureField(QWidget):
    """``typed`` carries what the officer typed; it is left as it is until it is shown again."""

    typed = Signal(str)

    def __init__(self, label: str, tells: str) -> None:
        super().__init__()
        self._name = label.replace("&", "")
        self._tells = tells
        self.line = LineField()
        self.field = Field(label, self.line, tells)
        self.source = told(look="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.field)
        column.addWidget(self.source)
        self.line.settled.connect(self.typed)

    def show_figure(self, printed: str, text: str, place: str) -> None:
        """Show a figure and where it comes from; a figure without a source was typed here."""
        self.line.show_text(printed)
        self.field.problem("")
        self.source.setText(f"from {place}" if place else "typed here" if printed else "")
        differs = text and text != printed
        self.source.setToolTip(f"The source prints {text}" if differs else "")
        self.line.setAccessibleDescription(
            " ".join((spoken(printed), self.source.text(), self._tells)).strip()
        )

    def problem(self, sentence: str) -> None:
        """Say what is wrong with what is typed."""
        self.field.problem(sentence)
