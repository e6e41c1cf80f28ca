"""A minutes file: the record of one meeting that was held, written as TOML."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.committee import (
    Committee,
    Council,
    Membership,
    Nation,
    Person,
    QuorumRule,
    Role,
    Seat,
    VotingScope,
)
from scrutiny_app.domain.ids import (
    CommitteeId,
    CouncilId,
    ItemId,
    MeetingId,
    MembershipId,
    PersonId,
)
from scrutiny_app.domain.meeting import Meeting
from scrutiny_app.domain.minutes.interest import Interest, InterestCategory
from scrutiny_app.domain.minutes.minutes import (
    Adjournment,
    Attendance,
    Attendee,
    MemberAttendance,
    Minute,
    MinutesOutline,
    Resolution,
)
from scrutiny_app.domain.minutes.vote import CastingVote, Vote, VoteKind
from scrutiny_app.domain.toml_section import Section

_USUAL_STYLE = "neutral"
_USUAL_QUORUM = QuorumRule()
_SIDES = ("for", "against", "abstained")


def read_minutes(whole: Section) -> MinutesOutline:
    """Read the minutes of a meeting from their file.

    Everything has its name as its key: the file stands alone, outside any workspace.

    Raises:
        WrongInput: a table lacks a key, has one that is not known, or holds what cannot be; the
            sentence names the place.
    """
    whole.required_text("kind")
    council = _council(whole)
    meeting = whole.section("meeting", "[meeting]")
    committee = _committee(meeting, council)
    attendance = tuple(
        _member(one, committee, place)
        for place, one in enumerate(whole.sections("member", "member {number}"))
    )
    first = meeting.whole_number("first_minute_number") or 1
    minutes = tuple(_minutes(whole, first))
    outline = MinutesOutline(
        agenda=Agenda(
            council,
            committee,
            _meeting(meeting, committee),
            tuple(one.member for one in attendance),
            tuple(minute.item for minute in minutes),
        ),
        attendance=attendance,
        others=tuple(_attendee(one) for one in whole.sections("other", "other {number}")),
        minutes=minutes,
        started_at=meeting.required_clock("start"),
        ended_at=meeting.clock("end"),
        presiding=meeting.text("presiding"),
    )
    meeting.finish()
    whole.finish()
    if not attendance:
        raise whole.wrong('nobody is listed; write a [[member]] with name = "…" for each member')
    if not minutes:
        raise whole.wrong('nothing is minuted; write a [[minute]] with title = "…" for each item')
    return outline


def _council(whole: Section) -> Council:
    name = whole.required_text("council")
    return Council(
        CouncilId(name),
        name,
        nation=whole.choice("nation", Nation.ENGLAND),
        house_style=whole.text("house_style", _USUAL_STYLE),
    )


def _committee(meeting: Section, council: Council) -> Committee:
    name = meeting.required_text("committee")
    rule = QuorumRule(meeting.whole_number("quorum") or _USUAL_QUORUM.minimum, _fraction(meeting))
    return Committee(CommitteeId(name), name, council.id, quorum=rule)


def _fraction(meeting: Section) -> Fraction:
    written = meeting.text("quorum_share")
    if not written:
        return _USUAL_QUORUM.fraction
    try:
        share = Fraction(written)
    except (ValueError, ZeroDivisionError) as error:
        raise meeting.wrong('"quorum_share" must be a fraction such as "1/4"') from error
    if not 0 < share <= 1:
        raise meeting.wrong('"quorum_share" must lie between 0 and 1, such as "1/4"')
    return share


def _meeting(meeting: Section, committee: Committee) -> Meeting:
    return Meeting(
        MeetingId(committee.name),
        committee.id,
        meeting.required_day("date"),
        meeting.required_clock("start"),
        place=meeting.required_text("place"),
        municipal_year=meeting.text("municipal_year"),
    )


def _member(section: Section, committee: Committee, place: int) -> MemberAttendance:
    name = section.required_text("name")
    seat = section.choice("seat", Seat.COUNCILLOR)
    # A co-optee has no vote unless a scheme or statute gives one (LGA 2000 s.9FA(4)-(5))
    usual = VotingScope.NONE if seat is Seat.CO_OPTEE else VotingScope.ALL
    member = Membership(
        MembershipId(name),
        committee.id,
        Person(PersonId(name), name, section.text("title")),
        seat=seat,
        role=section.choice("role", Role.MEMBER),
        voting=section.choice("voting", usual),
        order=place,
    )
    substitute = section.text("substitute")
    read = MemberAttendance(
        member,
        section.choice("attendance", Attendance.EXPECTED),
        substitute=Person(PersonId(substitute), substitute) if substitute else None,
        reason=section.text("reason"),
        remote=section.flag("remote"),
        publish_reason=section.flag("publish_reason"),
        arrived=section.clock("arrived"),
        left=section.clock("left"),
    )
    section.finish()
    return read


def _attendee(section: Section) -> Attendee:
    name = section.required_text("name")
    read = Attendee(PersonId(name), name, role=section.text("role"))
    section.finish()
    return read


def _minutes(whole: Section, first: int) -> Iterator[Minute]:
    for number, section in enumerate(whole.sections("minute", "minute {number}"), start=1):
        title = section.required_text("title")
        where = f"minute {number}"
        yield Minute(
            number=first + number - 1,
            item=AgendaItem(
                ItemId(f"{number} {title}"),
                title,
                kind=section.choice("kind", ItemKind.BUSINESS),
                urgency_reason=section.text("urgency_reason"),
                education=section.flag("education"),
            ),
            text=section.prose("text"),
            highlighted=section.proses("highlighted"),
            raised=section.proses("raised"),
            resolutions=tuple(
                Resolution(place, text)
                for place, text in enumerate(section.proses("resolved"), start=1)
            ),
            adjournments=_adjournments(section, where),
            interests=_interests(section, where),
            votes=_votes(section, where),
            closing=section.prose("closing"),
            letters_run_on=section.flag("letters_run_on"),
        )
        section.finish()


def _adjournments(minute: Section, where: str) -> tuple[Adjournment, ...]:
    read = []
    for one in minute.sections("adjournment", f"{where}, adjournment {{number}}"):
        read.append(
            Adjournment(one.required_clock("at"), one.required_text("reason"), one.clock("resumed"))
        )
        one.finish()
    return tuple(read)


def _interests(minute: Section, where: str) -> tuple[Interest, ...]:
    read = []
    for one in minute.sections("interest", f"{where}, interest {{number}}"):
        sensitive = one.flag("sensitive")
        if sensitive and "nature" in one:
            raise one.wrong(
                'a sensitive interest has its "nature" written; take it out, for the minutes say '
                "only that there is one"
            )
        read.append(
            Interest(
                member=one.required_text("member"),
                category=one.choice("category", InterestCategory.OPENNESS),
                minute=one.whole_number("minute"),
                nature=one.text("nature") if sensitive else one.required_text("nature"),
                sensitive=sensitive,
                left=one.flag("left"),
                dispensation=one.text("dispensation"),
            )
        )
        one.finish()
    return tuple(read)


def _votes(minute: Section, where: str) -> tuple[Vote, ...]:
    sections = minute.sections("vote", f"{where}, vote {{number}}")
    return tuple(_vote(one) for one in sections)


def _vote(section: Section) -> Vote:
    kind = section.choice("taken_by", VoteKind.SHOW_OF_HANDS)
    if kind is VoteKind.RECORDED:
        names = [section.proses(side) for side in _SIDES]
        counts = [len(side) for side in names]
    else:
        names = [(), (), ()]
        counts = [section.count(side) for side in _SIDES]
    read = Vote(
        section.required_text("motion"),
        kind,
        mover=section.text("moved_by"),
        seconder=section.text("seconded_by"),
        in_favour=counts[0],
        against=counts[1],
        abstained=counts[2],
        named_in_favour=names[0],
        named_against=names[1],
        named_abstained=names[2],
        casting=section.choice("casting", CastingVote.NONE),
    )
    section.finish()
    return read
