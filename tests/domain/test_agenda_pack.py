from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.agenda_pack import (
    Edition,
    PackLayout,
    PageSpan,
    layout_key,
    page_counts,
    paginate,
    plan_agenda_pack,
)
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.paper import Access, Paper, PaperFacts, TextLayer, WithheldPlace
from scrutiny_app.rulebook.house_styles import house_style
from tests.build import a_paper, a_version, an_agenda, an_item

# The page counts of a real pack, item by item
REAL_PACK = ([], [], [6], [3, 11, 11, 5, 4, 5], [3, 6], [2, 1, 2])


def laid_out(
    *items: list[Paper],
    edition: Edition = Edition.PUBLIC,
    front: int = 2,
    place: WithheldPlace = WithheldPlace.LAST,
) -> PackLayout:
    agenda = replace(
        an_agenda(), items=tuple(an_item(f"Item {n}", papers) for n, papers in enumerate(items, 1))
    )
    plan = plan_agenda_pack(agenda, edition, usually=place)
    return paginate(plan, page_counts(agenda), front_pages=front)


def test_a_real_pack_has_68_pages_and_its_items_stand_where_they_stood() -> None:
    layout = laid_out(*([a_paper(pages=pages) for pages in item] for item in REAL_PACK))
    assert layout.page_count == 68
    assert list(layout.items.values()) == [
        PageSpan(3, 8),
        PageSpan(9, 52),
        PageSpan(53, 62),
        PageSpan(63, 68),
    ]
    assert layout.blanks == (12, 24, 36, 42, 52, 56, 66)


def test_an_odd_front_sheet_is_followed_by_a_blank_page() -> None:
    layout = laid_out([a_paper(pages=2)], front=3)
    assert layout.blanks == (4,)
    assert next(iter(layout.items.values())) == PageSpan(5, 6)


def test_an_exempt_paper_is_left_out_of_the_public_pack() -> None:
    layout = laid_out([a_paper("Budget"), a_paper("Staffing", access=Access.EXEMPT)])
    assert [paper.title for paper in layout.plan.papers] == ["Budget"]
    assert layout.page_count == 4


def test_a_confidential_paper_is_left_out_of_the_public_pack() -> None:
    layout = laid_out([a_paper(access=Access.CONFIDENTIAL), a_paper("Budget")])
    assert [paper.title for paper in layout.plan.papers] == ["Budget"]


def items_with_private_papers() -> list[list[Paper]]:
    """An item with an exempt appendix before its report, a private item, and a public one."""
    secret = a_paper("Prices", pages=3, access=Access.EXEMPT)
    return [
        [secret, a_paper("Report", pages=2)],
        [a_paper("Advice", pages=1, access=Access.CONFIDENTIAL)],
        [a_paper("Programme")],
    ]


def test_withheld_papers_stand_last_so_that_the_public_edition_has_no_gap() -> None:
    items = items_with_private_papers()
    public, full = laid_out(*items), laid_out(*items, edition=Edition.FULL)
    assert all(full.papers[paper] == span for paper, span in public.papers.items())
    assert public.numbers == (1, 2, 3, 4, 5, 6)
    assert full.numbers == tuple(range(1, 13))
    assert [paper.title for paper in full.plan.papers] == [
        "Report",
        "Programme",
        "Prices",
        "Advice",
    ]


def test_an_item_with_a_withheld_appendix_has_its_pages_in_two_places() -> None:
    full = laid_out(*items_with_private_papers(), edition=Edition.FULL)
    assert [[(run.first, run.last) for run in span.runs] for span in full.items.values()] == [
        [(3, 4), (7, 10)],
        [(11, 12)],
        [(5, 6)],
    ]
    assert full.item_starts == {3: 1, 7: 1, 11: 2, 5: 3}
    assert full.withheld_runs == (PageSpan(7, 12),)


def test_a_council_or_a_meeting_may_have_withheld_papers_as_they_are_listed() -> None:
    items, listed = items_with_private_papers(), WithheldPlace.LISTED
    public, full = (
        laid_out(*items, place=listed),
        laid_out(*items, edition=Edition.FULL, place=listed),
    )
    assert all(full.papers[paper] == span for paper, span in public.papers.items())
    assert public.numbers == (1, 2, 7, 8, 11, 12)
    assert public.skipped == (PageSpan(3, 6), PageSpan(9, 10))
    assert full.withheld_runs == ()
    agenda = an_agenda()
    own = replace(agenda, meeting=replace(agenda.meeting, withheld_papers=WithheldPlace.LAST))
    assert plan_agenda_pack(own, Edition.FULL, usually=listed).withheld is WithheldPlace.LAST


def test_a_paper_to_follow_takes_no_pages() -> None:
    late = replace(a_paper("Late"), version=None)
    layout = laid_out([late, a_paper("Here")])
    assert [paper.title for paper in layout.plan.items[0].to_follow] == ["Late"]
    assert layout.numbers == (1, 2, 3, 4)


def test_an_attachment_takes_no_pages_whoever_may_read_it() -> None:
    kept = replace(a_version(), facts=PaperFacts((), TextLayer.TEXT, attachment=True))
    papers = [a_paper("Figures", version=kept), a_paper("Report", pages=3)]
    for edition in Edition:
        layout = laid_out(papers, edition=edition)
        assert list(layout.papers) == [papers[1].id]
        assert layout.plan.items[0].attached == (papers[0],)
        assert layout.page_count == laid_out(papers[1:], edition=edition).page_count


def test_an_item_with_nothing_to_show_has_no_pages() -> None:
    layout = laid_out([a_paper(access=Access.EXEMPT)], [a_paper("Open")])
    assert len(layout.items) == 1


def test_a_pack_without_items_is_not_ready() -> None:
    agenda = replace(an_agenda(), items=())
    with pytest.raises(PackNotReady, match="nothing on the agenda"):
        plan_agenda_pack(agenda, Edition.PUBLIC)


def test_the_layout_key_changes_with_a_title_and_with_nothing_else() -> None:
    style = house_style("neutral")
    agenda = an_agenda([a_paper()])
    retitled = replace(agenda, items=(replace(agenda.items[0], title="New"), *agenda.items[1:]))
    assert layout_key(agenda, style) == layout_key(agenda, style)
    assert layout_key(retitled, style) != layout_key(agenda, style)


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 9), st.sampled_from(list(Access))), max_size=4),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 5),
    st.sampled_from(list(WithheldPlace)),
)
def test_every_paper_starts_on_a_right_hand_page_and_no_number_is_used_twice(
    items: list[list[tuple[int, Access]]], front: int, place: WithheldPlace
) -> None:
    papers = [[a_paper(pages=pages, access=access) for pages, access in item] for item in items]
    layout = laid_out(*papers, front=front, place=place)
    full = laid_out(*papers, front=front, place=place, edition=Edition.FULL)
    assert all(full.papers[paper] == span for paper, span in layout.papers.items())
    assert place is WithheldPlace.LISTED or not layout.skipped
    assert all(span.first % 2 == 1 for span in layout.papers.values())
    assert list(layout.numbers) == sorted(set(layout.numbers))
    assert layout.page_count % 2 == 0
    assert set(layout.blanks) <= set(layout.numbers)
