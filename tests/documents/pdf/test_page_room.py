from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.documents.pdf.page_room import STILL, EdgeBands, clear_bands, make_room
from tests.build import page_facts

BAND = 34.0
FOOT = EdgeBands(head=0, foot=BAND)


def test_a_page_with_free_edges_stays_as_it_is() -> None:
    assert make_room(595, 842, clear=EdgeBands(0, 40), wanted=FOOT) is STILL


def test_an_empty_page_stays_as_it_is() -> None:
    assert make_room(595, 842, clear=EdgeBands(842, 842), wanted=FOOT) is STILL


def test_a_page_with_room_at_the_head_is_moved_up_and_not_made_smaller() -> None:
    move = make_room(595, 842, clear=EdgeBands(100, 10), wanted=FOOT)
    assert (move.scale, move.right) == (1, 0)
    assert move.up == BAND - 10


def test_a_page_moved_up_keeps_a_margin_at_the_head() -> None:
    move = make_room(595, 842, clear=EdgeBands(40, 10), wanted=FOOT)
    assert move.scale < 1
    assert 842 - (move.scale * (842 - 40) + move.up) >= BAND - 0.01


def test_a_page_without_margins_is_made_smaller_by_the_band_alone() -> None:
    move = make_room(595, 842, clear=EdgeBands(0, 0), wanted=FOOT)
    assert move.scale == (842 - BAND) / 842
    assert move.up == BAND
    assert move.right == pytest.approx((595 - 595 * move.scale) / 2)


def test_clear_bands_are_shares_of_the_height_on_record() -> None:
    facts = page_facts(height=421.0, head_clear=21.0, foot_clear=42.1)
    assert clear_bands(facts, 842.0) == EdgeBands(42.0, 84.2)


def test_a_page_without_a_height_on_record_counts_as_full() -> None:
    assert clear_bands(page_facts(height=0.0), 842.0) == EdgeBands(0, 0)


heights = st.floats(min_value=200, max_value=5000)
shares = st.floats(min_value=0, max_value=0.49)


@given(height=heights, head=shares, foot=shares, at_head=st.booleans(), at_foot=st.booleans())
def test_wanted_bands_are_always_free_afterwards_and_nothing_leaves_the_page(
    *, height: float, head: float, foot: float, at_head: bool, at_foot: bool
) -> None:
    clear = EdgeBands(head * height, foot * height)
    wanted = EdgeBands(BAND * at_head, BAND * at_foot)
    move = make_room(400, height, clear=clear, wanted=wanted)
    lowest = move.scale * clear.foot + move.up
    highest = move.scale * (height - clear.head) + move.up
    assert lowest >= wanted.foot - 0.11
    assert highest <= height - wanted.head + 0.11
    assert 0.5 < move.scale <= 1
