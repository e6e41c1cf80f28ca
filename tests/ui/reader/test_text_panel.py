"""The page as text reads as paragraphs, not as the lines a printer broke."""

from __future__ import annotations

from scrutiny_app.ui.reader.text_panel import flowing

PAGE = """27 ATTENDANCE
The Director introduced the report on attendance at schools of the city in
2025/26.   The following points were raised in the long and lively debate that
Members held:
a) That is 742 children, of whom 461 are in Years 10 and 11, which is more than
On Thursday.
b) A short point.
"""


def test_broken_lines_are_joined_and_points_stay_apart() -> None:
    assert flowing(PAGE).split("\n\n") == [
        "27 ATTENDANCE",
        (
            "The Director introduced the report on attendance at schools of the city in 2025/26. "
            "The following points were raised in the long and lively debate that Members held:"
        ),
        (
            "a) That is 742 children, of whom 461 are in Years 10 and 11, which is more than "
            "On Thursday."
        ),
        "b) A short point.",
    ]


def test_a_page_without_words_has_none() -> None:
    assert flowing("\n  \n") == ""
