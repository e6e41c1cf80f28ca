from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary

from scrutiny_app.documents.pdf.page_geometry import Box, numbers, see

A4 = (0, 0, 595, 842)


def a_page(box: tuple[float, ...] = A4, **entries: object) -> Dictionary:
    page = Dictionary(MediaBox=Array(list(box)))
    for key, value in entries.items():
        page[f"/{key}"] = Array(list(value)) if isinstance(value, tuple) else value
    return page


@pytest.mark.parametrize(
    ("turn", "size", "corner", "top_right"),
    [
        (0, (595, 842), (0, 0), (595, 842)),
        (90, (842, 595), (595, 0), (0, 842)),
        (180, (595, 842), (595, 842), (0, 0)),
        (270, (842, 595), (0, 842), (595, 0)),
        (-90, (842, 595), (0, 842), (595, 0)),
        (450, (842, 595), (595, 0), (0, 842)),
        (45, (595, 842), (0, 0), (595, 842)),
    ],
)
def test_a_turned_page_has_its_lower_left_corner_where_it_is_seen(
    turn: int, size: tuple[int, int], corner: tuple[int, int], top_right: tuple[int, int]
) -> None:
    seen = see(a_page(Rotate=turn))
    assert (seen.width, seen.height) == size
    assert seen.own(0, 0) == corner
    assert seen.own(*size) == top_right


def test_what_is_seen_is_the_crop_within_the_sheet() -> None:
    assert see(a_page(CropBox=(10, 20, 900, 500))).box == Box(10, 20, 595, 500)


def test_corners_may_be_given_in_any_order() -> None:
    assert see(a_page((595, 842, 0, 0))).box == Box(*A4)


@pytest.mark.parametrize("crop", [(2000, 2000, 3000, 3000), (5, 5, 5, 5), (0, 0, 595, 0)])
def test_a_crop_that_shows_nothing_is_passed_over(crop: tuple[int, ...]) -> None:
    assert see(a_page(CropBox=crop)).box == Box(*A4)


def test_a_page_that_does_not_say_its_size_is_what_viewers_make_of_it() -> None:
    assert see(Dictionary()).box == Box(0, 0, 612, 792)


def test_a_page_of_larger_units_is_larger_in_points() -> None:
    seen = see(a_page((0, 0, 100, 200), UserUnit=2))
    assert (seen.width, seen.height) == (200, 400)
    assert seen.own(200, 400) == (100, 200)


def test_numbers_are_written_without_exponents() -> None:
    assert numbers(1e7, 1e-9, -1e-9, 0.5, 12345678.25) == b"10000000 0 0 0.5 12345678.25"
