"""What a meeting file makes of a meeting: the same records where they are the same things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.committee import Committee, Council, Membership, Person
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import (
    CommitteeId,
    CouncilId,
    ItemId,
    MeetingId,
    MembershipId,
    PaperId,
    PersonId,
)
from scrutiny_app.domain.meeting import ContactOfficer, Meeting
from scrutiny_app.domain.meeting_file import ItemEntry, MeetingFile, MemberEntry, PaperEntry
from scrutiny_app.domain.membership import Term
from scrutiny_app.domain.paper import Paper, PaperVersion

NewKey = Callable[[], str]
WHOLE_TERM = Term()


def settle_council(file: MeetingFile, existing: Council | None, new_key: NewKey) -> Council:
    """Return the council that a meeting file names."""
    council = existing or Council(CouncilId(new_key()), file.council)
    return replace(council, nation=file.nation, house_style=file.house_style or council.house_style)


def settle_committee(
    file: MeetingFile, host: Council, existing: Committee | None, new_key: NewKey
) -> Committee:
    """Return the committee that a meeting file names."""
    return existing or Committee(CommitteeId(new_key()), file.committee, host.id)


def settle_agenda(
    file: MeetingFile,
    before: Agenda,
    versions: Mapping[str, PaperVersion],
    new_key: NewKey,
    *,
    term: Term = WHOLE_TERM,
) -> Agenda:
    """Return a meeting's agenda as its file now says.

    ``before`` is the agenda as it stood, without items for a new meeting. An item or paper that
    the file still names keeps its key, so that what refers to it still holds; titles are matched
    first, then places. ``versions`` holds the filed version of each ``file`` in the meeting file.
    A member who is new to the list sits for ``term``.

    Raises:
        WrongInput: the agenda is published, and its withheld papers would stand elsewhere.
    """
    return replace(
        before,
        meeting=_meeting(file, before.meeting),
        members=_members(file.members, before, term, new_key) if file.members else before.members,
        items=tuple(
            _item(entry, item, versions, new_key)
            for entry, item in _match(file.items, before.items)
        ),
    )


def new_meeting(file: MeetingFile, committee: Committee, new_key: NewKey) -> Meeting:
    """Return a planned meeting with nothing but its key, committee, day and time."""
    return Meeting(MeetingId(new_key()), committee.id, file.held_on, file.starts_at)


def _meeting(file: MeetingFile, before: Meeting) -> Meeting:
    place = file.withheld_papers or before.withheld_papers
    if before.published_at and place is not before.withheld_papers:
        raise WrongInput(
            f"The agenda was published with its withheld papers {before.withheld_papers}, and page "
            "numbers never move. Take withheld_papers out of the meeting file and load it again."
        )
    return replace(
        before,
        held_on=file.held_on,
        starts_at=file.starts_at,
        place=file.place or before.place,
        municipal_year=file.municipal_year or before.municipal_year,
        signatory=file.signatory or before.signatory,
        officer=before.officer if file.officer == ContactOfficer() else file.officer,
        first_minute_number=file.first_minute_number or before.first_minute_number,
        withheld_papers=place,
    )


def _members(
    entries: Iterable[MemberEntry], before: Agenda, term: Term, new_key: NewKey
) -> tuple[Membership, ...]:
    seated = {membership.person.name: membership for membership in before.members}
    return tuple(
        _membership(
            entry,
            seated.get(entry.name) or _new_seat(entry, before.committee.id, term, new_key),
            place,
        )
        for place, entry in enumerate(entries)
    )


def _new_seat(
    entry: MemberEntry, committee: CommitteeId, term: Term, new_key: NewKey
) -> Membership:
    return Membership(
        MembershipId(new_key()),
        committee,
        Person(PersonId(new_key()), entry.name),
        valid_from=term.begins,
        valid_to=term.ends,
    )


def _membership(entry: MemberEntry, seat: Membership, place: int) -> Membership:
    return replace(
        seat,
        person=replace(seat.person, title=entry.title),
        seat=entry.seat,
        role=entry.role,
        voting=entry.voting,
        order=place,
    )


def _item(
    entry: ItemEntry,
    before: AgendaItem | None,
    versions: Mapping[str, PaperVersion],
    new_key: NewKey,
) -> AgendaItem:
    item = before or AgendaItem(ItemId(new_key()), entry.title)
    return replace(
        item,
        title=entry.title,
        kind=entry.kind,
        purpose=entry.purpose,
        report_of=entry.report_of,
        added_on=entry.added_on,
        urgency_reason=entry.urgency_reason,
        chair_agreed_on=entry.chair_agreed_on,
        education=entry.education,
        public_title=entry.public_title,
        papers=tuple(
            _paper(one, paper, versions, new_key)
            for one, paper in _match(entry.papers, item.papers)
        ),
    )


def _paper(
    entry: PaperEntry,
    before: Paper | None,
    versions: Mapping[str, PaperVersion],
    new_key: NewKey,
) -> Paper:
    paper = before or Paper(PaperId(new_key()), entry.title)
    return replace(
        paper,
        title=entry.title,
        kind=entry.kind,
        author=entry.author,
        access=entry.access,
        exempt=entry.exempt,
        confidential_basis=entry.confidential_basis,
        made_public_by=entry.made_public_by,
        draft=entry.draft,
        version=_version(versions.get(entry.file), paper.version),
    )


def _version(now: PaperVersion | None, before: PaperVersion | None) -> PaperVersion | None:
    """Keep the version as it was filed when the file is the same and was taken in alike."""
    if now and before and replace(now, filed_at=before.filed_at) == before:
        return before
    return now


class _Titled(Protocol):
    """Whatever an officer recognises by its title: items and papers, written or recorded."""

    @property
    def title(self) -> str: ...


Entry = TypeVar("Entry", bound=_Titled)
Record = TypeVar("Record", bound=_Titled)


def _match(
    entries: Sequence[Entry], before: Sequence[Record]
) -> Iterator[tuple[Entry, Record | None]]:
    """Pair what is written with what was there: by title, else by standing in the same place."""
    left = list(before)
    found: dict[int, Record] = {}
    for place, entry in enumerate(entries):
        same = next((one for one in left if _same_title(one, entry)), None)
        if same is not None:
            left.remove(same)
            found[place] = same
    for place, entry in enumerate(entries):
        if place not in found and place < len(before) and before[place] in left:
            found[place] = before[place]
        yield entry, found.get(place)


def _same_title(one: _Titled, other: _Titled) -> bool:
    return one.title.casefold() == other.title.casefold()
