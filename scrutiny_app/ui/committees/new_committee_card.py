"""One small form for a council and its committee: all that a new workspace needs to begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton
from typing_extensions import override

from scrutiny_app.domain.committee import Council, Nation
from scrutiny_app.ui.theme.icons import icon_pixmap
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import field_row, told

_FIRST = "Begin with the council and one committee. Everything else can be added and changed later."
_ANOTHER = "A council that is not in the list"


@dataclass(frozen=True, slots=True)
class CommitteeAsked:
    """What the officer filled in: a council that is known, or the name and nation of a new one."""

    committee: str
    known: Council | None
    council: str
    nation: Nation


class NewCommitteeCard(Card):
    """``asked`` carries what was filled in, ``given_up`` follows Escape and Cancel."""

    asked = Signal(object)
    given_up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "New committee")
        self._theme = theme
        self.picture = QLabel()
        self.advice = told(_FIRST)
        self.known = ChoiceField()
        self.council = LineField(placeholder="Kelsham City Council")
        self.nation = ChoiceField([(nation.label, nation) for nation in Nation])
        self.committee = LineField(placeholder="Children and Families Scrutiny Committee")
        self._known = Field("Co&uncil", self.known, "Which council it is a committee of")
        self._council = Field("Co&uncil", self.council, "Its name as it stands on the agenda")
        self._nation = Field("&Nation", self.nation, "Whose law on notice and holidays applies")
        self._committee = Field("C&ommittee", self.committee, "Its name as it stands on the agenda")
        self.ready = QPushButton("&Set up")
        self.cancel = QPushButton("Cancel")
        self._place()
        self.known.chosen.connect(lambda _council: self._show_fields())
        self.ready.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.given_up)
        for line in (self.council, self.committee):
            line.returnPressed.connect(self._ask)
        theme.changed.connect(self._tint)
        self._tint()

    def begin(self, councils: Sequence[Council], chosen: Council | None = None) -> None:
        """Offer an empty form: with the councils there are, or with one to be named first."""
        first = not councils
        self.advice.setVisible(first)
        self.title.setText("Your council and its first committee" if first else "New committee")
        self.known.offer([(one.name, one) for one in councils] + [(_ANOTHER, None)])
        self.known.show_value(chosen or (councils[0] if councils else None))
        self.cancel.setVisible(not first)
        self._known.setVisible(not first)
        for line in (self.council, self.committee):
            line.clear()
        for field in (self._council, self._committee):
            field.problem("")
        self._show_fields()
        (self.council if first else self.committee).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why what was asked cannot be done."""
        self._committee.problem(sentence)

    def _place(self) -> None:
        self.ready.setProperty("look", "first")
        self.ready.setAccessibleName("Set up the committee")
        self.cancel.setAccessibleName("Cancel")
        self.body.setContentsMargins(22, 6, 22, 18)
        self.head.setContentsMargins(22, 18, 22, 2)
        self.head.insertWidget(0, self.picture)
        self.body.addWidget(self.advice)
        self.body.addWidget(self._known)
        self.body.addLayout(field_row([self._council, self._nation], [3, 1]))
        self.body.addWidget(self._committee)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ready)
        self.body.addLayout(buttons)

    def _tint(self) -> None:
        size, accent = self._theme.length(26), self._theme.tokens.accent
        self.picture.setPixmap(icon_pixmap("landmark", accent, size, self.devicePixelRatioF()))

    def _show_fields(self) -> None:
        new = self.known.currentData() is None
        self._council.setVisible(new)
        self._nation.setVisible(new)

    def _ask(self) -> None:
        known = self.known.currentData()
        council, committee = self.council.text().strip(), self.committee.text().strip()
        lacking = known is None and not council
        self._council.problem("Type the council's name." if lacking else "")
        self._committee.problem("" if committee else "Type the committee's name.")
        if lacking or not committee:
            (self.council if lacking else self.committee).setFocus()
            return
        nation = Nation(self.nation.currentData())
        self.asked.emit(CommitteeAsked(committee, known, council, nation))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.cancel.isVisible():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
