from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PageSpan, plan_agenda_pack
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.issued_pages import IssuedPages
from scrutiny_app.domain.paper import Access
from scrutiny_app.domain.supplement import (
    Coming,
    Supplement,
    issue_supplement,
    lay_out_issued,
    lay_out_supplement,
    plan_supplement,
)
from tests.published import (
    NOTICE,
    PUBLISHED_AT,
    a_published_agenda,
    filed,
    issue_of,
    with_item,
    with_late_paper,
    with_paper,
)


def brought(supplement: Supplement) -> dict[str, tuple[str, str, str]]:
    return {
        one.paper.title: (one.how.value, " ".join(one.pages.all), one.after[Edition.PUBLIC])
        for one in supplement.additions
    }


def test_new_papers_go_on_from_the_last_page_and_replacements_keep_theirs() -> None:
    agenda = a_published_agenda()
    now = filed(filed(agenda, "Progress", pages=5), "Budget report", pages=3)
    now = with_late_paper(now, 2, "Comments", pages=1)
    supplement = plan_supplement(issue_of(agenda), now, front_pages=1)
    assert supplement.front.all == ("11", "12")
    assert brought(supplement) == {
        "Progress": ("replaced", "3 4 5 6 6A 6B", "2"),
        "Comments": ("late", "13 14", "8"),
        "Budget report": ("to follow", "15 16 17 18", "14"),
    }
    assert supplement.additions[0].taken_out.all == ("3", "4", "5", "6")
    assert supplement.last_page == 18


def test_pages_of_everything_else_never_move_from_issue_to_issue() -> None:
    agenda = a_published_agenda()
    first = issue_of(agenda)
    now = filed(agenda, "Budget report", pages=3)
    second = issue_supplement(
        first, plan_supplement(first, now, front_pages=2), NOTICE, PUBLISHED_AT
    )
    later = with_late_paper(now, 1, "Apologies", pages=2)
    third = issue_supplement(
        second, plan_supplement(second, later, front_pages=2), NOTICE, PUBLISHED_AT
    )
    for before, after in ((first, second), (second, third)):
        for paper in before.papers:
            if paper.pages.labels:
                assert after.by_paper[paper.id].pages == paper.pages
    used = [label for paper in third.papers for label in paper.pages.all]
    fronts = [*first.sheet.all, *second.sheet.all, *third.sheet.all]
    assert len({*used, *fronts}) == len(used) + len(fronts), "no number is given twice"
    assert (second.number, third.number) == (2, 3)


def test_a_shorter_replacement_leaves_numbers_unused() -> None:
    agenda = a_published_agenda()
    now = filed(agenda, "Progress", pages=1)
    (one,) = plan_supplement(issue_of(agenda), now, front_pages=1).additions
    assert (one.pages, one.taken_out.all) == (
        IssuedPages(("3",), ("4",)),
        ("3", "4", "5", "6"),
    )


def test_a_paper_taken_off_is_withdrawn_and_its_numbers_are_not_used_again() -> None:
    agenda = a_published_agenda()
    now = with_item(agenda, 2, lambda item: replace(item, papers=item.papers[:1]))
    now = with_late_paper(now, 3, "Late", pages=2)
    supplement = plan_supplement(issue_of(agenda), now, front_pages=2)
    assert [gone.title for gone in supplement.withdrawn] == ["Figures"]
    assert brought(supplement)["Late"][1] == "13 14"


def test_a_withheld_paper_keeps_its_pages_and_stays_out_of_the_public_supplement() -> None:
    agenda = filed(a_published_agenda(), "Tender prices", pages=4)
    now = filed(agenda, "Budget report", pages=2)
    supplement = plan_supplement(issue_of(a_published_agenda_like(agenda)), now, front_pages=2)
    public = lay_out_supplement(supplement, Edition.PUBLIC)
    assert [paper.title for paper in public.plan.papers] == ["Budget report"]
    assert [paper.title for paper in lay_out_supplement(supplement, Edition.FULL).plan.papers] == [
        "Budget report",
        "Tender prices",
    ]


def a_published_agenda_like(agenda: Agenda) -> Agenda:
    """The same agenda as it was issued, with another file of the exempt paper."""
    return filed(agenda, "Tender prices", pages=2)


def test_a_paper_opened_to_the_public_comes_under_the_pages_it_had() -> None:
    agenda = a_published_agenda()
    now = with_paper(
        agenda, "Tender prices", lambda paper: replace(paper, access=Access.PUBLIC, exempt=None)
    )
    (one,) = plan_supplement(issue_of(agenda), now, front_pages=2).additions
    assert (one.how, one.pages.all, one.after[Edition.PUBLIC]) == (
        Coming.OPENED,
        ("9", "10"),
        "8",
    )


def test_without_anything_new_there_is_no_supplement() -> None:
    agenda = a_published_agenda()
    with pytest.raises(PackNotReady, match="Nothing has come"):
        plan_supplement(issue_of(agenda), agenda, front_pages=1)


def test_the_layout_stamps_the_issued_numbers_and_counts_the_file_by_itself() -> None:
    agenda = a_published_agenda()
    now = filed(filed(agenda, "Progress", pages=5), "Budget report", pages=1)
    supplement = plan_supplement(issue_of(agenda), now, front_pages=1)
    layout = lay_out_supplement(supplement, Edition.PUBLIC)
    assert " ".join(layout.stamped) == "11 12 3 4 5 6 6A 6B 13 14"
    assert layout.numbers == tuple(range(1, 11))
    assert layout.blanks == (2, 8, 10)
    assert layout.front == PageSpan(1, 1)
    assert [planned.number for planned in layout.plan.items] == [2, 3]


def test_the_reading_copy_has_every_page_once_in_agenda_order() -> None:
    agenda = a_published_agenda()
    first = issue_of(agenda)
    now = filed(filed(agenda, "Progress", pages=5), "Budget report", pages=1)
    second = issue_supplement(
        first, plan_supplement(first, now, front_pages=1), NOTICE, PUBLISHED_AT
    )
    pages = {paper.id: paper.pages for paper in second.papers}
    layout = lay_out_issued(plan_agenda_pack(now, Edition.PUBLIC), second.front, pages)
    assert " ".join(layout.stamped) == "1 2 3 4 5 6 6A 6B 7 8 13 14"
