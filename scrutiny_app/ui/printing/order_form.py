"""The form beside the sheets: which pages, on what paper, how many."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from scrutiny_app.domain.page_choice import chosen_pages
from scrutiny_app.domain.print_plan import Arrangement, plan_print
from scrutiny_app.ui.printing.item_ticks import ItemTicks
from scrutiny_app.ui.printing.print_order import SIZES, PrintOrder
from scrutiny_app.ui.viewer.outline_items import item_pages, paper_starts
from scrutiny_app.ui.viewer.shown_document import ShownDocument

AS_PDF = "Save as a PDF"
_ARRANGEMENTS = {
    Arrangement.ONE: "One page on a side",
    Arrangement.TWO: "Two pages on a side",
    Arrangement.HALF: "Large: half a page on a side",
}
_MOST_COPIES = 200


class OrderForm(QWidget):
    """What is asked for; ``changed`` tells that it is something else now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer = QComboBox()
        self.pages = QLineEdit()
        self.ticks = ItemTicks()
        self.arrangement = QComboBox()
        self.paper = QComboBox()
        self.two_sided = QCheckBox("Print on both sides")
        self.grey = QCheckBox("Shades of grey")
        self.copies = QSpinBox(minimum=1, maximum=_MOST_COPIES)
        self.trouble = QLabel(wordWrap=True)
        self.trouble.setProperty("look", "bad")
        self.trouble.hide()
        self._fill()
        self._name()
        self._place()
        self._connect()

    def show_document(self, document: ShownDocument, choice: str) -> None:
        """Offer the items of a file, with a first choice of pages."""
        self.ticks.show_document(document)
        self.pages.setText(choice)
        self._follow_printer()

    @property
    def saves(self) -> bool:
        """Whether the pages go into a PDF."""
        return self.printer.currentText() == AS_PDF

    def order(self, document: ShownDocument) -> PrintOrder:
        """Return what is asked for.

        Raises:
            NotFound: the pages typed are not there.
        """
        pages = chosen_pages(self.pages.text(), document.labels, item_pages(document))
        self.ticks.show_chosen(self.pages.text(), frozenset(pages))
        arrangement = Arrangement(self.arrangement.currentData())
        plan = plan_print(
            pages,
            paper_starts(document),
            arrangement=arrangement,
            two_sided=self.two_sided.isChecked(),
        )
        grey = self.grey.isChecked() and not self.saves
        copies = 1 if self.saves else self.copies.value()
        return PrintOrder(plan, arrangement, self.paper.currentText(), grey=grey, copies=copies)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the pages; nothing when they are right."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.pages.setProperty("look", "refused" if sentence else "")
        self.pages.style().polish(self.pages)

    def _fill(self) -> None:
        self.printer.addItems([*QPrinterInfo.availablePrinterNames(), AS_PDF])
        usual = QPrinterInfo.defaultPrinterName()
        if usual:
            self.printer.setCurrentText(usual)
        for arrangement, name in _ARRANGEMENTS.items():
            self.arrangement.addItem(name, arrangement.value)
        self.paper.addItems(list(SIZES))
        self.two_sided.setChecked(True)
        self.pages.setPlaceholderText("All of them")
        self.pages.setClearButtonEnabled(True)

    def _name(self) -> None:
        """Say what everything is to whoever does not see it."""
        for widget, name, tells in (
            (self.printer, "Printer", "Where the pages go"),
            (self.pages, "Pages to print", 'Such as "items 4-5", "pages 9-52", "9-12, 30A"'),
            (self.ticks, "Items to print", "Space ticks an item"),
            (self.arrangement, "On each side", "How much stands on one side of a sheet"),
            (self.paper, "Paper", "The size of the sheets"),
            (self.two_sided, "Print on both sides", "Each paper still starts on its own sheet"),
            (self.grey, "Shades of grey", "Shows how colours come out without any"),
            (self.copies, "Copies", "How many times everything is printed"),
        ):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(tells)
            widget.setToolTip(tells)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, widget in (
            ("Printer", self.printer),
            ("Pages", self.pages),
            ("", self.trouble),
            ("", self.ticks),
            ("On each side", self.arrangement),
            ("Paper", self.paper),
            ("Copies", self.copies),
            ("", self.two_sided),
            ("", self.grey),
        ):
            if name:
                label = QLabel(name)
                label.setProperty("look", "small")
                label.setBuddy(widget)
                column.addSpacing(4)
                column.addWidget(label)
            column.addWidget(widget, 1 if widget is self.ticks else 0)

    def _connect(self) -> None:
        self.printer.currentIndexChanged.connect(self._follow_printer)
        self.ticks.chosen.connect(self.pages.setText)
        self.pages.textChanged.connect(self.changed)
        for choice in (self.arrangement, self.paper):
            choice.currentIndexChanged.connect(self.changed)
        for tick in (self.two_sided, self.grey):
            tick.toggled.connect(self.changed)
        self.copies.valueChanged.connect(self.changed)

    def _follow_printer(self) -> None:
        """A PDF keeps its colours and the size of its pages, and there is one of it."""
        for widget in (self.paper, self.copies, self.grey):
            widget.setEnabled(not self.saves)
        self.changed.emit()
