from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutiny_app.domain.committee import Committee, Nation, Person, exists_on, successors_on
from scrutiny_app.domain.ids import CommitteeId, CouncilId, PersonId

HOST = CouncilId("kelsham")


def a_committee(
    key: str,
    *successors: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Committee:
    return Committee(
        CommitteeId(key),
        f"Committee {key}",
        HOST,
        valid_from=valid_from,
        valid_to=valid_to,
        successors=tuple(CommitteeId(one) for one in successors),
    )


def test_a_nation_is_written_with_capitals() -> None:
    assert Nation.NORTHERN_IRELAND.label == "Northern Ireland"


def test_a_person_without_a_title_is_printed_by_name() -> None:
    person = Person(PersonId("1"), "Priya Naylor")
    assert person.full_name == "Priya Naylor"
    assert replace(person, title="Councillor").full_name == "Councillor Priya Naylor"


def test_a_committee_exists_on_its_first_and_its_last_day() -> None:
    committee = a_committee("a", valid_from=date(2023, 5, 22), valid_to=date(2025, 3, 31))
    assert exists_on(committee, date(2023, 5, 22))
    assert exists_on(committee, date(2025, 3, 31))
    assert not exists_on(committee, date(2023, 5, 21))
    assert not exists_on(committee, date(2025, 4, 1))


def test_a_committee_that_exists_holds_its_own_remit() -> None:
    committee = a_committee("a", "b")
    assert successors_on(committee, {}, date(2027, 1, 21)) == (committee,)


def test_a_remit_is_followed_through_committees_that_were_wound_up() -> None:
    ended = date(2025, 3, 31)
    old = a_committee("a", "b", "c", valid_to=date(2023, 5, 1))
    between = a_committee("b", "d", "c", valid_to=ended)
    kept = a_committee("c")
    new = a_committee("d", valid_from=date(2025, 4, 1))
    known = {one.id: one for one in (old, between, kept, new)}
    assert successors_on(old, known, date(2027, 1, 21)) == (kept, new)


def test_committees_that_name_one_another_do_not_go_round_for_ever() -> None:
    one = a_committee("a", "b", valid_to=date(2023, 5, 1))
    other = a_committee("b", "a", valid_to=date(2023, 5, 1))
    assert successors_on(one, {one.id: one, other.id: other}, date(2027, 1, 21)) == ()
