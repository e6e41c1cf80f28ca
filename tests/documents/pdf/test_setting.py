from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scrutiny_app.documents.blocks import Inline, Run, plain
from scrutiny_app.documents.manners import Manner
from scrutiny_app.documents.pdf.setting import Line, set_balanced, set_lines
from scrutiny_app.documents.pdf.type_case import TypeCase
from scrutiny_app.documents.plain_text import settled

BODY = Manner(12, 15)
ARIMO = TypeCase("Arimo")
LETTERS = st.text(alphabet="abŵÉ -\u20130/£\u00a0", max_size=120)


def _widths(text: Inline) -> float:
    return set_lines(text, 1000, BODY, ARIMO)[0].width


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@given(st.lists(st.tuples(LETTERS, st.booleans()), max_size=4), st.floats(8, 300))
@example(runs=[("0", False), (" ", False), (" 0", False)], measure=14.0)
@settings(max_examples=60, deadline=None)
def test_no_letter_is_lost_and_no_line_is_too_wide(
    runs: list[tuple[str, bool]], measure: float
) -> None:
    text = tuple(Run(words, bold=bold) for words, bold in runs)
    lines = set_lines(text, measure, BODY, ARIMO)
    assert "".join(_texts(lines)) == "".join(settled(words) for words, _ in runs)
    widest = max(12.0, measure)  # a single letter may be wider than the line
    assert all(line.width <= widest + 0.1 for line in lines)


def test_a_line_ends_at_spaces_and_inside_hyphened_words_but_not_in_numbers() -> None:
    lines = set_lines(plain("self-assessment 2023-24 follow-up"), 66, BODY, ARIMO)
    assert _texts(lines) == ["self-", "assessment ", "2023-24 ", "follow-up"]


def test_a_no_break_space_holds_words_together() -> None:
    lines = set_lines(plain("pages 53\u00a0-\u00a062"), 55, BODY, ARIMO)
    assert _texts(lines) == ["pages ", "53\u00a0-\u00a062"]


@pytest.mark.parametrize(
    "held",
    [
        "26 November",
        "10.30 am",
        "12.00 noon",
        "£1.2 million",
        "section 100A(4)",
        "paragraph(s) 3",
        "Schedule 12A",
        "item 4",
        "0 to",
    ],
)
def test_a_number_and_what_it_counts_are_never_parted(held: str) -> None:
    first, second = held.split()
    room = _widths(plain(f"asked for on {first}")) + 1
    after = "2 and more" if held.endswith("to") else "of this year"
    lines = set_lines(plain(f"asked for on {held} {after}"), room, BODY, ARIMO)
    assert _texts(lines)[0] == "asked for on "
    assert _texts(lines)[1].startswith(f"{first} {second}")


def test_what_belongs_together_is_parted_where_it_would_not_fit_on_a_line() -> None:
    lines = set_lines(plain("26 November 2026"), 60, BODY, ARIMO)
    assert _texts(lines) == ["26 ", "November ", "2026"]


def test_no_line_begins_with_a_dash() -> None:
    room = _widths(plain("Committee Room")) + 1
    lines = set_lines(plain("Committee Room - The Guildhall Yard"), room, BODY, ARIMO)
    assert _texts(lines)[:2] == ["Committee ", "Room - The "]


def test_a_word_may_cross_runs_without_being_parted() -> None:
    lines = set_lines((Run("fore"), Run("cast", bold=True)), 60, BODY, ARIMO)
    assert len(lines) == 1


def test_empty_text_is_one_empty_line() -> None:
    assert set_lines((), 100, BODY, ARIMO) == (Line((), 0),)


def test_no_word_ends_a_paragraph_alone_when_its_neighbour_can_join_it() -> None:
    lines = set_lines(plain("to transact the following business"), 150, BODY, ARIMO)
    assert _texts(lines) == ["to transact the ", "following business"]


def test_the_lines_of_a_heading_are_about_as_long_as_one_another() -> None:
    words = plain("First monitoring visit to the services for children of a city")
    greedy, even = (how(words, 260, BODY, ARIMO) for how in (set_lines, set_balanced))
    assert len(greedy) == len(even) == 2
    assert abs(even[0].width - even[1].width) < abs(greedy[0].width - greedy[1].width)
