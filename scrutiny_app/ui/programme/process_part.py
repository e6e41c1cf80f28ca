"""How topics are chosen: each method as a picture and in words, to look at and to print."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.jobs.programme.prepare_programme import prepare_programme
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.rulebook.prioritisation_methods import (
    prioritisation_method,
    prioritisation_methods,
)
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field
from scrutiny_app.ui.widgets.file_dialogs import choose_new_file
from scrutiny_app.ui.widgets.form import form_column, scrolled, told
from scrutiny_app.ui.widgets.side_by_side import SideBySide

_SCALE, _SIDE, _EDGE = 3.0, 340, 40
# "Is it …? If no: refer. 2. Is it …": each question of a chart begins a line
_NEXT_QUESTION = re.compile(r" (?=\d+\. )")
_KINDS = "PDF (*.pdf);;Word (*.docx)"


class ProcessPart(QWidget):
    """The picture is drawn by the child, as it is printed."""

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._drawn: QPixmap | None = None
        self._wanted = ""
        self.method = ChoiceField([(one.name, one.key) for one in prioritisation_methods()])
        self.method.show_value("gates")
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self.words = told()
        self.about = told("", "small")
        self.print = new_action(self, "Print it\N{HORIZONTAL ELLIPSIS}", "printer")
        self._place()
        self.method.chosen.connect(lambda _key: self.read())
        self.print.triggered.connect(self._choose)

    def _place(self) -> None:
        theme = self._desk.theme
        self.card = Card(theme, "The process as a picture")
        self._area = scrolled(self.picture)
        self.card.body.addWidget(self._area, 1)
        side = Card(theme, "How topics are chosen")
        buttons = QHBoxLayout()
        buttons.addWidget(button_for(self.print, first=True))
        buttons.addStretch(1)
        side.body.addWidget(Field("Meth&od", self.method))
        side.body.addWidget(self.about)
        side.body.addLayout(buttons)
        side.body.addWidget(scrolled(form_column(self.words)), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(theme, self.card, side, _SIDE))

    def read(self) -> None:
        """Show the method that is chosen."""
        key = str(self.method.currentData())
        method = prioritisation_method(key)
        self.about.setText(f"{method.tells} {method.source}.")
        if key == self._wanted:
            return
        self._wanted = key
        self._desk.around.quick.run(
            Work(
                "Draw the process",
                Job("picture_process", (key,), {"scale": _SCALE}),
                done=lambda answer: self._show(key, answer),
                refused=self._desk.page.strip.say,
                replaces=True,
            )
        )

    def _show(self, key: str, answer: object) -> None:
        if key != self._wanted or not isinstance(answer, tuple):
            return
        data, alt = answer
        drawn = QPixmap()
        drawn.loadFromData(data)
        self._drawn = drawn
        self.words.setText(_NEXT_QUESTION.sub("\n", alt))
        self.picture.setAccessibleName(alt)
        self._fit()

    def _fit(self) -> None:
        if self._drawn is None:
            return
        ratio = self.devicePixelRatioF()
        wide = max(200, self._area.viewport().width() - _EDGE)
        most = round(self._drawn.width() / _SCALE * 1.6)
        shown = self._drawn.scaledToWidth(
            round(min(wide, most) * ratio), Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose(self) -> None:
        choose_new_file(
            self,
            "Print how topics are chosen",
            self.write,
            suggested=f"How topics are chosen, {self.method.currentText()}.pdf",
            kinds=_KINDS,
        )

    def write(self, file: Path) -> None:
        """Write the method that is chosen as a file, in the child."""
        order = prepare_programme(self._desk.session.store, self._desk.programme.id)
        asked = (str(self.method.currentData()), order.council, order.house_style, file)
        self._desk.around.jobs.run(
            Work(
                "Print how topics are chosen",
                Job("make_process", asked),
                done=lambda _pages: self._desk.tell(f"{file.name} is written"),
                refused=self._desk.page.strip.say,
            )
        )
