"""The fields of an agenda item, below the agenda; each is written as it is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from scrutiny_app.domain.agenda import AgendaItem, ItemKind
from scrutiny_app.domain.agenda_editing import amend_item
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, TextField
from scrutiny_app.ui.widgets.folding_row import FoldingRow
from scrutiny_app.ui.widgets.open_day_field import OpenDayField
from scrutiny_app.ui.widgets.typing_in import forget_typing

KIND_CHOICES: tuple[tuple[str, ItemKind], ...] = (
    ("Business", ItemKind.BUSINESS),
    ("Apologies for absence", ItemKind.APOLOGIES),
    ("Declarations of interests", ItemKind.INTERESTS),
    ("Party whip", ItemKind.PARTY_WHIP),
    ("Minutes to confirm", ItemKind.MINUTES),
    ("Work programme", ItemKind.WORK_PROGRAMME),
    ("Exclusion of the public", ItemKind.EXCLUSION),
    ("Exempt minutes", ItemKind.EXEMPT_MINUTES),
    ("Urgent item", ItemKind.URGENT),
)

_NONE = AgendaItem(ItemId(""), "")


class ItemEditor(QWidget):
    """Shows one item."""

    def __init__(self, theme: Theme, changes: AgendaChanges) -> None:
        super().__init__()
        self._changes = changes
        self._number, self._item = 0, _NONE
        self.title = LineField(placeholder="What the agenda lists")
        self.report_of = LineField(placeholder="Director of Children's Services")
        self.kind = ChoiceField(KIND_CHOICES)
        self.purpose = TextField(placeholder="To consider …", lines=2)
        self.public_title = LineField(placeholder="Only where the title itself is private")
        self.education = QCheckBox("Educ&ation business: co-optees vote")
        self.urgency = TextField(placeholder="Why it cannot wait", lines=2)
        self.agreed = OpenDayField(theme, "Not yet")
        self.setFocusProxy(self.title)
        self._lay_out(theme)
        self._connect()

    def show_item(self, number: int, item: AgendaItem, *, read_only: bool) -> None:
        """Show an item as it stands under its number."""
        if item.id != self._item.id:
            self.settle()
            forget_typing(self)
        self._number, self._item = number, item
        self.title.show_text(item.title)
        self.report_of.show_text(item.report_of)
        self.kind.show_value(item.kind)
        self.purpose.show_text(item.purpose)
        self.public_title.show_text(item.public_title)
        self.education.setChecked(item.education)
        self.urgency.show_text(item.urgency_reason)
        self.agreed.show_day(item.chair_agreed_on)
        late = item.added_on is not None or item.kind is ItemKind.URGENT
        self._late.setVisible(late or bool(item.urgency_reason))
        self.setEnabled(not read_only)

    def settle(self) -> None:
        """Write what is being typed."""
        for field in (
            self.title,
            self.report_of,
            self.purpose,
            self.public_title,
            self.urgency,
            self.agreed,
        ):
            field.settle()

    def _lay_out(self, theme: Theme) -> None:
        report = "Whose report it is; the agenda says Report of the …"
        kind = "What sort of business it is; the minutes follow from it"
        public = "What the public reads instead, where the title is not for publication"
        why = "Special circumstances that the minutes must state (Local Government Act 1972 s.100B)"
        self._title_field = Field("&Title", self.title, "What the agenda lists it by")
        self._agreed_field = Field("Chair agreed &on", self.agreed, "The day the chair agreed")
        self._late = FoldingRow(
            theme, (Field("&Urgent because", self.urgency, why), 3), (self._agreed_field, 2)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (
            self._title_field,
            FoldingRow(
                theme,
                (Field("Re&port of the", self.report_of, report), 3),
                (Field("&Kind", self.kind, kind), 2),
            ),
            Field("Pu&rpose", self.purpose, "The line below the title"),
            FoldingRow(
                theme,
                (Field("Tit&le for the public", self.public_title, public), 3),
                (self.education, 2),
            ),
            self._late,
        ):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        for field in (
            self.title,
            self.report_of,
            self.purpose,
            self.public_title,
            self.urgency,
        ):
            field.settled.connect(self._amend)
        self.kind.chosen.connect(self._amend)
        self.education.clicked.connect(self._amend)
        self.agreed.day_settled.connect(self._amend)
        self.agreed.refused.connect(self._agreed_field.problem)

    def _amend(self) -> None:
        title = self.title.text().strip()
        self._title_field.problem("" if title else "An item needs a title; the public is told it.")
        if title and self._item is not _NONE:
            self._write(self._item, title)

    def _write(self, before: AgendaItem, title: str) -> None:
        after = replace(
            before,
            title=title,
            report_of=self.report_of.text().strip(),
            kind=ItemKind(str(self.kind.currentData())),
            purpose=self.purpose.toPlainText().strip(),
            public_title=self.public_title.text().strip(),
            education=self.education.isChecked(),
            urgency_reason=self.urgency.toPlainText().strip(),
            chair_agreed_on=self.agreed.day_or(before.chair_agreed_on),
        )
        if after == before:
            # Whoever types the old words again is asked no more
            self._changes.leave()
        else:
            name = f"Item {self._number}: change the {_changed(before, after)}"
            self._changes.make(name, lambda agenda: amend_item(agenda, after), joins=True)


def _changed(before: AgendaItem, after: AgendaItem) -> str:
    names = {
        "title": before.title != after.title,
        "author": before.report_of != after.report_of,
        "kind": before.kind != after.kind,
        "purpose": before.purpose != after.purpose,
        "title for the public": before.public_title != after.public_title,
        "votes on education": before.education != after.education,
    }
    return next((name for name, was in names.items() if was), "urgency")
