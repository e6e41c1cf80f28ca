from __future__ import annotations

import pytest

from scrutiny_app.domain.issued_pages import (
    IssuedPages,
    first_pages,
    page_runs,
    page_words,
    pages_in_place,
    whole_number,
)

NINE_TO_TWELVE = IssuedPages(("9", "10", "11"), ("12",))


def test_new_pages_start_on_the_right_hand_and_end_with_a_blank_one() -> None:
    assert first_pages(3, after=68) == IssuedPages(("69", "70", "71"), ("72",))
    assert first_pages(2, after=68) == IssuedPages(("69", "70"))


@pytest.mark.parametrize(
    ("length", "labels", "blanks"),
    [
        (3, "9 10 11", "12"),
        (4, "9 10 11 12", ""),
        (5, "9 10 11 12 12A", "12B"),
        (6, "9 10 11 12 12A 12B", ""),
        (1, "9", "10"),
    ],
)
def test_a_replacement_takes_the_same_pages_and_letters_after_them(
    length: int, labels: str, blanks: str
) -> None:
    pages = pages_in_place(NINE_TO_TWELVE, length)
    assert pages == IssuedPages(tuple(labels.split()), tuple(blanks.split()))


def test_a_second_longer_replacement_goes_on_with_the_letters() -> None:
    first = pages_in_place(NINE_TO_TWELVE, 5)
    assert pages_in_place(first, 8).all == ("9", "10", "11", "12", "12A", "12B", "12C", "12D")


def test_letters_go_on_after_z() -> None:
    pages = pages_in_place(IssuedPages(("9", "10")), 56).labels
    assert pages[26:31] == ("10Y", "10Z", "10AA", "10AB", "10AC")
    assert pages[-3:] == ("10AZ", "10BA", "10BB")
    assert len(set(pages)) == 56


def test_pages_are_told_as_runs() -> None:
    assert page_runs(("9", "10", "10A", "10B", "71")) == (("9", "10B"), ("71", "71"))
    assert page_words(("9", "10", "10A", "71", "72"), "{first} - {last}") == "9 - 10A, 71 - 72"
    assert page_runs(()) == ()


def test_the_number_of_a_lettered_page_is_told_apart() -> None:
    assert whole_number("12AB") == 12
    with pytest.raises(ValueError, match="no page number"):
        whole_number("A12")
