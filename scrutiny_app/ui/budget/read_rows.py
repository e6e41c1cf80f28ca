"""A file's table as it was read, the role of each column chosen in its heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from scrutiny_app.domain.budget.columns import Column, ColumnRole
from scrutiny_app.domain.budget.importing import PreviewTable
from scrutiny_app.domain.budget.table import FIGURES, Row
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.fields import ChoiceField

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_HEAD, _COMBO, _ROW, _ICON = 76, 32, 34, 15
_WIDE, _USUAL, _NARROW = 190, 132, 104
_LONG = (Column.TITLE, Column.NARRATIVE)
_SHORT = (*FIGURES, Column.POSTS)


class _ReadModel(QAbstractTableModel):
    """The cells of one table; those that a problem names have an icon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._wrong: Mapping[str, str] = {}

    def show(self, table: PreviewTable | None, wrong: Mapping[str, str]) -> None:
        """Show a table; ``wrong`` gives the sentence for each place with a problem."""
        self.beginResetModel()
        self._headings = tuple(one.heading for one in table.columns) if table else ()
        self._rows = table.rows if table else ()
        self._wrong = wrong
        self.endResetModel()

    def index_of(self, place: str) -> QModelIndex:
        """Return the cell of a place, or the first of the row that the place names."""
        for number, row in enumerate(self._rows):
            for column, cell in enumerate(row):
                if cell.place == place or cell.place.startswith(f"{place}, column"):
                    return self.index(number, column)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() >= len(row):
            return None
        cell = row[index.column()]
        wrong = self._wrong.get(cell.place, "")
        told = (cell.text, cell.place, wrong)
        said = (f"{self._headings[index.column()]}: {cell.text}.", wrong)
        shown: dict[int, object] = {
            int(Qt.ItemDataRole.DisplayRole): cell.text,
            int(Qt.ItemDataRole.ToolTipRole): "\n".join(part for part in told if part),
            int(Qt.ItemDataRole.AccessibleTextRole): " ".join(part for part in said if part),
        }
        if role == Qt.ItemDataRole.DecorationRole and wrong:
            return icon("triangle-alert", self._theme.tokens.warn, size=self._theme.length(_ICON))
        return shown.get(role)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section] or "(no heading)"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None


class RoleHeader(QHeaderView):
    """A heading for each column with a choice below it of what the column holds.

    ``chosen`` carries the number of a column and its role.
    """

    chosen = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.choices: list[ChoiceField] = []
        self.setSectionsClickable(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionResized.connect(lambda *_sizes: self._place())
        theme.changed.connect(self._place)

    def offer(self, table: PreviewTable | None, years: Sequence[FinancialYear]) -> None:
        """Offer the roles for every column of a table, with what each is taken to hold."""
        columns = table.columns if table else ()
        if len(self.choices) != len(columns):
            for old in self.choices:
                old.hide()
                old.deleteLater()
            self.choices = [self._choice(place) for place in range(len(columns))]
        for choice, column in zip(self.choices, columns, strict=True):
            choice.offer(_roles(years))
            choice.show_value(column.role)
            choice.setAccessibleName(f"What {column.heading or 'this column'} holds")
            choice.setEnabled(bool(column.heading))
        self._place()

    def _choice(self, place: int) -> ChoiceField:
        choice = ChoiceField()
        choice.setParent(self.viewport())
        choice.chosen.connect(lambda role: self.chosen.emit(place, role))
        choice.show()
        return choice

    def _place(self) -> None:
        height = self._theme.length(_COMBO)
        for section, choice in enumerate(self.choices):
            left = self.sectionViewportPosition(section)
            choice.setGeometry(
                left + 4, self.height() - height - 6, self.sectionSize(section) - 8, height
            )

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.length(_HEAD))

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()


class ReadRows(QTableView):
    """``role_chosen`` carries the heading of a column and what it is to hold."""

    role_chosen = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table: PreviewTable | None = None
        self._model = _ReadModel(theme)
        self.setModel(self._model)
        self.roles = RoleHeader(theme, self)
        self.setHorizontalHeader(self.roles)
        self.setAccessibleName("The table as it was read")
        self.setAccessibleDescription("Above each column a choice says what the column holds")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.roles.chosen.connect(self._choose)
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.roles.updateGeometries())
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_table(
        self,
        table: PreviewTable | None,
        years: Iterable[FinancialYear],
        wrong: Mapping[str, str],
    ) -> None:
        """Show a table with the years that its columns may be of."""
        other = _headings(table) != _headings(self._table)
        self._table = table
        self._model.show(table, wrong)
        self.roles.offer(table, tuple(years))
        if other:
            self._size_columns()

    def go_to(self, place: str) -> bool:
        """Go to the cell of a place; tell whether the table has it."""
        index = self._model.index_of(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def _choose(self, column: int, role: object) -> None:
        if self._table is not None:
            self.role_chosen.emit(self._table.columns[column].heading, role)

    def _size_columns(self) -> None:
        for place, column in enumerate(self._table.columns if self._table else ()):
            held = column.role.column
            width = _WIDE if held in _LONG else _NARROW if held in _SHORT else _USUAL
            self.setColumnWidth(place, self._theme.length(width))

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.length(_ROW))
        self._size_columns()


def _headings(table: PreviewTable | None) -> tuple[str, ...]:
    return tuple(one.heading for one in table.columns) if table else ()


def _roles(years: Sequence[FinancialYear]) -> list[tuple[str, object]]:
    """Return what a column may hold: to be left out first, then the years, then the rest."""
    others = [one for one in Column if one not in (Column.YEAR, Column.IGNORED)]
    roles = [
        ColumnRole(Column.IGNORED),
        *(ColumnRole(Column.YEAR, year) for year in years),
        *(ColumnRole(one) for one in others),
    ]
    return [(role.label, role) for role in roles]
