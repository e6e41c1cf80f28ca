"""Where pages stand: below each other, or as in an open book."""

from __future__ import annotations

import pytest

from scrutiny_app.ui.viewer.page_layout import (
    GAP,
    SPINE,
    Fit,
    PageLayout,
    Spot,
    single_rows,
    spread_rows,
    zoom_to_fit,
)

A4 = (595.0, 842.0)


def a_book(labels: str, *, width: int = 3_000) -> PageLayout:
    names = labels.split()
    return PageLayout([A4] * len(names), spread_rows(names), zoom=1.0, turns=0, width=width)


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        ("1 2 3 4", [(None, 0), (1, 2), (3, None)]),
        ("1 2 3 4 5", [(None, 0), (1, 2), (3, 4)]),
        # A supplement goes on from the last page, here on the left
        ("68 69 70", [(None, 0), (None, 1), (2, None)]),
        # A public edition leaves out the pages that were withheld
        ("1 2 6 7", [(None, 0), (1, None), (2, 3)]),
        ("1 2 12 12A 13", [(None, 0), (1, None), (2, 3), (None, 4)]),
        ("i ii iii iv 1 2", [(None, 0), (1, 2), (3, 4), (5, None)]),
        ("1", [(None, 0)]),
    ],
)
def test_odd_pages_stand_on_the_right_and_the_first_alone(
    labels: str, rows: list[tuple[int | None, int | None]]
) -> None:
    assert spread_rows(labels.split()) == rows


def test_the_pages_of_a_book_meet_at_the_spine() -> None:
    book = a_book("1 2 3")
    left, top, width, _ = book.box(1)
    assert left + width == 1_500 - SPINE // 2
    assert book.box(2)[:2] == (1_500 + SPINE // 2, top)
    assert book.box(0)[0] == 1_500 + SPINE // 2, "the cover is a right-hand page"


def test_what_is_in_view_of_a_book_is_both_pages() -> None:
    book = a_book("1 2 3 4 5")
    _, top, _, height = book.box(2)
    assert list(book.pages_between(top + 1, top + height - 1)) == [1, 2]
    assert book.page_at(top + 5) == 1
    assert book.height_of(Spot(2, 0.0)) == top


def test_a_book_is_turned_by_its_rows() -> None:
    book = a_book("1 2 3 4 5")
    assert book.rows_on(2, 1) == 3
    assert book.rows_on(2, -1) == 0
    assert book.rows_on(4, 1) == 3, "it ends there"


def test_two_pages_fit_the_width_at_half_the_zoom() -> None:
    one = zoom_to_fit([A4] * 4, 0, 0, (1_000, 800), Fit.WIDTH)
    two = zoom_to_fit([A4] * 4, 0, 0, (1_000, 800), Fit.WIDTH, beside=2)
    assert two == pytest.approx(one / 2, rel=0.03)


def test_a_wide_page_is_drawn_smaller_so_that_no_page_hangs_over() -> None:
    plan = (842.0, 595.0)
    rows = single_rows(3)
    layout = PageLayout([A4, plan, A4], rows, zoom=1.0, turns=0, width=840, shrink=True)
    assert layout.width == 840
    assert layout.box(1)[2] == 840 - 2 * GAP
    assert layout.scale(1) < layout.scale(0)
    assert PageLayout([A4, plan, A4], rows, zoom=1.0, turns=0, width=840).width > 840


def test_a_file_without_pages_has_nothing_in_view() -> None:
    empty = PageLayout((), single_rows(0), zoom=1.0, turns=0, width=100)
    assert empty.page_at(50) == 0
    assert len(empty.pages_between(0, 100)) == 0
