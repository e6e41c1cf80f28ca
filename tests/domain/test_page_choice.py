"""What may be typed to choose pages, and what is answered when it cannot be."""

from __future__ import annotations

import pytest

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.page_choice import chosen_pages

# A pack of 12 pages and a supplement: 12A, 12B, then 13
LABELS = [*map(str, range(1, 13)), "12A", "12B", "13"]
ITEMS = {"1": range(1), "4": range(2, 6), "5": range(6, 10), "6": range(10, 15)}


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", range(15)),
        ("all", range(15)),
        ("3", [2]),
        ("pages 3-5", [2, 3, 4]),
        ("3\N{EN DASH}5", [2, 3, 4]),
        ("Page 3 to 5", [2, 3, 4]),
        ("p. 12a", [12]),
        ("12-13", [11, 12, 13, 14]),
        ("11-", [10, 11, 12, 13, 14]),
        ("5, 3, 3-4", [2, 3, 4]),
        ("item 4", [2, 3, 4, 5]),
        ("items 4-5", range(2, 10)),
        ("items 1, 5", [0, *range(6, 10)]),
        ("items 1 and 5", [0, *range(6, 10)]),
        ("item 1, page 12B", [0, 13]),
        ("item 6-", range(10, 15)),
    ],
)
def test_pages_and_items_are_chosen_as_people_write_them(typed: str, pages: range) -> None:
    assert chosen_pages(typed, LABELS, ITEMS) == tuple(pages)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("40", 'There are no pages "40". Pages run from 1 to 13'),
        ("9-40", 'There are no pages "9-40"'),
        ("nonsense!", "There are no pages"),
        ("9-3", '"9-3" runs backwards'),
        ("items", "Say which to print"),
        ("items 4-9", 'There is no item "4-9". Items run from 1 to 6.'),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(typed: str, sentence: str) -> None:
    with pytest.raises(NotFound) as refusal:
        chosen_pages(typed, LABELS, ITEMS)
    assert str(refusal.value).startswith(sentence)


def test_a_file_without_items_says_so() -> None:
    with pytest.raises(NotFound, match="lists no numbered items"):
        chosen_pages("item 4", LABELS, {})
