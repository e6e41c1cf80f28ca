"""The print window: choose pages and paper, see the sheets, print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.printing.order_form import OrderForm
from scrutiny_app.ui.printing.print_job import FileJob, PaperJob
from scrutiny_app.ui.printing.print_order import PrintOrder
from scrutiny_app.ui.printing.sheet_preview import SheetPreview
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.password_strip import PasswordStrip
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.shown_document import ShownDocument
from scrutiny_app.ui.widgets.notice_strip import NoticeStrip

_SIZE = (1_040, 680)
_FORM_WIDTH = 290
_PAUSE_MS = 150
_NO_COPY = (
    "This file is locked with a password, and a copy of its pages would not be. Choose a printer: "
    "it can be printed on paper."
)


class PrintDialog(QDialog):
    """Prints the file of a reading; it stands in nobody's way. ``told`` is for a status line."""

    told = Signal(str)

    def __init__(
        self, reading: Reading, theme: Theme, parent: QWidget | None = None, *, choice: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._reading = reading
        self._theme = theme
        self._choice = choice
        self._locked = False
        self.job: PaperJob | FileJob | None = None
        self.order: PrintOrder | None = None
        self.form = OrderForm()
        self.sheets = SheetPreview(reading, theme)
        self.summary = QLabel(wordWrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.notice = NoticeStrip()
        self.print_ = QPushButton("Print")
        self.stop = QPushButton("Cancel")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._show_order)
        self._name()
        self._place()
        self.form.changed.connect(self._pause.start)
        self.print_.clicked.connect(self._print)
        self.stop.clicked.connect(self._stop_or_close)
        reading.opened.connect(self._opened)
        reading.locked.connect(self._ask_for_password)
        reading.closed.connect(self._closed)
        reading.refused.connect(self._fail)
        if reading.document is not None:
            self._opened()

    def _name(self) -> None:
        self.setWindowTitle("Print")
        self.print_.setProperty("look", "first")
        self.print_.setEnabled(False)
        self.print_.setAccessibleName("Print")
        self.stop.setAccessibleName("Cancel")
        self.stop.setAccessibleDescription("Stops what is being printed, or closes this window")
        self.summary.setProperty("look", "title")
        self.progress.setAccessibleName("Progress of printing")
        self.progress.setFixedHeight(6)
        self.progress.hide()

    def _place(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.print_)
        self._side = QWidget()
        left = QVBoxLayout(self._side)
        left.setContentsMargins(18, 16, 14, 16)
        left.addWidget(self.form, 1)
        left.addSpacing(8)
        left.addWidget(self.summary)
        left.addWidget(self.progress)
        left.addSpacing(6)
        left.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.sheets, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(PasswordStrip(self._reading))
        column.addLayout(row, 1)
        # Only a button that stands in the window can be the one that Enter presses
        self.print_.setDefault(True)
        self.stop.setAutoDefault(False)
        self._measure()
        self._theme.changed.connect(self._measure)
        room = self.screen().availableSize()
        width, height = (self._theme.length(edge) for edge in _SIZE)
        self.resize(min(width, room.width() - 80), min(height, room.height() - 80))

    def _measure(self) -> None:
        self._side.setFixedWidth(self._theme.length(_FORM_WIDTH))

    # --- what is asked for ---

    def _opened(self) -> None:
        document = self._reading.document
        if document is not None:
            self.setWindowTitle(f"Print \N{EM DASH} {document.name}")
            self.form.show_document(document, self._choice)
            self.form.pages.setFocus()
            self._show_order()

    def _closed(self) -> None:
        # A file that is only about to be opened closes the one before, which was none
        if self.order is not None or self._locked:
            self.close()

    def _ask_for_password(self) -> None:
        self._locked = True

    def _show_order(self) -> None:
        document = self._reading.document
        if document is None or self.job is not None:
            return
        try:
            self.order = self.form.order(document)
        except NotFound as trouble:
            self.order = None
            self.form.refuse(str(trouble))
            self.summary.setText("")
            self.print_.setEnabled(False)
            return
        self.form.refuse("")
        told = summary(self.order, saves=self.form.saves)
        self.summary.setText(told)
        self.sheets.show_order(self.order, told)
        self.print_.setText("Save\N{HORIZONTAL ELLIPSIS}" if self.form.saves else "Print")
        self.print_.setAccessibleDescription(told)
        self.print_.setEnabled(bool(self.order.plan.sides) and not self._forbidden(document))

    def _forbidden(self, document: ShownDocument) -> bool:
        """Say at once, before anybody is asked for a place, that a locked file is not copied."""
        forbidden = document.locked and self.form.saves
        if forbidden:
            self.notice.say(_NO_COPY, "warn")
        elif self.notice.sentence.text() == _NO_COPY:
            self.notice.hide()
        return forbidden

    # --- printing ---

    def _print(self) -> None:
        self._show_order()
        if self.order is None or self.job is not None or not self.print_.isEnabled():
            return
        if self.form.saves:
            self._ask_where()
            return
        printer = QPrinter()
        printer.setPrinterName(self.form.printer.currentText())
        self.print_with(printer)

    def print_with(self, printer: QPrinter) -> None:
        """Print what is asked for with a printer."""
        document = self._reading.document
        if self.order is not None and document is not None:
            printer.setDocName(document.name)
            self._run(PaperJob(self._reading, self.order, printer, self))

    def save_as(self, path: Path) -> None:
        """Save what is asked for as a PDF."""
        document = self._reading.document
        if document is not None and path.resolve() == document.path.resolve():
            self._fail("That is the file you are reading. Choose another name for the copy.")
        elif self.order is not None:
            self._run(FileJob(self._reading, self.order, path, self))

    def _ask_where(self) -> None:
        document = self._reading.document
        name = f"{document.path.stem} (chosen pages).pdf" if document else ""
        folder = document.path.parent if document else Path()
        dialog = QFileDialog(self, "Save the pages as a PDF", str(folder / name), "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda chosen: self.save_as(Path(chosen)))
        dialog.open()

    def _run(self, job: PaperJob | FileJob) -> None:
        self.job = job
        self.notice.hide()
        self.form.setEnabled(False)
        self.print_.setEnabled(False)
        self.progress.show()
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.failed.connect(self._fail)
        job.start()

    def _progressed(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.summary.setText(f"Printing: {done} of {of} sides")

    def _finished(self) -> None:
        order = self.order
        self._rest()
        if order is not None:
            done = "Saved" if self.form.saves else "Sent to the printer"
            self.told.emit(f"{done}: {summary(order, saves=self.form.saves)}")
        self.close()

    def _fail(self, sentence: str) -> None:
        self._rest()
        self.notice.say(sentence)
        self.told.emit(sentence)

    def _stop_or_close(self) -> None:
        if self.job is None:
            self.close()
            return
        self.job.cancel()
        self._rest()
        self.told.emit("Printing was stopped.")

    def _rest(self) -> None:
        self.job = None
        self.form.setEnabled(True)
        self.progress.hide()
        self._show_order()

    def done(self, result: int) -> None:
        """Close, and stop what is under way."""
        if self.job is not None:
            self.job.cancel()
            self.job = None
        self.sheets.end()
        super().done(result)


def summary(order: PrintOrder, *, saves: bool) -> str:
    """Say what an order comes to: "34 sheets of A4, 68 sides, 2 of them blank"."""
    plan = order.plan
    sides = f"{len(plan.sides)} side{'' if len(plan.sides) == 1 else 's'}"
    blank = f", {plan.blanks} of them blank" if plan.blanks else ""
    if saves:
        return f"A PDF of {len(plan.sides)} page{'' if len(plan.sides) == 1 else 's'}{blank}"
    sheets = plan.sheets * order.copies
    copies = f" in {order.copies} copies" if order.copies > 1 else ""
    return f"{sheets} sheet{'' if sheets == 1 else 's'} of {order.paper}{copies}, {sides}{blank}"


def print_document(
    path: Path, theme: Theme, parent: QWidget | None = None, *, choice: str = ""
) -> PrintDialog:
    """Show the print window for a file nobody is reading; ``choice`` is "items 4-5" or nothing."""
    reading = Reading(start_viewer())
    dialog = PrintDialog(reading, theme, parent, choice=choice)
    dialog.finished.connect(reading.end)
    reading.open(path)
    dialog.show()
    return dialog
