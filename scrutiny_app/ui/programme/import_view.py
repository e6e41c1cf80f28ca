"""A work programme to be imported: how its columns are taken, and what that would bring."""

from __future__ import annotations

from collections.abc import Sequence

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.programme.columns import ProgrammeField, ProgrammeMapping, guess_mapping
from scrutiny_app.domain.programme.importing import preview_programme
from scrutiny_app.domain.programme.preview import ImportedItem, ProgrammePreview
from scrutiny_app.domain.read_table import TableFile
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.ui.programme.mapping_fields import MappingFields
from scrutiny_app.ui.programme.preview_view import PreviewView
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.record_table import Column

_COLUMNS: Sequence[Column[ImportedItem]] = (
    Column("Item", lambda one: one.title, below=lambda one: one.purpose),
    Column(
        "Meeting or window",
        lambda one: long_date(one.day, DAY_DATE) if one.day else one.window or "to be scheduled",
        width=160,
    ),
    Column("Lead officer", lambda one: one.lead_officer, width=150),
    Column("Points", lambda one: str(len(one.sub_points) or ""), width=70, right=True),
    Column("Read from", lambda one: one.place, width=180),
)


class ImportView(PreviewView[ImportedItem]):
    """The columns may be taken otherwise; the preview follows at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "What it would bring", _COLUMNS)
        self._file: TableFile | None = None
        self._year = ""
        self._mapping: ProgrammeMapping | None = None
        self.preview: ProgrammePreview | None = None
        self.mapping = MappingFields()
        self.head = Card(theme, "Import a work programme")
        self.head.body.addWidget(self.mapping)
        self.column.insertWidget(0, self.head)
        self.mapping.changed.connect(self._try)

    def begin(self, file: TableFile, municipal_year: str) -> None:
        """Look at the tables of a file.

        Raises:
            WrongInput: it holds no table at all.
        """
        self._file, self._year = file, municipal_year
        self.head.say(f"{file.name}, into {municipal_year}")
        try:
            self._try(guess_mapping(file))
        except WrongInput as error:
            if not file.tables:
                raise
            self._try(ProgrammeMapping(0, 0, {ProgrammeField.ITEM: 0}), str(error))

    def into(self, municipal_year: str) -> None:
        """Look at the same file as a programme of another year."""
        if self._file is not None and self._mapping is not None:
            self._year = municipal_year
            self.head.say(f"{self._file.name}, into {municipal_year}")
            self._try(self._mapping)

    def _try(self, mapping: ProgrammeMapping, doubt: str = "") -> None:
        if self._file is None:
            return
        self._mapping = mapping
        problems = [doubt] if doubt else []
        try:
            self.preview = preview_programme(self._file, self._year, mapping)
        except WrongInput as error:
            self.preview = None
            problems.append(str(error))
        self.mapping.show_mapping(self._file, mapping)
        if self.preview is None:
            self.show_rows((), "", problems)
            return
        preview = self.preview
        problems += [one.sentence for one in preview.problems]
        notes = (*preview.remarks, *(f"Footnote: {one}" for one in preview.footnotes))
        self.show_rows(preview.items, _counts(preview), problems, notes)


def _counts(preview: ProgrammePreview) -> str:
    return (
        f"{len(preview.days)} meetings, {len(preview.items)} items, "
        f"{len(preview.footnotes)} footnotes"
    )
