"""The pages of a PDF whose columns no rules part, one at a time, with borders to be moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from scrutiny_app.domain.read_table import PageColumns
from scrutiny_app.ui.budget.column_ruler import ColumnRuler
from scrutiny_app.ui.page import Surroundings
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.form import told

_SAYS = (
    "No lines part the columns on these pages, so they were parted where nothing is printed. Move "
    "a border where that is wrong; the table is read again."
)


class BordersCard(Card):
    """``moved`` carries the borders of every page, by page."""

    moved = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, "Borders between columns")
        self._around = around
        self._file: Path | None = None
        self._pages: dict[int, PageColumns] = {}
        self._borders: dict[int, tuple[float, ...]] = {}
        self.ruler: ColumnRuler | None = None
        self.page = ChoiceField()
        self.page.setAccessibleName("Page")
        self.says = told("", "small")
        self.same = new_action(
            self, "&Same on every page", tells="Put the borders of this page on all of them"
        )
        self.same.triggered.connect(self._same)
        self.page.chosen.connect(lambda _page: self._show())
        self.head.addWidget(self.page)
        above = QHBoxLayout()
        above.addWidget(told(_SAYS), 1)
        above.addWidget(button_for(self.same))
        self.body.addLayout(above)
        self.body.addWidget(self.says)

    def show_columns(self, file: Path, columns: Sequence[PageColumns]) -> None:
        """Show the pages of a file, with the borders that are in force."""
        self._pages = {one.page: one for one in columns}
        self._borders = {one.page: one.borders for one in columns}
        self.page.offer((f"Page {one.page}", one.page) for one in columns)
        self.page.setVisible(len(columns) > 1)
        self.same.setEnabled(len(columns) > 1)
        if not columns:
            return
        if self.ruler is None:
            self.ruler = ColumnRuler(self._theme, self._around.new_reading())
            self.ruler.moved.connect(self._moved)
            self.ruler.told.connect(self.says.setText)
            self.body.insertWidget(1, self.ruler, 1)
        if file != self._file:
            self._file = file
            self.ruler.open(file)
        self._show()

    def close_file(self) -> None:
        """Let the file go."""
        self._file, self._pages, self._borders = None, {}, {}
        if self.ruler is not None:
            self.ruler.close_file()

    @property
    def borders(self) -> Mapping[int, tuple[float, ...]]:
        """The borders of every page."""
        return self._borders

    def _show(self) -> None:
        number = self.page.currentData()
        if self.ruler is not None and number in self._pages:
            self.ruler.show_page(self._pages[number], self._borders[number])

    def _moved(self, borders: tuple[float, ...]) -> None:
        self._borders[self.page.currentData()] = borders
        self.moved.emit(dict(self._borders))

    def _same(self) -> None:
        here = self._borders[self.page.currentData()]
        self._borders = dict.fromkeys(self._borders, here)
        self.moved.emit(dict(self._borders))
