"""The colours can be read, in every look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTableWidget,
)

from scrutiny_app.ui.theme.style_sheet import style_sheet
from scrutiny_app.ui.theme.theme import Look, Theme
from scrutiny_app.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens
from scrutiny_app.ui.widgets.chip import Tone, chip_colours, chip_edge

ALL = [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK]
NAMES = ["light", "dark", "contrast light", "contrast dark"]


def brightness(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", ALL, ids=NAMES)
def test_text_stands_out_from_every_ground_it_lies_on(tokens: Tokens) -> None:
    for ground in (tokens.ground, tokens.card, tokens.side, tokens.field):
        assert contrast(tokens.text, ground) >= 7
        assert contrast(tokens.muted, ground) >= 4.5
        assert contrast(tokens.accent, ground) >= 4.5
    assert contrast(tokens.hint, tokens.field) >= 4.5
    assert contrast(tokens.hint, tokens.text) >= 2
    assert contrast(tokens.text, tokens.selected) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    for word in ("bad", "warn", "good", "special"):
        colour, soft = getattr(tokens, word), getattr(tokens, f"{word}_soft")
        assert min(contrast(colour, ground) for ground in (soft, tokens.card)) >= 4.5
    assert contrast(tokens.accent_strong, tokens.accent_soft) >= 4.5
    assert contrast(tokens.accent_strong, tokens.selected) >= 4.5


@pytest.mark.parametrize("tokens", ALL, ids=NAMES)
def test_controls_and_focus_stand_out_from_what_is_around_them(tokens: Tokens) -> None:
    for ground in (tokens.card, tokens.field, tokens.desk):
        assert contrast(tokens.focus, ground) >= 3
    assert contrast(tokens.edge, tokens.card) >= 3


@pytest.mark.parametrize("look", list(Look))
def test_what_a_field_suggests_is_painted_to_be_read(theme: Theme, look: Look) -> None:
    theme.choose(look)
    field = QLineEdit()
    field.ensurePolished()
    assert field.palette().placeholderText().color().name() == theme.tokens.hint


@pytest.mark.parametrize("tokens", ALL, ids=NAMES)
def test_what_cannot_be_used_is_told_from_what_can(theme: Theme, tokens: Tokens) -> None:
    assert contrast(tokens.off, tokens.text) >= 3
    for control in (QPushButton("Do again"), QLineEdit("Done"), QComboBox(), QCheckBox("Do")):
        control.setStyleSheet(style_sheet(tokens, percent=100))
        usable = control.grab().toImage()
        control.setEnabled(False)
        assert control.grab().toImage() != usable, control


@pytest.mark.parametrize("tokens", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_a_chosen_row_is_told_by_lines_where_the_contrast_is_high(
    theme: Theme, tokens: Tokens
) -> None:
    table = QTableWidget(1, 1)
    table.setStyleSheet(style_sheet(tokens, percent=100))
    table.verticalHeader().hide()
    table.resize(200, 200)
    table.selectRow(0)
    below = table.visualRect(table.model().index(0, 0)).bottomLeft()
    seen = table.viewport().grab().toImage().pixelColor(below.x() + 40, below.y()).name()
    assert contrast(seen, tokens.card) >= 3
    assert seen == tokens.selected_edge


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("tone", list(Tone))
def test_a_chip_is_seen_on_a_chosen_row_and_its_word_is_read(
    theme: Theme, look: Look, tone: Tone
) -> None:
    theme.choose(look)
    ground, word = (colour.name() for colour in chip_colours(theme, tone))
    edge = chip_edge(theme, tone).name()
    for row in (theme.tokens.selected, theme.tokens.hover, theme.tokens.card):
        assert contrast(edge, row) >= 1.7, row
    assert contrast(word, ground) >= 4.5


def test_every_length_but_fine_lines_grows_with_the_text() -> None:
    sheet = style_sheet(LIGHT, percent=200)
    assert "font-size: 26px" in sheet
    assert "border: 1px solid" in sheet
    assert "{" + "card" + "}" not in sheet


def test_the_look_that_was_chosen_is_remembered(qapp: QApplication, settings: QSettings) -> None:
    theme = Theme(qapp, settings)
    theme.choose(Look.DARK)
    theme.resize_text(500)
    theme.end()
    again = Theme(qapp, settings)
    assert (again.look, again.percent, again.tokens) == (Look.DARK, 200, DARK)
    again.choose(Look.SYSTEM)
    again.resize_text(100)
    again.end()
