from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutiny_app.domain.added_items import with_days_added, with_days_issued
from scrutiny_app.domain.agenda import Agenda
from tests.build import an_item
from tests.published import a_published_agenda, issue_of

MONDAY, TUESDAY = date(2027, 1, 18), date(2027, 1, 19)


def days(agenda: Agenda) -> list[date | None]:
    return [item.added_on for item in agenda.items]


def test_an_item_that_came_after_publishing_says_when_and_keeps_it() -> None:
    agenda = a_published_agenda()
    first = issue_of(agenda)
    later = replace(agenda, items=(*agenda.items, an_item("Urgent letter")))
    added = with_days_added(later, agenda, first, today=MONDAY)
    assert days(added) == [None, None, None, None, MONDAY]
    assert days(with_days_added(later, added, first, today=TUESDAY))[-1] == MONDAY
    own = replace(later, items=(*agenda.items, replace(later.items[-1], added_on=TUESDAY)))
    assert days(with_days_added(own, added, first, today=MONDAY))[-1] == TUESDAY


def test_a_later_item_is_open_from_the_day_its_supplement_came_out() -> None:
    agenda = a_published_agenda()
    later = replace(agenda, items=(*agenda.items, an_item("Letter")))
    added = with_days_added(later, agenda, issue_of(agenda), today=MONDAY)
    issued = with_days_issued(added, issue_of(agenda), issued_on=TUESDAY)
    assert days(issued) == [None, None, None, None, TUESDAY]
    assert with_days_issued(issued, issue_of(issued), issued_on=date(2027, 1, 20)) == issued
