"""Councils, committees, people, seats and meetings are made, changed, removed and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.committee import Committee, Nation, Person
from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId, PersonId
from scrutiny_app.domain.standing_items import StandingItem, StandingPlace
from scrutiny_app.store.store import Store
from tests.build import a_council, a_key, a_meeting, a_member, a_version, an_agenda
from tests.store.workspaces import a_filed_paper, a_workspace, write

COUNCIL = replace(a_council(), nation=Nation.WALES, closed_days=frozenset({date(2026, 12, 29)}))
COMMITTEE = Committee(CommitteeId(a_key()), "Health Scrutiny Committee", COUNCIL.id)
CHAIR = a_member(COMMITTEE.id)


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty workspace in which a council, its committee and a member were made by hand."""
    with a_workspace(tmp_path_factory.mktemp("people")) as one:
        with one.step("Add council"):
            one.councils.write(COUNCIL)
        with one.step("Add committee"):
            one.committees.write(COMMITTEE)
        with one.step("Add member"):
            one.memberships.write(CHAIR)
        yield one


def test_a_council_is_made_in_an_empty_workspace_changed_and_removed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with a_workspace(tmp_path_factory.mktemp("council")) as store:
        with store.step("Add council"):
            store.councils.write(COUNCIL)
        assert store.councils.list() == (COUNCIL,)
        with store.step("Rename council"):
            store.councils.write(replace(COUNCIL, name="Kelsham", closed_days=frozenset()))
        with store.step("Remove council"):
            store.councils.remove(COUNCIL.id)
        assert store.councils.list() == ()
        store.undo()
        store.undo()
        assert store.councils.list() == (COUNCIL,)


def test_a_council_that_hosts_a_committee_stays(store: Store) -> None:
    with pytest.raises(WrongInput, match="Health Scrutiny"), store.step("Remove council"):
        store.councils.remove(COUNCIL.id)
    assert store.councils.get(COUNCIL.id) == COUNCIL


def test_a_committee_is_removed_with_its_seats_and_comes_back_with_them(store: Store) -> None:
    with store.step("Remove committee"):
        store.committees.remove(COMMITTEE.id)
    assert store.committees.list() == ()
    assert store.memberships.of_person(CHAIR.person.id) == ()
    store.undo()
    assert store.committees.get(COMMITTEE.id) == COMMITTEE
    assert store.memberships.ever(COMMITTEE.id) == (CHAIR,)


def test_a_committee_that_has_met_stays(store: Store) -> None:
    with store.step("Add meeting"):
        store.meetings.write(a_meeting(COMMITTEE.id))
    with pytest.raises(WrongInput, match="1 meetings"), store.step("Remove committee"):
        store.committees.remove(COMMITTEE.id)


def test_a_meeting_is_removed_and_comes_back_with_its_papers(store: Store) -> None:
    agenda = an_agenda([a_filed_paper(store, "Report")])
    write(store, agenda)
    with store.step("Remove meeting"):
        store.meetings.remove(agenda.meeting.id)
    assert store.meetings.of(agenda.committee.id) == ()
    store.undo()
    assert store.agendas.read(agenda.meeting.id) == agenda
    assert store.meetings.between(date(2027, 1, 21), date(2027, 1, 21)) == (agenda.meeting,)


def test_people_are_listed_by_name_and_removed_when_they_sit_nowhere(store: Store) -> None:
    guest = Person(PersonId(a_key()), "Ann Bell", "Dr")
    with store.step("Add person"):
        store.people.write(guest)
    assert store.people.list() == (guest, CHAIR.person)
    with store.step("Remove person"):
        store.people.remove(guest.id)
    assert store.people.get(guest.id) is None
    with pytest.raises(WrongInput, match="Health Scrutiny"), store.step("Remove person"):
        store.people.remove(CHAIR.person.id)


def test_a_seat_is_ended_removed_and_brought_back(store: Store) -> None:
    ended = replace(CHAIR, valid_to=date(2027, 5, 1))
    with store.step("End seat"):
        store.memberships.write(ended)
    assert store.memberships.get(CHAIR.id) == ended
    with store.step("Remove seat"):
        store.memberships.remove(CHAIR.id)
    assert store.memberships.get(CHAIR.id) is None
    store.undo()
    assert store.memberships.of_person(CHAIR.person.id) == (ended,)


def items(*titles: str) -> tuple[StandingItem, ...]:
    return tuple(
        StandingItem(title, ItemKind.BUSINESS, StandingPlace.OPENING, "To note") for title in titles
    )


@pytest.mark.parametrize("now", [(), ("A",), ("B", "A"), ("A", "B", "C")])
def test_a_committee_keeps_its_own_standing_items(store: Store, now: tuple[str, ...]) -> None:
    with store.step("Standing items"):
        store.standing_items.write(COMMITTEE.id, items("A", "B"))
    with store.step("Other standing items"):
        store.standing_items.write(COMMITTEE.id, items(*now))
    assert store.standing_items.of(COMMITTEE.id) == items(*now)
    store.undo()
    assert store.standing_items.of(COMMITTEE.id) == items("A", "B")


def test_a_committee_keeps_its_own_deadlines(store: Store) -> None:
    days = {DeadlineKind.DRAFT_REPORTS: 10, DeadlineKind.FINAL_REPORTS: 3}
    with store.step("Deadlines"):
        store.deadlines.write(COMMITTEE.id, days)
    assert store.deadlines.of(COMMITTEE.id) == days
    with store.step("Other deadlines"):
        store.deadlines.write(COMMITTEE.id, {DeadlineKind.FINAL_REPORTS: 1})
    assert store.deadlines.of(COMMITTEE.id) == {DeadlineKind.FINAL_REPORTS: 1}
    store.undo()
    assert store.deadlines.of(COMMITTEE.id) == days


def test_every_file_that_a_paper_had_is_listed_the_newest_first(store: Store) -> None:
    agenda = an_agenda([a_filed_paper(store, "Report")])
    paper = agenda.items[1].papers[0]
    files = [paper.version, a_version(3), a_version(4)]
    for version in files:
        changed = replace(agenda.items[1], papers=(replace(paper, version=version),))
        write(store, replace(agenda, items=(agenda.items[0], changed)))
    assert store.papers.versions(paper.id) == tuple(reversed(files))
