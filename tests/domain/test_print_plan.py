"""Sheets: each paper on a front, as few blanks as there can be, nothing lost and nothing twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.print_plan import (
    Arrangement,
    PagePart,
    Printed,
    PrintPlan,
    plan_print,
)


def pages_of(plan: PrintPlan) -> list[list[int | None]]:
    return [[place.page if place else None for place in side] for side in plan.sides]


def test_every_paper_starts_on_a_front() -> None:
    plan = plan_print(range(6), {0, 1, 4}, two_sided=True)
    assert pages_of(plan) == [[0], [None], [1], [2], [3], [None], [4], [5]]
    assert (plan.sheets, plan.blanks) == (4, 2)
    assert plan.name_of(3) == "Sheet 2, back"


def test_on_one_side_of_the_sheet_nothing_is_left_blank() -> None:
    plan = plan_print(range(6), {0, 1, 4}, two_sided=False)
    assert pages_of(plan) == [[0], [1], [2], [3], [4], [5]]
    assert (plan.sheets, plan.blanks) == (6, 0)
    assert plan.name_of(3) == "Sheet 4"


def test_pages_from_the_middle_of_a_paper_need_no_blank() -> None:
    assert pages_of(plan_print([9, 10, 11], {8}, two_sided=True)) == [[9], [10], [11]]


def test_two_pages_stand_on_a_side_and_papers_do_not_share_one() -> None:
    plan = plan_print(range(5), {0, 3}, arrangement=Arrangement.TWO, two_sided=False)
    assert pages_of(plan) == [[0, 1], [2, None], [3, 4]]
    both = plan_print(range(3), {0, 1}, arrangement=Arrangement.TWO, two_sided=True)
    assert pages_of(both) == [[0, None], [None, None], [1, 2]]
    assert (both.sheets, both.blanks) == (2, 1)


def test_large_print_puts_half_a_page_on_a_side() -> None:
    plan = plan_print([7], set(), arrangement=Arrangement.HALF, two_sided=True)
    assert plan.sides == ((Printed(7, PagePart.UPPER),), (Printed(7, PagePart.LOWER),))
    assert plan.sheets == 1


def test_nothing_chosen_takes_no_paper() -> None:
    assert plan_print((), (), two_sided=True).sheets == 0


@given(
    pages=st.sets(st.integers(0, 40)).map(sorted),
    starts=st.sets(st.integers(0, 40)),
    arrangement=st.sampled_from(Arrangement),
)
def test_whatever_is_chosen_is_printed_once_in_order_with_papers_on_fronts(
    pages: list[int], starts: set[int], arrangement: Arrangement
) -> None:
    plan = plan_print(pages, starts, arrangement=arrangement, two_sided=True)
    printed = [place.page for side in plan.sides for place in side if place]
    each = 2 if arrangement is Arrangement.HALF else 1
    assert printed == [page for page in pages for _ in range(each)]
    for number, side in enumerate(plan.sides):
        begins = side[0] is not None and side[0].part is not PagePart.LOWER
        if begins and side[0] is not None and side[0].page in starts:
            assert number % 2 == 0
        if not any(side):
            assert number % 2 == 1, "only a back is ever left blank"
