"""The settings of this officer on this computer, and facts about the open workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Room
from scrutiny_app.ui.theme.theme import LARGEST_TEXT, SMALLEST_TEXT, TEXT_STEP, Look
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field
from scrutiny_app.ui.widgets.page_head import PageHead

_LOOKS = (
    ("As the system", Look.SYSTEM),
    ("Light", Look.LIGHT),
    ("Dark", Look.DARK),
    ("High contrast", Look.CONTRAST),
)
_WIDTH = 640


class SettingsPage(Page):
    """Everything is kept at once; there is no button to save."""

    room = Room.SETTINGS
    name = "Settings"
    icon_name = "settings"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.head = PageHead(self.theme, "Settings", "For you, on this computer")
        self.look = ChoiceField(_LOOKS)
        self.look.show_value(self.theme.look)
        self.look.chosen.connect(self._choose_look)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.percent = QLabel()
        self._set_up_size()
        looks = Card(self.theme, "How it looks")
        looks.body.addWidget(
            Field("&Look", self.look, "Light, dark, high contrast, or what the system says")
        )
        looks.body.addWidget(Field("&Text size", self._size_row(), "From 100 to 200 per cent"))
        self.slider.setAccessibleName("Text size")
        self.where = Card(self.theme, "This workspace")
        self.facts = QLabel(wordWrap=True, textInteractionFlags=_COPY)
        self.facts.setAccessibleName("Facts about this workspace")
        self.where.body.addWidget(self.facts)
        self.body.addWidget(self.head)
        column = QVBoxLayout()
        column.setSpacing(12)
        for card in (looks, self.where):
            card.setMaximumWidth(self.theme.length(_WIDTH))
            column.addWidget(card)
        column.addStretch(1)
        self.body.addLayout(column, 1)
        self.theme.changed.connect(self._show_size)

    @override
    def refresh(self) -> None:
        store = self.session.store
        lines = [f"Folder: {self.session.folder}", f"Working as: {self.session.who}"]
        if store.read_only:
            lines.append("Open to read only: somebody else edits it.")
        lines.append(
            "This version does not encrypt the workspace. Keep it on a laptop whose disk is "
            "encrypted, and not in a folder that is synchronised."
        )
        lines += store.warnings
        self.facts.setText("\n\n".join(lines))

    def _set_up_size(self) -> None:
        self.slider.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        self.slider.setSingleStep(TEXT_STEP)
        self.slider.setPageStep(TEXT_STEP * 2)
        self.slider.setTracking(False)
        self.slider.valueChanged.connect(self._choose_size)
        self._show_size()

    def _size_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.percent)
        row.setFocusProxy(self.slider)
        return row

    def _choose_look(self, look: object) -> None:
        self.theme.choose(Look(str(look)))

    def _choose_size(self, percent: int) -> None:
        rounded = round(percent / TEXT_STEP) * TEXT_STEP
        if rounded != self.theme.percent:
            self.theme.resize_text(rounded)

    def _show_size(self) -> None:
        self.slider.setValue(self.theme.percent)
        self.percent.setText(f"{self.theme.percent} %")


_COPY = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
