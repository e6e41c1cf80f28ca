"""Which table of a file, which of its rows has the headings, and which column holds what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from scrutiny_app.domain.programme.columns import ProgrammeField, ProgrammeMapping
from scrutiny_app.domain.read_table import ReadTable, TableFile
from scrutiny_app.ui.programme.words import capital
from scrutiny_app.ui.widgets.fields import ChoiceField, Field

_NONE = -1
_ACROSS = 5
_HEADING_ROWS = 12
_LONGEST = 40


class MappingFields(QWidget):
    """``changed`` carries another mapping to try."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._file: TableFile | None = None
        self.table = ChoiceField()
        self.heading = ChoiceField()
        self.columns = {one: ChoiceField() for one in ProgrammeField}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        fields = (
            Field("&Table", self.table),
            Field("Row with the headin&gs", self.heading),
            *(Field(capital(one), choice) for one, choice in self.columns.items()),
        )
        for place, field in enumerate(fields):
            grid.addWidget(field, place // _ACROSS, place % _ACROSS)
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)
        self.table.chosen.connect(lambda _place: self._tell(new_table=True))
        self.heading.chosen.connect(lambda _row: self._tell())
        for choice in self.columns.values():
            choice.chosen.connect(lambda _column: self._tell())

    def show_mapping(self, file: TableFile, mapping: ProgrammeMapping) -> None:
        """Show how a file is taken."""
        self._file = file
        table = file.tables[mapping.table]
        self.table.offer((one.name, place) for place, one in enumerate(file.tables))
        self.table.show_value(mapping.table)
        self.heading.offer(
            [
                ("No headings", _NONE),
                *((_row(table, place), place) for place in range(_rows(table))),
            ]
        )
        self.heading.show_value(mapping.heading_row)
        offered = [("Not in this file", _NONE), *_names(table, mapping.heading_row)]
        for one, choice in self.columns.items():
            choice.offer(offered)
            choice.show_value(mapping.columns.get(one, _NONE))

    def _tell(self, *, new_table: bool = False) -> None:
        if self._file is None:
            return
        chosen = {one: int(choice.currentData()) for one, choice in self.columns.items()}
        table = int(self.table.currentData())
        wide = max((len(row) for row in self._file.tables[table].rows), default=0)
        columns = {one: place for one, place in chosen.items() if 0 <= place < wide}
        heading = 0 if new_table else int(self.heading.currentData())
        self.changed.emit(ProgrammeMapping(table, heading, columns))


def _rows(table: ReadTable) -> int:
    return min(_HEADING_ROWS, len(table.rows))


def _row(table: ReadTable, place: int) -> str:
    said = ", ".join(cell.text for cell in table.rows[place] if cell.text)
    return f"Row {place + 1}: {said[:_LONGEST]}"


def _names(table: ReadTable, heading: int) -> list[tuple[str, int]]:
    row = table.rows[heading] if 0 <= heading < len(table.rows) else ()
    wide = max((len(one) for one in table.rows), default=0)
    return [
        (
            f"{place + 1}: {row[place].text[:_LONGEST]}" if place < len(row) else str(place + 1),
            place,
        )
        for place in range(wide)
    ]
