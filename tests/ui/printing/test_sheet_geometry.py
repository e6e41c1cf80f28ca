"""Where pages stand on a sheet: as large as there is room, the right way round, in whole dots."""

from __future__ import annotations

import pytest

from scrutiny_app.domain.print_plan import PagePart, Printed
from scrutiny_app.ui.printing.sheet_geometry import OnSheet, places_on

A4, PLAN = (595.0, 842.0), (842.0, 595.0)
TALL, LYING = (1_190, 1_684), (1_684, 1_190)


def the_place(place: Printed, sheet: tuple[int, int]) -> OnSheet:
    (found,) = places_on((place,), sheet, [A4, PLAN])
    return found


def test_a_page_fills_its_sheet() -> None:
    place = the_place(Printed(0), TALL)
    piece = place.tile.piece
    assert (place.left, place.top, piece.width, piece.height) == (0, 0, *TALL)
    assert piece.turns == 0


def test_a_wide_page_is_turned_so_that_it_fills_the_sheet_too() -> None:
    piece = the_place(Printed(1), TALL).tile.piece
    assert (piece.width, piece.height, piece.turns) == (*TALL, 3)


def test_two_pages_stand_beside_each_other() -> None:
    left, right = places_on((Printed(0), Printed(0)), LYING, [A4])
    assert left.left + left.tile.piece.width <= right.left
    assert left.tile.piece.height == pytest.approx(1_190, abs=2)
    (alone,) = places_on((None, Printed(0)), LYING, [A4])
    assert alone.left == right.left


def test_half_a_page_is_a_third_larger_and_the_halves_overlap() -> None:
    upper = the_place(Printed(0, PagePart.UPPER), LYING).tile.piece
    lower = the_place(Printed(0, PagePart.LOWER), LYING).tile.piece
    assert upper.across > 1.3 * TALL[0]
    assert upper.top == 0
    assert lower.top + lower.height == lower.down
    assert lower.top < upper.height


@pytest.mark.parametrize("sheet", [TALL, LYING])
def test_the_halves_of_a_wide_page_are_its_left_and_its_right(sheet: tuple[int, int]) -> None:
    first = the_place(Printed(1, PagePart.UPPER), sheet).tile.piece
    second = the_place(Printed(1, PagePart.LOWER), sheet).tile.piece
    if first.turns:
        # Turned to the left, its left side lies below
        assert first.top + first.height == first.down
        assert second.top == 0
    else:
        assert first.left == 0
        assert second.left + second.width == second.across


def test_strips_cover_a_page_without_gap_or_overlap() -> None:
    place = the_place(Printed(0), TALL)
    strips = place.strips(200_000)
    assert len(strips) > 5
    at = 0
    for strip in strips:
        assert (strip.top, strip.tile.piece.top) == (at, at)
        assert strip.tile.piece.width * strip.tile.piece.height <= 200_000
        at += strip.tile.piece.height
    assert at == place.tile.piece.height
