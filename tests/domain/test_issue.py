from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.agenda import insert_item, move_item, remove_item
from scrutiny_app.domain.agenda_pack import Edition, page_counts, paginate, plan_agenda_pack
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.issue import (
    changes_since,
    refuse_moved_pages,
    settled_first_pages,
)
from scrutiny_app.domain.paper import Access, ExemptReason
from tests.build import an_item
from tests.published import (
    a_published_agenda,
    filed,
    issue_of,
    with_item,
    with_late_paper,
    with_paper,
)


def test_an_issue_keeps_every_page_withheld_ones_too() -> None:
    agenda = a_published_agenda()
    issue = issue_of(agenda)
    pages = {paper.title: paper.pages.all for paper in issue.papers}
    assert pages == {
        "Progress": ("3", "4", "5", "6"),
        "Figures": ("7", "8"),
        "Budget report": (),
        "": ("9", "10"),
    }
    assert issue.front.all == ("1", "2")
    assert issue.last_page == 10


def test_an_issue_does_not_name_what_the_public_may_not_read() -> None:
    assert "Tender prices" not in repr(issue_of(a_published_agenda()))


def test_nothing_changed_is_no_change() -> None:
    agenda = a_published_agenda()
    changes = changes_since(issue_of(agenda), agenda)
    assert (changes.minor, changes.major) == ((), ())


def test_papers_and_wording_are_minor_changes() -> None:
    agenda = a_published_agenda()
    issue = issue_of(agenda)
    now = filed(filed(agenda, "Progress", pages=3), "Budget report", pages=4)
    now = with_item(now, 2, lambda item: replace(item, purpose="To note", papers=item.papers[:1]))
    changes = changes_since(issue, now)
    assert changes.minor == (
        '"Progress" (pages 3 to 5) was replaced.',
        '"Budget report" has come.',
        '"Figures" (pages 7 to 8) was withdrawn.',
    )
    assert changes.major == ()


def test_titles_order_and_items_are_major_changes() -> None:
    agenda = a_published_agenda()
    issue = issue_of(agenda)
    renamed = with_item(agenda, 3, lambda item: replace(item, title="Budget and reserves"))
    assert "is now called" in changes_since(issue, renamed).major[0]
    added = insert_item(agenda, an_item("Fire safety"), number=3)
    assert changes_since(issue, added).major == ('Item 3, "Fire safety", is added.',)
    gone = remove_item(agenda, agenda.items[2].id)
    assert changes_since(issue, gone).major == ('Item 3, "Budget", is taken off.',)
    moved = move_item(agenda, agenda.items[2].id, to=2)
    assert "another order" in changes_since(issue, moved).major[0]


def test_day_hour_and_place_are_major_changes() -> None:
    agenda = a_published_agenda()
    other = replace(agenda.meeting, held_on=date(2027, 1, 22), place="Library")
    changes = changes_since(issue_of(agenda), replace(agenda, meeting=other))
    assert [sentence[:25] for sentence in changes.major] == ["The meeting was published"] * 2


def test_withholding_or_opening_a_paper_is_a_major_change() -> None:
    agenda = a_published_agenda()
    issue = issue_of(agenda)
    reason = ExemptReason((3,), "it would weaken the council in negotiation")
    closed = with_paper(
        agenda, "Figures", lambda paper: replace(paper, access=Access.EXEMPT, exempt=reason)
    )
    assert changes_since(issue, closed).major == ('"Figures" was published and is now exempt.',)
    opened = with_paper(
        agenda, "Tender prices", lambda paper: replace(paper, access=Access.PUBLIC, exempt=None)
    )
    assert "is now public" in changes_since(issue, opened).major[0]


@pytest.mark.parametrize("edition", list(Edition))
def test_a_pack_of_what_was_issued_may_be_built_again(edition: Edition) -> None:
    agenda = a_published_agenda()
    layout = paginate(plan_agenda_pack(agenda, edition), page_counts(agenda), front_pages=2)
    refuse_moved_pages(issue_of(agenda), agenda, layout)


def test_a_pack_whose_front_sheet_moves_every_page_is_refused() -> None:
    agenda = a_published_agenda()
    plan = plan_agenda_pack(agenda, Edition.PUBLIC)
    layout = paginate(plan, page_counts(agenda), front_pages=3)
    with pytest.raises(PackNotReady, match="every page after it would move"):
        refuse_moved_pages(issue_of(agenda), agenda, layout)


def test_a_pack_with_anything_that_came_since_is_refused() -> None:
    agenda = a_published_agenda()
    now = with_late_paper(agenda, 4, "Late", pages=2)
    layout = paginate(plan_agenda_pack(now, Edition.PUBLIC), page_counts(now), front_pages=2)
    with pytest.raises(PackNotReady, match=r'"Late" has come.*supplement'):
        refuse_moved_pages(issue_of(agenda), now, layout)


def test_the_search_is_told_issued_pages_of_unchanged_public_papers_only() -> None:
    agenda = a_published_agenda()
    issue = issue_of(agenda)
    keys = {paper.title: paper.id for item in agenda.items for paper in item.papers}
    assert settled_first_pages(issue, agenda) == {keys["Progress"]: 3, keys["Figures"]: 7}
    assert settled_first_pages(issue, filed(agenda, "Figures", pages=2)) == {keys["Progress"]: 3}
