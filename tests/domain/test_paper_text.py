from __future__ import annotations

from datetime import date

import pytest

from scrutiny_app.domain.paper_text import dates_of_meeting, lists_background_papers


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Meeting Date 24 th January 2024 Report author", [date(2024, 1, 24)]),
        ("Date of meeting:\nThursday, 25 January 2024", [date(2024, 1, 25)]),
        ("DATE OF THE MEETING - 1st March 2027", [date(2027, 3, 1)]),
        ("Meeting date: 02/03/2027", [date(2027, 3, 2)]),
        ("At its meeting on 18 September 2025 it considered", []),
        ("Date: 24 January 2024. Report of the Director", []),
        ("The inspection of 24 January 2024 found", []),
        ("Meeting date 31 February 2024", []),
        ("", []),
    ],
)
def test_only_what_is_said_to_be_the_meeting_s_day_is_taken_for_it(
    words: str, days: list[date]
) -> None:
    assert list(dates_of_meeting([words])) == days


def test_other_meetings_further_on_are_not_this_one() -> None:
    words = "x " * 1_000 + "meeting held on 3 March 2020"
    assert dates_of_meeting([words, "Meeting date 4 March 2020"]) == ()
    assert dates_of_meeting([]) == ()


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("9 List of background\npapers other than published works", True),
        ("Background documents: none", True),
        ("1. Background. The papers show", False),
    ],
)
def test_a_list_of_background_papers_is_told_by_its_heading(page: str, *, found: bool) -> None:
    assert lists_background_papers(["first page", page]) is found
