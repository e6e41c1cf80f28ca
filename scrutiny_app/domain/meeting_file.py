"""A meeting file: one meeting with its agenda and papers, written as TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, time

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.committee import Nation, Role, Seat, VotingScope
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.meeting import ContactOfficer
from scrutiny_app.domain.paper import Access, ExemptReason, Markup, PaperKind, WithheldPlace
from scrutiny_app.domain.toml_section import Section

FORMAT = 1


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A paper as written: ``file`` is a path from the meeting file, empty for a paper to follow.

    ``markup`` says what happens if that file has tracked changes, comments or hidden text.
    """

    title: str
    file: str
    kind: PaperKind
    author: str
    access: Access
    exempt: ExemptReason | None
    confidential_basis: str
    markup: Markup = Markup.REFUSED
    made_public_by: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """An agenda item as written, with its papers in order."""

    title: str
    kind: ItemKind
    purpose: str
    report_of: str
    added_on: date | None
    urgency_reason: str
    chair_agreed_on: date | None
    education: bool
    papers: tuple[PaperEntry, ...]
    public_title: str = ""


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A member of the committee as written, in printed order."""

    name: str
    title: str
    role: Role
    seat: Seat
    voting: VotingScope


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """Everything a meeting file says. Empty text and None leave what the workspace has."""

    council: str
    nation: Nation
    house_style: str
    committee: str
    municipal_year: str
    members: tuple[MemberEntry, ...]
    id: str
    held_on: date
    starts_at: time
    place: str
    signatory: str
    officer: ContactOfficer
    first_minute_number: int | None
    withheld_papers: WithheldPlace | None
    items: tuple[ItemEntry, ...]

    @property
    def final_texts(self) -> frozenset[str]:
        """The files whose final text may be taken; of a file named twice, both must say so."""
        papers = [paper for item in self.items for paper in item.papers]
        refused = {paper.file for paper in papers if paper.markup is Markup.REFUSED}
        return frozenset(paper.file for paper in papers) - refused


def read_meeting_file(text: str, file_name: str) -> MeetingFile:
    """Read a meeting file.

    Raises:
        WrongInput: the text is not TOML, or a table lacks a key, has one that is not known, or
            holds a value that cannot be; the sentence names the place.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongInput(
            f"{file_name} is not written as a meeting file should be: {error}. "
            "Mend that place and load it again."
        ) from error
    whole = Section(values, "the file as a whole", file_name)
    _check_format(whole)
    council = whole.section("council", "[council]")
    committee = whole.section("committee", "[committee]")
    meeting = whole.section("meeting", "[meeting]")
    read = MeetingFile(
        council=council.required_text("name"),
        nation=council.choice("nation", Nation.ENGLAND),
        house_style=council.text("house_style"),
        committee=committee.required_text("name"),
        municipal_year=committee.text("municipal_year"),
        members=tuple(_member(one) for one in committee.sections("members", "member {number}")),
        id=meeting.text("id"),
        held_on=meeting.required_day("date"),
        starts_at=meeting.required_clock("start"),
        place=meeting.text("place"),
        signatory=meeting.text("signatory"),
        officer=_officer(meeting.section("officer", "[meeting.officer]")),
        first_minute_number=meeting.whole_number("first_minute_number"),
        withheld_papers=_withheld_place(meeting),
        items=tuple(_items(whole)),
    )
    for section in (council, committee, meeting, whole):
        section.finish()
    if not read.items:
        raise whole.wrong('there is no agenda item; write at least one [[item]] with title = "…"')
    return read


def _check_format(whole: Section) -> None:
    """Refuse a file of a later format before anything in it is misread."""
    number = whole.whole_number("format")
    if number is None:
        raise whole.wrong("the first line must be format = 1")
    if number != FORMAT:
        raise whole.wrong(
            f"format = {number} comes from a later version of the program; install that version, "
            f"or write the file in format = {FORMAT}"
        )


def _withheld_place(meeting: Section) -> WithheldPlace | None:
    if "withheld_papers" not in meeting:
        return None
    return meeting.choice("withheld_papers", WithheldPlace.LAST)


def _member(section: Section) -> MemberEntry:
    seat = section.choice("seat", Seat.COUNCILLOR)
    # A co-optee has no vote unless a scheme or statute gives one (LGA 2000 s.9FA(4)-(5))
    usual = VotingScope.NONE if seat is Seat.CO_OPTEE else VotingScope.ALL
    read = MemberEntry(
        name=section.required_text("name"),
        title=section.text("title"),
        role=section.choice("role", Role.MEMBER),
        seat=seat,
        voting=section.choice("voting", usual),
    )
    section.finish()
    return read


def _officer(section: Section) -> ContactOfficer:
    read = ContactOfficer(
        name=section.text("name"),
        role=section.text("role"),
        telephone=section.text("telephone"),
        email=section.text("email"),
    )
    section.finish()
    return read


def _items(whole: Section) -> list[ItemEntry]:
    read = []
    for number, section in enumerate(whole.sections("item", "item {number}"), start=1):
        read.append(
            ItemEntry(
                title=section.required_text("title"),
                kind=section.choice("kind", ItemKind.BUSINESS),
                purpose=section.text("purpose"),
                report_of=section.text("report_of"),
                added_on=section.day("added_on"),
                urgency_reason=section.text("urgency_reason"),
                chair_agreed_on=section.day("chair_agreed_on"),
                education=section.flag("education"),
                public_title=section.text("public_title"),
                papers=tuple(
                    _paper(one)
                    for one in section.sections("paper", f"item {number}, paper {{number}}")
                ),
            )
        )
        section.finish()
    return read


def _paper(section: Section) -> PaperEntry:
    read = PaperEntry(
        title=section.required_text("title"),
        file=_file(section),
        kind=section.choice("kind", PaperKind.OTHER),
        author=section.text("author"),
        access=section.choice("access", Access.PUBLIC),
        exempt=_exempt(section),
        confidential_basis=section.text("confidential_basis"),
        markup=section.choice("markup", Markup.REFUSED),
        made_public_by=section.text("made_public_by"),
        draft=section.flag("draft"),
    )
    section.finish()
    return read


def _file(section: Section) -> str:
    """Return the paper's file; leaving it out must be meant, or a forgotten paper goes unseen."""
    to_follow = section.flag("to_follow")
    if to_follow and "file" in section:
        raise section.wrong('it has a "file" and says to_follow = true; take one of them out')
    return section.text("file") if to_follow else section.required_text("file")


def _exempt(section: Section) -> ExemptReason | None:
    paragraphs = section.whole_numbers("exempt_paragraphs")
    reason = section.text("public_interest_reason")
    review_on = section.day("review_on")
    if section.choice("access", Access.PUBLIC) is not Access.EXEMPT:
        if paragraphs or reason or review_on:
            raise section.wrong(
                'it gives a reason for exemption but not access = "exempt"; write that, or take '
                "the reason out"
            )
        return None
    return ExemptReason(paragraphs, reason, review_on)
