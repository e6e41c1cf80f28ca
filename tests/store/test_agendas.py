from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.committee import Committee, Nation, QuorumRule, Role, Seat, VotingScope
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.history import ChangeKind
from scrutiny_app.domain.ids import CommitteeId, MeetingId, MembershipId
from scrutiny_app.domain.meeting import ContactOfficer, Meeting, Standing
from scrutiny_app.domain.paper import Access, ExemptReason, Paper, PaperKind, WithheldPlace
from scrutiny_app.domain.receipt import PackReceipt
from tests.build import (
    NOW,
    a_council,
    a_key,
    a_meeting,
    a_member,
    a_paper,
    a_version,
    an_agenda,
    an_item,
)
from tests.store.workspaces import a_workspace, edit, write


def a_full_agenda() -> Agenda:
    """An agenda in which no field of any record has its default."""
    council = replace(
        a_council(),
        nation=Nation.WALES,
        house_style="nottingham",
        closed_days=frozenset({date(2026, 12, 28), date(2026, 12, 29)}),
    )
    committee = Committee(
        CommitteeId(a_key()),
        "Joint Health Scrutiny Committee",
        council.id,
        valid_from=date(2020, 5, 1),
        valid_to=date(2028, 4, 30),
        quorum=QuorumRule(4, Fraction(1, 3)),
        extra_notice=2,
    )
    meeting = Meeting(
        MeetingId(a_key()),
        committee.id,
        date(2027, 1, 21),
        time(18, 30, 15),
        place="Neuadd y Dref",
        municipal_year="2026/27",
        signatory="Director of Law",
        officer=ContactOfficer("Jo Field", "Officer", "01632 960101", "jo@kelsham.example"),
        standing=Standing.ADJOURNED,
        first_minute_number=31,
        published_at=datetime(2027, 1, 13, 9, 0, 0, 5, tzinfo=UTC),
        convened_on=date(2027, 1, 18),
        short_notice_reason="a call-in must be heard this week",
        withheld_papers=WithheldPlace.LISTED,
    )
    member = replace(
        a_member(committee.id, order=3),
        seat=Seat.CO_OPTEE,
        role=Role.VICE_CHAIR,
        voting=VotingScope.EDUCATION,
        valid_from=date(2026, 5, 20),
        valid_to=date(2027, 5, 19),
    )
    paper = Paper(
        a_paper().id,
        "Staffing",
        PaperKind.APPENDIX,
        "Director of People",
        Access.EXEMPT,
        ExemptReason((1, 3), "it would name people", date(2028, 1, 21)),
        "",
        a_version(3),
    )
    item = AgendaItem(
        an_item().id,
        "Staffing",
        ItemKind.URGENT,
        "To note",
        "Director of People",
        (
            paper,
            replace(a_paper("Opened"), made_public_by="Director of Law: sold", draft=True),
            a_paper("Late"),
        ),
        added_on=date(2027, 1, 15),
        urgency_reason="it cannot wait",
        chair_agreed_on=date(2027, 1, 16),
        education=True,
        public_title="Staff",
    )
    return Agenda(council, committee, meeting, (member,), (item, an_item("Second")))


def test_every_field_of_an_agenda_is_kept(tmp_path: Path) -> None:
    agenda = a_full_agenda()
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        folder = store.folder
    with edit(folder) as store:
        assert store.agendas.read(agenda.meeting.id) == agenda


@pytest.mark.parametrize("record", ["council", "committee", "meeting", "item", "member"])
def test_the_full_agenda_of_this_test_leaves_no_field_at_its_default(record: str) -> None:
    """A field that is added to a record must be added to the store too, or this says so."""
    agenda = a_full_agenda()
    found = {
        "council": agenda.council,
        "committee": agenda.committee,
        "meeting": agenda.meeting,
        "item": agenda.items[0],
        "member": agenda.members[0],
    }[record]
    kept_elsewhere = {"appointing", "successors", "continued_as"}
    same = [
        field.name
        for field in fields(found)
        if field.name not in kept_elsewhere and getattr(found, field.name) == field.default
    ]
    assert same == []


def test_writing_an_agenda_again_changes_nothing_and_leaves_no_step(tmp_path: Path) -> None:
    agenda = a_full_agenda()
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        write(store, agenda, "Load it again")
        assert [step.name for step in store.history()] == ["Load the meeting"]


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    agenda = an_agenda([a_paper("Budget"), a_paper("Annex")], items=3)
    renamed = replace(agenda.items[2], title="Renamed")
    changed = replace(agenda, items=(*agenda.items[:2], renamed, *agenda.items[3:]))
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        write(store, changed, "Rename")
        (change,) = store.history(1)[0].changes
        assert (change.record, change.key) == ("agenda_item", renamed.id)
        assert (change.kind, change.fields) == (ChangeKind.CHANGED, ("title",))
        assert store.agendas.read(agenda.meeting.id) == changed


def test_items_and_papers_are_moved_removed_and_brought_back(tmp_path: Path) -> None:
    budget, annex = a_paper("Budget"), a_paper("Annex")
    agenda = an_agenda([budget, annex], items=2)
    first, second, third, fourth = agenda.items
    moved = replace(
        agenda, items=(third, replace(second, papers=(annex,)), replace(first, papers=(budget,)))
    )
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        write(store, moved, "Move")
        assert store.agendas.read(agenda.meeting.id) == moved
        emptied = replace(agenda, items=())
        write(store, emptied, "Empty")
        assert store.agendas.read(agenda.meeting.id) == emptied
        rows = store.councils._connection.values("select count(*) from agenda_item")
        assert rows == [4], "a removed item stays as a tombstone"
        write(store, agenda, "Bring back")
        assert store.agendas.read(agenda.meeting.id) == agenda
        kinds = {change.kind for change in store.history(1)[0].changes}
        assert ChangeKind.RESTORED in kinds
    assert fourth in agenda.items


def test_a_replaced_version_stays_as_a_tombstone(tmp_path: Path) -> None:
    paper = a_paper("Budget")
    agenda = an_agenda([paper])
    newer = replace(paper, version=a_version(5))
    item = replace(agenda.items[1], papers=(newer,))
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        write(store, replace(agenda, items=(agenda.items[0], item)), "Replace")
        assert store.agendas.read(agenda.meeting.id).items[1].papers == (newer,)
        assert store.councils._connection.values("select count(*) from paper_version") == [2]
        assert paper.version
        assert newer.version
        for version in (paper.version, newer.version):
            assert store.papers.filed(version.original_sha256, version.engine) == version
        assert store.papers.filed(paper.version.original_sha256, "a later engine") is None


def test_a_person_who_sits_twice_is_on_the_list_only_while_a_seat_holds(tmp_path: Path) -> None:
    agenda = an_agenda()
    member = agenda.members[0]
    early = replace(member, valid_from=date(2023, 5, 1), valid_to=date(2024, 4, 30))
    late = replace(member, id=MembershipId(a_key()), valid_from=date(2026, 5, 1), role=Role.CHAIR)
    others = agenda.members[1:]
    with a_workspace(tmp_path) as store:
        write(store, replace(agenda, members=(late, *others)))
        with store.step("Record an earlier seat"):
            store.memberships.write(early)
        committee = agenda.committee.id
        assert store.committees.members(committee, date(2024, 4, 30)) == (early, *others)
        assert store.committees.members(committee, date(2025, 1, 1)) == others
        assert store.committees.members(committee, date(2027, 1, 21)) == (late, *others)
        assert len(store.memberships.ever(committee)) == 5


def test_a_member_who_is_not_on_the_list_of_the_day_is_removed(tmp_path: Path) -> None:
    agenda = an_agenda()
    shorter = replace(agenda, members=agenda.members[1:])
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        write(store, shorter, "Strike a name off")
        assert store.agendas.read(agenda.meeting.id) == shorter


def test_a_seat_that_does_not_hold_on_the_day_is_refused(tmp_path: Path) -> None:
    agenda = an_agenda()
    ended = replace(agenda.members[0], valid_to=date(2026, 1, 1))
    elsewhere = replace(agenda.members[0], committee=CommitteeId(a_key()))
    with a_workspace(tmp_path) as store:
        for member in (ended, elsewhere):
            with pytest.raises(WrongInput, match="Priya Naylor does not sit"):
                write(store, replace(agenda, members=(member,)))
        assert store.history() == ()


def test_a_joint_committee_has_several_councils_and_successors(tmp_path: Path) -> None:
    agenda = an_agenda()
    others = [a_council("Ashby Council"), a_council("Brook Council")]
    after = Committee(CommitteeId(a_key()), "Health Scrutiny Panel", agenda.council.id)
    joint = replace(
        agenda.committee,
        appointing=(others[1].id, others[0].id),
        successors=(after.id,),
        valid_to=date(2027, 4, 30),
    )
    with a_workspace(tmp_path) as store:
        with store.step("Set up"):
            for council in (agenda.council, *others):
                store.councils.write(council)
            store.committees.write(after)
        write(store, replace(agenda, committee=joint))
        assert store.agendas.read(agenda.meeting.id).committee == joint
        assert set(store.committees.list()) == {joint, after}
        assert [one.name for one in store.councils.list()] == [
            "Ashby Council",
            "Brook Council",
            "Kelsham City Council",
        ]
        alone = replace(joint, appointing=(others[0].id,), successors=())
        write(store, replace(agenda, committee=alone), "One leaves")
        assert store.committees.get(joint.id) == alone


def test_a_council_that_is_not_there_refuses_the_whole_step(tmp_path: Path) -> None:
    agenda = an_agenda()
    joint = replace(agenda.committee, appointing=(a_council().id,))
    with a_workspace(tmp_path) as store:
        with pytest.raises(WrongInput, match="refers to a council, committee or meeting"):
            write(store, replace(agenda, committee=joint))
        assert store.history() == ()
        assert store.councils.list() == ()


def test_a_council_and_a_committee_are_found_by_name_whatever_the_capitals(
    tmp_path: Path,
) -> None:
    agenda = an_agenda()
    older = replace(
        agenda.committee,
        id=CommitteeId(a_key()),
        valid_from=date(2020, 1, 1),
        valid_to=date(2021, 1, 1),
    )
    with a_workspace(tmp_path) as store:
        with store.step("An older committee of the same name"):
            store.councils.write(agenda.council)
            store.committees.write(older)
        write(store, agenda)
        assert store.councils.by_name(" kelsham city COUNCIL ") == agenda.council
        assert store.councils.by_name("Elsewhere") is None
        name = agenda.committee.name.upper()
        assert store.committees.by_name(agenda.council.id, name) == agenda.committee
        assert store.committees.by_name(agenda.council.id, "Planning") is None


def test_meetings_are_listed_with_what_they_hold_oldest_first(tmp_path: Path) -> None:
    agenda = an_agenda([a_paper(pages=3), a_paper(pages=4), a_paper(version=None)], items=1)
    earlier = replace(agenda, meeting=a_meeting(agenda.committee.id, date(2026, 11, 5)), items=())
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        write(store, earlier, "Another")
        first, second = store.meetings.list()
        assert (first.id, first.items, first.papers, first.pages) == (earlier.meeting.id, 0, 0, 0)
        assert (second.items, second.papers) == (3, 3)
        assert (second.council, second.committee) == (agenda.council.name, agenda.committee.name)


def test_a_meeting_is_found_by_its_id_or_its_day(tmp_path: Path) -> None:
    agenda = an_agenda()
    evening = replace(agenda.meeting, id=MeetingId(a_key()), starts_at=time(18, 0))
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        assert store.meetings.find(" 2027-01-21 ") == agenda.meeting.id
        assert store.meetings.find(agenda.meeting.id.upper()) == agenda.meeting.id
        write(store, replace(agenda, meeting=evening, items=()), "In the evening")
        with pytest.raises(WrongInput, match="There are 2 meetings") as refused:
            store.meetings.find("2027-01-21")
        assert agenda.meeting.id in str(refused.value)
        assert evening.id in str(refused.value)
        for text in ("2027-01-22", "next week", "", "21 January 2027"):
            with pytest.raises(NotFound):
                store.meetings.find(text)
        on = store.meetings.on(agenda.committee.id, date(2027, 1, 21))
        assert on == (agenda.meeting, evening)
        with pytest.raises(NotFound):
            store.agendas.read(MeetingId(a_key()))


def test_a_meeting_may_be_continued_as_another(tmp_path: Path) -> None:
    agenda = an_agenda()
    later = a_meeting(agenda.committee.id, date(2027, 2, 4))
    moved = replace(agenda.meeting, standing=Standing.MOVED, continued_as=later.id)
    with a_workspace(tmp_path) as store:
        with store.step("Move the meeting"):
            store.agendas.write(replace(agenda, meeting=moved))
            store.agendas.write(replace(agenda, meeting=later, items=()))
        assert store.agendas.read(moved.id).meeting == moved


def test_a_pack_receipt_is_kept_and_survives_undo(tmp_path: Path) -> None:
    agenda = an_agenda([a_paper("Budget")])
    paper = agenda.items[1].papers[0]
    assert paper.version
    receipt = PackReceipt(
        agenda.meeting.id,
        Edition.FULL,
        "pack.pdf",
        12,
        "0" * 64,
        ((paper.id, paper.version.original_sha256),),
        NOW,
        ("One paper is to follow.",),
    )
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        store.packs.record(receipt)
        store.undo()
        assert store.packs.list(agenda.meeting.id) == (receipt,)
        assert store.packs.list(MeetingId(a_key())) == ()


def test_a_text_of_broken_characters_is_refused_in_words(tmp_path: Path) -> None:
    agenda = an_agenda()
    broken = replace(agenda, council=replace(agenda.council, name="Kels\udcffham"))
    with a_workspace(tmp_path) as store, pytest.raises(WrongInput, match="damaged"):
        write(store, broken)
