"""The shelf of agendas: one meeting with its council, committee, members, items and papers."""

from __future__ import annotations

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.errors import WorkspaceDamaged, WrongInput
from scrutiny_app.domain.ids import ItemId, MeetingId
from scrutiny_app.store.columns import day_text, list_text, optional_day
from scrutiny_app.store.committees import Committees
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.councils import Councils
from scrutiny_app.store.meetings import Meetings
from scrutiny_app.store.memberships import Memberships
from scrutiny_app.store.papers import Papers
from scrutiny_app.store.programme.items import ProgrammeItems


class Agendas:
    """Whole agendas, read and written as one record.

    ``Agenda.members`` is the whole list of who sits on the committee on the meeting's day: a
    membership that holds on that day and is not in the list is removed, from every meeting. Where
    a member has left, write the membership with its last day first (``Memberships.write``).
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._councils = Councils(connection)
        self._memberships = Memberships(connection)
        self._committees = Committees(connection, self._memberships)
        self._meetings = Meetings(connection)
        self._papers = Papers(connection)

    def read(self, key: MeetingId) -> Agenda:
        """Return the agenda of a meeting.

        Raises:
            NotFound: there is no such meeting.
        """
        meeting = self._meetings.get(key)
        committee = self._committees.get(meeting.committee)
        council = None if committee is None else self._councils.get(committee.host)
        if committee is None or council is None:
            raise WorkspaceDamaged(
                f"The meeting of {meeting.held_on} belongs to a committee or council that is not "
                "in this workspace any more. Undo the step that removed it."
            )
        papers = self._papers.of_meeting(key)
        items = tuple(
            AgendaItem(
                id=ItemId(row["id"]),
                title=row["title"],
                kind=ItemKind(row["kind"]),
                purpose=row["purpose"],
                report_of=row["report_of"],
                papers=papers.get(ItemId(row["id"]), ()),
                added_on=optional_day(row["added_on"]),
                urgency_reason=row["urgency_reason"],
                chair_agreed_on=optional_day(row["chair_agreed_on"]),
                education=bool(row["education"]),
                public_title=row["public_title"],
            )
            for row in self._connection.rows(_SELECT_ITEMS, (key,))
        )
        members = self._memberships.of(committee.id, meeting.held_on)
        return Agenda(council, committee, meeting, members, items)

    def write(self, agenda: Agenda) -> None:
        """Make the rows equal to the record: add, change and remove, touch nothing that is equal.

        Raises:
            WrongInput: a member's seat is another committee's, or does not hold on that day.
        """
        _refuse_wrong_members(agenda)
        self._councils.write(agenda.council)
        self._committees.write(agenda.committee)
        self._meetings.write(agenda.meeting)
        for member in agenda.members:
            self._memberships.write(member)
        self._memberships.remove_others(agenda.committee.id, agenda.meeting.held_on, agenda.members)
        self._write_items(agenda)

    def _write_items(self, agenda: Agenda) -> None:
        stand = self._papers.of_meeting(agenda.meeting.id)
        for place, item in enumerate(agenda.items):
            self._connection.run(
                _PUT_ITEM,
                {
                    "id": item.id,
                    "meeting": agenda.meeting.id,
                    "place": place,
                    "title": item.title,
                    "kind": item.kind,
                    "purpose": item.purpose,
                    "report_of": item.report_of,
                    "added_on": day_text(item.added_on),
                    "urgency_reason": item.urgency_reason,
                    "chair_agreed_on": day_text(item.chair_agreed_on),
                    "education": int(item.education),
                    "public_title": item.public_title,
                },
            )
            if item.papers == stand.get(item.id, ()):
                continue
            for paper_place, paper in enumerate(item.papers):
                self._papers.write(item.id, paper_place, paper)
        kept = tuple(paper.id for item in agenda.items for paper in item.papers)
        self._papers.remove_others(agenda.meeting.id, kept)
        self._connection.run(
            "update agenda_item set removed_at = (select at from step natural join current_step) "
            "where meeting = :meeting and removed_at is null "
            "and id not in (select value from json_each(:kept))",
            {"meeting": agenda.meeting.id, "kept": list_text(item.id for item in agenda.items)},
        )
        ProgrammeItems(self._connection).untie_removed(agenda.meeting.id)


def _refuse_wrong_members(agenda: Agenda) -> None:
    day = agenda.meeting.held_on
    for member in agenda.members:
        begins = member.valid_from or day
        ends = member.valid_to or day
        if member.committee != agenda.committee.id or not begins <= day <= ends:
            raise WrongInput(
                f"{member.person.full_name} does not sit on {agenda.committee.name} on {day}. "
                "Change the dates of the membership, or take the name off the list."
            )


_SELECT_ITEMS = """
select id, title, kind, purpose, report_of, added_on, urgency_reason, chair_agreed_on, education,
    public_title
from agenda_item where meeting = ? and removed_at is null order by place, rowid
"""

_PUT_ITEM = """
insert into agenda_item (id, meeting, place, title, kind, purpose, report_of, added_on,
    urgency_reason, chair_agreed_on, education, public_title)
values (:id, :meeting, :place, :title, :kind, :purpose, :report_of, :added_on,
    :urgency_reason, :chair_agreed_on, :education, :public_title)
on conflict (id) do update set
    meeting = excluded.meeting, place = excluded.place, title = excluded.title,
    kind = excluded.kind, purpose = excluded.purpose, report_of = excluded.report_of,
    added_on = excluded.added_on, urgency_reason = excluded.urgency_reason,
    chair_agreed_on = excluded.chair_agreed_on, education = excluded.education,
    public_title = excluded.public_title, removed_at = null
where (agenda_item.meeting, agenda_item.place, agenda_item.title, agenda_item.kind,
    agenda_item.purpose, agenda_item.report_of, agenda_item.added_on, agenda_item.urgency_reason,
    agenda_item.chair_agreed_on, agenda_item.education, agenda_item.public_title,
    agenda_item.removed_at)
    is not (excluded.meeting, excluded.place, excluded.title, excluded.kind,
    excluded.purpose, excluded.report_of, excluded.added_on, excluded.urgency_reason,
    excluded.chair_agreed_on, excluded.education, excluded.public_title, null)
"""
