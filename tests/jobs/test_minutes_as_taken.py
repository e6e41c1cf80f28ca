from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path

import docx
import pytest

from scrutiny_app.domain.agenda import Agenda, ItemKind
from scrutiny_app.domain.committee import Person
from scrutiny_app.domain.ids import PersonId
from scrutiny_app.domain.minutes.interest import InterestCategory
from scrutiny_app.domain.minutes.live_quorum import quorum_now
from scrutiny_app.domain.minutes.minutes import Adjournment, Attendance, Attendee
from scrutiny_app.domain.minutes.noted_minutes import (
    NotedAttendance,
    NotedInterest,
    NotedMeeting,
    NotedMinute,
    minutes_as_noted,
)
from scrutiny_app.domain.minutes.vote import CastingVote, Vote, VoteKind
from scrutiny_app.domain.quorum import Quorum
from scrutiny_app.jobs.desk import Desk, open_desk
from scrutiny_app.jobs.draw_minutes import draw_minutes
from scrutiny_app.jobs.number_minutes import first_minute_number
from scrutiny_app.jobs.plan_meeting import plan_meeting
from scrutiny_app.jobs.prepare_minutes import prepare_minutes
from scrutiny_app.store.store import Store
from tests.build import a_key, an_agenda, an_item, clock

AGENDA = replace(
    an_agenda(),
    items=(
        an_item("Apologies for absence", kind=ItemKind.APOLOGIES),
        an_item("Declarations of interest", kind=ItemKind.INTERESTS),
        an_item("School places"),
        replace(an_item("The bids of two firms"), public_title="A depot"),
    ),
)
PLACES, DEPOT = AGENDA.items[2].id, AGENDA.items[3].id
SUBSTITUTE = Person(PersonId(a_key()), "Ola Reid", "Councillor")
MINUTE = NotedMinute(
    text="The Committee considered the report.",
    highlighted=("there are 40 places too few;",),
    raised=("which wards lack places;\n- the north\n- the east",),
    resolutions=("note the report", "ask for figures by ward"),
    adjournments=(Adjournment(time(11), "the fire alarm", time(11, 20)),),
    votes=(
        Vote(
            "that the report be noted",
            VoteKind.RECORDED,
            "Priya Naylor",
            in_favour=1,
            against=1,
            named_in_favour=("Priya Naylor",),
            named_against=("Tom Ashdown",),
            casting=CastingVote.FOR,
        ),
    ),
    closing="The Chair thanked everybody.",
    letters_run_on=True,
)
INTEREST = NotedInterest(
    "Wren Okafor", InterestCategory.DISCLOSABLE, PLACES, "her firm builds schools", left=True
)
SECRET = NotedMinute(
    "The bids were considered.", raised=("Hargreave asks £4m",), withheld=True, resolutions=("buy",)
)
SITTING = NotedMeeting("Priya Naylor", time(10, 2), time(12, 30), date(2027, 3, 4), "P Naylor")


@pytest.fixture
def store(desk: Desk) -> Iterator[Store]:
    """A workspace with a meeting of four members."""
    with desk.edit() as one:
        with one.step("Plan"):
            one.agendas.write(AGENDA)
        yield one


def take(store: Store) -> None:
    """Note everything that there is a place for."""
    meeting, members = AGENDA.meeting.id, AGENDA.members
    with store.step("Take minutes"):
        store.minutes.write_sitting(meeting, SITTING)
        for member, noted in zip(members, attendance(), strict=True):
            store.minutes.write_attendance(meeting, member.id, noted)
        store.minutes.write_others(meeting, others())
        store.minutes.write_minute(meeting, AGENDA.items[1].id, NotedMinute(interests=(INTEREST,)))
        store.minutes.write_minute(meeting, PLACES, MINUTE)
        store.minutes.write_minute(meeting, DEPOT, SECRET)


def attendance() -> tuple[NotedAttendance, ...]:
    return (
        NotedAttendance(Attendance.PRESENT, arrived=time(10, 10), left=time(12)),
        NotedAttendance(Attendance.SUBSTITUTED, substitute=SUBSTITUTE),
        NotedAttendance(Attendance.PRESENT, remote=True),
        NotedAttendance(Attendance.ABSENT_APOLOGIES, reason="ill", publish_reason=False),
    )


def others() -> tuple[Attendee, ...]:
    return (
        Attendee(PersonId("00000000-0000-4000-8000-00000000aaaa"), "Ann Bell", "Dr", "Director"),
    )


def outline_of(agenda: Agenda, store: Store) -> object:
    return minutes_as_noted(agenda, store.minutes.read(agenda.meeting.id), first_number=31)


def test_all_that_was_noted_is_kept_and_one_step_takes_it_back(store: Store) -> None:
    take(store)
    noted = store.minutes.read(AGENDA.meeting.id)
    assert noted.sitting == SITTING
    assert tuple(noted.attendance[one.id] for one in AGENDA.members) == attendance()
    assert noted.others == others()
    assert noted.minutes[PLACES] == MINUTE
    assert noted.minutes[AGENDA.items[1].id].interests == (INTEREST,)
    store.undo()
    assert not store.minutes.read(AGENDA.meeting.id).begun


def test_the_minute_of_this_test_leaves_no_field_at_its_default() -> None:
    """A field that is added to a minute must be added to the store too, or this says so."""
    noted = replace(MINUTE, interests=(INTEREST,), withheld=True)
    assert [one.name for one in fields(noted) if getattr(noted, one.name) == one.default] == []


def test_typing_on_changes_one_row(store: Store) -> None:
    take(store)
    with store.step("Type"):
        store.minutes.write_minute(AGENDA.meeting.id, PLACES, replace(MINUTE, text="More"))
    assert len(store.history(1)[0].changes) == 1


def test_the_quorum_is_known_at_every_moment(store: Store) -> None:
    take(store)
    outline = minutes_as_noted(AGENDA, store.minutes.read(AGENDA.meeting.id), first_number=31)
    # In England somebody who joins from elsewhere is not present, and three are needed of four
    at_start = quorum_now(outline, AGENDA.items[0], at=time(10, 5))
    assert (at_start.here, at_start.needed, at_start.voting) == (1, 3, 4)
    assert at_start.state is Quorum.INQUORATE
    assert quorum_now(outline, AGENDA.items[0], at=time(10, 30)).here == 2
    assert quorum_now(outline, AGENDA.items[0]).here == 1
    assert str(at_start) == "1 of 4 voting members are here; 3 are needed."


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    texts = [one.text for one in document.paragraphs]
    for table in document.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    return " ".join(" ".join(texts).split())


def test_the_public_minutes_say_what_was_taken_and_only_the_summary_of_what_is_withheld(
    store: Store, tmp_path: Path
) -> None:
    take(store)
    desk = open_desk(store, who="jo", clock=clock)
    findings = draw_minutes(desk, AGENDA.meeting.id, tmp_path / "minutes.docx")
    public = text_of(tmp_path / "minutes.docx")
    for told in ("Ola Reid", "which wards lack places", "ask for figures by ward", "Ann Bell"):
        assert told in public
    assert "declared a disclosable pecuniary interest in minute 33" in public
    assert "The bids were considered." in public
    assert "A depot" in public
    for kept in ("Hargreave", "two firms", "ill"):
        assert kept not in public.split()
    assert any("quorum" in one.message for one in findings)
    draw_minutes(desk, AGENDA.meeting.id, tmp_path / "full.docx", full=True)
    assert "Hargreave" in text_of(tmp_path / "full.docx")
    assert "not for publication" not in public
    assert "not for publication" in text_of(tmp_path / "full.docx")


def test_full_minutes_without_anything_private_are_not_marked(store: Store) -> None:
    with store.step("Nothing private"):
        store.agendas.write(replace(AGENDA, items=AGENDA.items[:3]))
    assert not prepare_minutes(store, AGENDA.meeting.id, full=True).private


def test_minutes_to_be_drawn_travel_to_the_worker(store: Store) -> None:
    take(store)
    order = prepare_minutes(store, AGENDA.meeting.id)
    assert pickle.loads(pickle.dumps(order)) == order  # noqa: S301 - made here


def test_the_next_meeting_s_minutes_are_numbered_on(store: Store) -> None:
    following = plan_meeting(store, AGENDA.committee.id, date(2027, 3, 4), time(10))
    assert first_minute_number(store, following) == 35


def test_resolutions_are_listed_across_meetings(store: Store) -> None:
    take(store)
    found = store.minutes.resolutions(AGENDA.committee.id)
    assert [(one.item_title, one.resolutions) for one in found] == [
        ("School places", MINUTE.resolutions),
        ("A depot", ("buy",)),
    ]
    assert store.minutes.resolutions() == found
