"""The charts of a set, drawn once in the child and shown as pictures; their table stands by."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.totals import Grouping
from scrutiny_app.jobs.budget.picture_budget import BudgetPicture
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.form import told

_LOGICAL = 96 / 72
_MARGIN = 10


class BudgetCharts(QWidget):
    """Shows the charts that were asked for last."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: tuple[ProposalSet, Grouping] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.says = told("The chart is being drawn.")
        self._column.addWidget(self.says)

    def show_charts(self, whole: ProposalSet, grouping: Grouping) -> None:
        """Have the charts of a set drawn, unless they are what is shown."""
        wanted = (whole, grouping)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        job = Job("picture_budget", wanted, {"scale": 2.0 * self.devicePixelRatioF()})
        self._desk.around.quick.run(
            Work(
                "Draw the charts",
                job,
                done=lambda result: self._drawn(wanted, result),
                refused=self._refused,
                replaces=True,
            )
        )

    @property
    def pictures(self) -> list[PictureBox]:
        """The charts that are shown."""
        return self.findChildren(PictureBox)

    def _drawn(self, wanted: object, result: object) -> None:
        if wanted != self._wanted or self._desk.closed or not isinstance(result, tuple):
            return
        self._clear()
        self.says.hide()
        for picture in result:
            if isinstance(picture, BudgetPicture):
                title = told(picture.title, "heading")
                self._column.addWidget(title)
                self._column.addWidget(PictureBox(picture, self._desk.theme))

    def _refused(self, sentence: str) -> None:
        self.says.setText(sentence)
        self.says.show()

    def _clear(self) -> None:
        while self._column.count() > 1:
            entry = self._column.takeAt(1)
            widget = entry.widget() if entry else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


class PictureBox(QWidget):
    """One chart on white paper, no larger than it was drawn; its words are read out."""

    def __init__(self, picture: BudgetPicture, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._size = QSize(round(picture.width * _LOGICAL), round(picture.height * _LOGICAL))
        self._pixmap = QPixmap()
        self._pixmap.loadFromData(picture.png)
        self.setAccessibleName(picture.alt)
        self.setToolTip(picture.alt)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        width = self._drawn_width()
        height = width * self._size.height() / max(1, self._size.width())
        self.setFixedHeight(round(height) + 2 * _MARGIN)

    def _drawn_width(self) -> int:
        most = self._theme.length(self._size.width())
        return max(1, min(self.width() - 2 * _MARGIN, most))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        width = self._drawn_width()
        height = self.height() - 2 * _MARGIN
        painter.drawRoundedRect(0, 0, width + 2 * _MARGIN, self.height(), 6, 6)
        ratio = self.devicePixelRatioF()
        shown = self._pixmap.scaled(
            round(width * ratio),
            round(height * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        painter.drawPixmap(_MARGIN, _MARGIN, shown)
