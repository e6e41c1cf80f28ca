from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from scrutiny_app.cli import main
from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.meeting_dates import DateTrouble, MonthlyRule
from scrutiny_app.jobs.desk import Desk, open_desk
from scrutiny_app.jobs.plan_year import plan_year
from scrutiny_app.jobs.propose_dates import propose_dates
from scrutiny_app.jobs.write_calendar import write_calendar
from scrutiny_app.store.store import Store
from tests.build import a_council, a_key, a_member, clock

COUNCIL = a_council()
HEALTH = Committee(CommitteeId(a_key()), "Health Scrutiny Committee", COUNCIL.id)
HOMES = Committee(CommitteeId(a_key()), "Housing Scrutiny Committee", COUNCIL.id)
RULE = MonthlyRule(3, 3)
YEAR = (date(2027, 1, 1), date(2027, 4, 30))
TEN = time(10)


@pytest.fixture
def store(desk: Desk) -> Iterator[Store]:
    """Two committees that share a member; one of them has a meeting in February."""
    with desk.edit() as one:
        with one.step("Add committees"):
            one.councils.write(COUNCIL)
            for committee in (HEALTH, HOMES):
                one.committees.write(committee)
                one.memberships.write(a_member(committee.id, "Priya Naylor"))
        plan_year(one, HOMES.id, [date(2027, 2, 18)], TEN)
        yield one


def test_a_year_is_proposed_reviewed_and_planned_in_one_step(store: Store) -> None:
    proposed = propose_dates(store, HEALTH.id, RULE, TEN, between=YEAR)
    assert [one.day.month for one in proposed if one.clear] == [1, 3, 4]
    assert [one.trouble for one in proposed[1].findings] == [DateTrouble.SAME_MEMBERS]
    meetings = plan_year(store, HEALTH.id, [one.day for one in proposed if one.clear], TEN)
    second = store.agendas.read(meetings[1])
    minutes = next(item for item in second.items if item.kind is ItemKind.MINUTES)
    assert "21 January 2027" in minutes.purpose
    assert store.undo().name == "Plan 3 meetings of Health Scrutiny Committee"
    assert store.meetings.of(HEALTH.id) == ()


def test_a_day_that_is_taken_refuses_them_all(store: Store) -> None:
    with pytest.raises(WrongInput, match="already"):
        plan_year(store, HOMES.id, [date(2027, 1, 21), date(2027, 2, 18)], TEN)
    assert len(store.meetings.of(HOMES.id)) == 1
    with pytest.raises(WrongInput, match="No day"):
        plan_year(store, HOMES.id, [], TEN)


def test_the_meetings_of_one_committee_are_written_as_a_calendar(
    store: Store, tmp_path: Path
) -> None:
    desk = open_desk(store, who="jo", clock=clock)
    plan_year(store, HEALTH.id, [date(2027, 1, 21), date(2027, 3, 18)], TEN)
    assert write_calendar(desk, tmp_path / "all.ics") == 3
    assert write_calendar(desk, tmp_path / "one.ics", committee="health scrutiny committee") == 2
    text = (tmp_path / "one.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 2
    with pytest.raises(NotFound, match="Housing"):
        write_calendar(desk, tmp_path / "none.ics", committee="Parks")


def test_the_command_writes_a_calendar(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "meetings.ics"
    assert main(["calendar", str(desk.folder), "--to", str(to), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["meetings"] == 0
    assert to.exists()
