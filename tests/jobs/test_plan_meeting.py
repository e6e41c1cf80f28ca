from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

import pytest

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.standing_items import StandingItem, StandingPlace
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.list_deadlines import list_deadlines
from scrutiny_app.jobs.plan_meeting import plan_meeting
from scrutiny_app.store.store import Store
from tests.build import NOW, a_council, a_key, a_member

COUNCIL = a_council()
COMMITTEE = Committee(CommitteeId(a_key()), "Health Scrutiny Committee", COUNCIL.id)
CHAIR = a_member(COMMITTEE.id)
DAY, TEN = date(2027, 1, 21), time(10)


@pytest.fixture
def store(desk: Desk) -> Iterator[Store]:
    with desk.edit() as one:
        with one.step("Add committee"):
            one.councils.write(COUNCIL)
            one.committees.write(COMMITTEE)
            one.memberships.write(CHAIR)
        yield one


def test_a_committee_s_first_meeting_has_its_members_and_no_minutes_to_confirm(
    store: Store,
) -> None:
    agenda = plan_meeting(store, COMMITTEE.id, DAY, TEN, place="Town Hall")
    assert agenda.members == (CHAIR,)
    assert agenda.meeting.municipal_year == "2026/27"
    kinds = [item.kind for item in agenda.items]
    assert kinds == [ItemKind.APOLOGIES, ItemKind.INTERESTS, ItemKind.WORK_PROGRAMME]


def test_the_next_meeting_confirms_the_minutes_and_keeps_place_and_officer(store: Store) -> None:
    first = plan_meeting(store, COMMITTEE.id, DAY, TEN, place="Town Hall")
    officer = replace(first.meeting.officer, name="Jo Field")
    with store.step("Plan"):
        store.agendas.write(replace(first, meeting=replace(first.meeting, officer=officer)))
    second = plan_meeting(store, COMMITTEE.id, date(2027, 3, 4), TEN)
    assert (second.meeting.place, second.meeting.officer.name) == ("Town Hall", "Jo Field")
    minutes = next(item for item in second.items if item.kind is ItemKind.MINUTES)
    assert "21 January 2027" in minutes.purpose
    with store.step("Plan the second"):
        store.agendas.write(second)
    assert store.agendas.read(second.meeting.id) == second


def test_a_committee_s_own_standing_items_take_the_place_of_the_house_s(store: Store) -> None:
    own = (StandingItem("Welcome", ItemKind.BUSINESS, StandingPlace.OPENING),)
    with store.step("Standing items"):
        store.standing_items.write(COMMITTEE.id, own)
    agenda = plan_meeting(store, COMMITTEE.id, DAY, TEN)
    assert [item.title for item in agenda.items] == ["Welcome"]


def test_a_committee_does_not_meet_twice_at_one_time_nor_when_it_is_over(store: Store) -> None:
    with store.step("Plan"):
        store.agendas.write(plan_meeting(store, COMMITTEE.id, DAY, TEN))
    with pytest.raises(WrongInput, match="already"):
        plan_meeting(store, COMMITTEE.id, DAY, TEN)
    with store.step("End"):
        store.committees.write(replace(COMMITTEE, valid_to=date(2027, 2, 1)))
    with pytest.raises(WrongInput, match="does not exist"):
        plan_meeting(store, COMMITTEE.id, date(2027, 2, 2), TEN)


def test_deadlines_are_the_house_s_until_the_committee_has_its_own(store: Store) -> None:
    agenda = plan_meeting(store, COMMITTEE.id, DAY, TEN)
    kinds = [one.kind for one in list_deadlines(store, agenda, NOW)]
    assert kinds == list(DeadlineKind)
    with store.step("Deadlines"):
        store.deadlines.write(COMMITTEE.id, {DeadlineKind.FINAL_REPORTS: 1})
    kinds = [one.kind for one in list_deadlines(store, agenda, NOW)]
    assert kinds == [DeadlineKind.FINAL_REPORTS, DeadlineKind.PUBLISH, DeadlineKind.MEETING]
