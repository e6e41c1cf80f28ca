"""Items to tick for printing, some of which share the front sheet's pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.page_choice import chosen_pages
from scrutiny_app.ui.printing.item_ticks import ItemTicks
from scrutiny_app.ui.viewer.outline_items import item_pages
from scrutiny_app.ui.viewer.shown_document import OutlineEntry, ShownDocument

# Items 1, 2 and 5 stand on the front sheet; item 4 has an exempt paper behind all others
PACK = ShownDocument(
    Path("pack.pdf"),
    "mark",
    "Pack",
    ((595.0, 842.0),) * 12,
    tuple(str(page) for page in range(1, 13)),
    (
        OutlineEntry("1. Apologies", 0, 0, 0, 0.0),
        OutlineEntry("2. Interests", 0, 0, 0, 0.0),
        OutlineEntry("4. Improvement (3 to 6, 11 to 12)", 0, 2, 5, 0.0),
        OutlineEntry("Report (3 to 6)", 1, 2, 5, 0.0),
        OutlineEntry("Not for publication (11 to 12)", 1, 10, 11, 0.0),
        OutlineEntry("5. Exclusion", 0, 0, 0, 0.0),
        OutlineEntry("6. Budget (7 to 10)", 0, 6, 9, 0.0),
    ),
)


@pytest.fixture
def ticks(qtbot: QtBot) -> ItemTicks:
    one = ItemTicks()
    qtbot.addWidget(one)
    one.show_document(PACK)
    return one


def ticked(ticks: ItemTicks) -> str:
    """Return which rows are ticked: "x" and "-"."""
    states = (ticks.item(row).checkState() for row in range(ticks.count()))
    return "".join("x" if state == Qt.CheckState.Checked else "-" for state in states)


def test_an_item_has_the_pages_of_its_papers_wherever_they_lie() -> None:
    assert item_pages(PACK)["4"] == (2, 3, 4, 5, 10, 11)
    assert item_pages(PACK)["6"] == (6, 7, 8, 9)


def test_items_are_named_without_the_pages_that_the_pack_put_behind_them(ticks: ItemTicks) -> None:
    assert ticks.item(2).text().startswith("4. Improvement  (")


def test_a_tick_taken_away_stays_away_though_another_item_shares_its_pages(
    ticks: ItemTicks,
) -> None:
    told: list[str] = []
    ticks.chosen.connect(told.append)
    ticks.chosen.connect(
        lambda typed: ticks.show_chosen(typed, chosen_pages(typed, PACK.labels, item_pages(PACK)))
    )
    ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
    ticks.item(3).setCheckState(Qt.CheckState.Unchecked)
    assert told == ["items 2, 4, 5, 6", "items 2, 4, 6"]
    assert ticked(ticks) == "-xx-x"


def test_pages_typed_tick_the_items_they_hold_whole(ticks: ItemTicks) -> None:
    ticks.show_chosen("7-10", range(6, 10))
    assert ticked(ticks) == "----x"
    ticks.show_chosen("", range(12))
    assert ticked(ticks) == "xxxxx"
