"""Load a meeting file: its papers are taken in, its agenda becomes the workspace's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from scrutiny_app.domain.added_items import with_days_added
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.agenda_update import (
    new_meeting,
    settle_agenda,
    settle_committee,
    settle_council,
)
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.exempt_register import opened_without_a_word
from scrutiny_app.domain.exemption import problems_of
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.domain.meeting import Meeting
from scrutiny_app.domain.meeting_file import MeetingFile, read_meeting_file
from scrutiny_app.domain.membership import Term, seats_given_up
from scrutiny_app.domain.membership_checks import membership_findings
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.jobs.after_publishing import settle_after_publishing
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.notice_given import public_day
from scrutiny_app.jobs.packs.lay_out_pack import lay_out_pack
from scrutiny_app.jobs.packs.remember_layout import remember_layout
from scrutiny_app.jobs.papers.index_papers import index_papers
from scrutiny_app.jobs.papers.take_in_papers import take_in_papers
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class LoadedMeeting:
    """What a load did. ``warnings`` are sentences about papers and the agenda."""

    meeting: MeetingId
    created: bool
    items: int
    papers: int
    pages: int
    warnings: tuple[str, ...]


def load_meeting(
    desk: Desk,
    meeting_file: Path,
    *,
    accept_major: bool = False,
    progress: Progress = silent,
) -> LoadedMeeting:
    """Load one meeting into the workspace; loading it again brings it up to date.

    Either the whole meeting stands in the workspace afterwards, searchable, or nothing changed.

    Raises:
        WrongInput: the meeting file says something that cannot be, or alters what was published
            and ``accept_major`` was not chosen.
        NotFound: the meeting file or one of its papers is not there.
        PaperRefused: a paper cannot be taken in; the whole load is refused with it.
    """
    file = _read(meeting_file)
    paths = _paper_paths(file, meeting_file.parent)
    with desk.edit() as store:
        before = _agenda_before(store, file)
        filed = take_in_papers(desk, store, paths, final=file.final_texts, progress=progress)
        term = _term(store, before.meeting)
        agenda = settle_agenda(file, before, filed.versions, new_key, term=term)
        agenda = _with_days_added(store, agenda, before, desk.clock())
        _refuse_unsound(agenda, meeting_file.name)
        _refuse_opened(store, before, agenda, meeting_file.name)
        warnings = (*store.warnings, *_warnings(agenda, _same_day(store, agenda)))
        published = settle_after_publishing(store, agenda, desk.clock(), accept_major=accept_major)
        name = f"Load {agenda.committee.name}, {long_date(agenda.meeting.held_on)}"
        with store.step(published.step_name(name)):
            for seat in seats_given_up(before.members, agenda.members, term, new_key):
                store.memberships.write(seat)
            store.agendas.write(agenda)
        index_papers(store, filed.texts, progress=progress)
        style = house_style(agenda.council.house_style)
        layout = lay_out_pack(agenda, style, Edition.PUBLIC).layout
        remember_layout(store, agenda, layout, style)
    versions = [paper.version for item in agenda.items for paper in item.papers if paper.version]
    return LoadedMeeting(
        agenda.meeting.id,
        created=not before.items,
        items=len(agenda.items),
        papers=len(versions),
        pages=sum(version.facts.page_count for version in versions),
        warnings=(*warnings, *published.warnings),
    )


def _read(meeting_file: Path) -> MeetingFile:
    try:
        text = meeting_file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongInput(
            f"{meeting_file.name} is not saved as UTF-8 text. Save it again as UTF-8 and load it."
        ) from error
    except OSError as error:
        raise NotFound(
            f"There is no meeting file {meeting_file} that can be read ({error.strerror})."
        ) from error
    return read_meeting_file(text, meeting_file.name)


def _paper_paths(file: MeetingFile, folder: Path) -> dict[str, Path]:
    """Return where each paper's file lies; every one that is missing is named at once."""
    names = [paper.file for item in file.items for paper in item.papers if paper.file]
    paths = {name: folder / name for name in names}
    missing = [name for name, path in paths.items() if not path.is_file()]
    if missing:
        raise NotFound(
            f"These papers are not where the meeting file says: {'; '.join(missing)}. Paths count "
            f"from {folder}. Put the files there, or correct the paths, and load the meeting again."
        )
    return paths


def _agenda_before(store: Store, file: MeetingFile) -> Agenda:
    """Return the agenda that the file is about as it stands; without items if it is new."""
    council = settle_council(file, store.councils.by_name(file.council), new_key)
    house_style(council.house_style)  # an unknown one is refused before anything is taken in
    known = store.committees.by_name(council.id, file.committee)
    committee = settle_committee(file, council, known, new_key)
    meeting = _meeting_before(store, file, known)
    if meeting is not None:
        return replace(store.agendas.read(meeting), council=council, committee=committee)
    members = store.committees.members(committee.id, file.held_on) if known else ()
    return Agenda(council, committee, new_meeting(file, committee, new_key), members, ())


def _meeting_before(
    store: Store, file: MeetingFile, committee: Committee | None
) -> MeetingId | None:
    """Return the meeting that the file is about: by its id, else by committee, day and time."""
    if file.id:
        return store.meetings.find(file.id)
    if committee is None:
        return None
    same = [
        meeting
        for meeting in store.meetings.on(committee.id, file.held_on)
        if meeting.starts_at == file.starts_at
    ]
    return same[0].id if same else None


def _term(store: Store, meeting: Meeting) -> Term:
    """Return the days that a meeting's list of members speaks for: until the next one recorded."""
    following = store.meetings.after(meeting)
    return Term(
        begins=meeting.held_on if store.meetings.before(meeting) else None,
        ends=following[0].held_on - timedelta(days=1) if following else None,
    )


def _with_days_added(store: Store, agenda: Agenda, before: Agenda, at: datetime) -> Agenda:
    """Say of items that came after publishing when they did."""
    issues = store.issues.list(agenda.meeting.id)
    if not issues:
        return agenda
    return with_days_added(agenda, before, issues[0], today=public_day(agenda, at))


def _refuse_unsound(agenda: Agenda, file_name: str) -> None:
    """Refuse an agenda whose exempt papers lack what the law asks for."""
    descriptions = exempt_descriptions(agenda.council.nation)
    for item in agenda.items:
        for paper in item.papers:
            problems = problems_of(paper, descriptions)
            if problems:
                raise WrongInput(f"{file_name}: {' '.join(problems)}")


def _refuse_opened(store: Store, before: Agenda, agenda: Agenda, file_name: str) -> None:
    """Refuse an agenda on which a withheld paper would be public, and nobody said so."""
    opened = tuple(opened_without_a_word(before, agenda, store.papers.withheld_files()))
    if opened:
        raise WrongInput(f"{file_name}: {' '.join(opened)}")


def _same_day(store: Store, agenda: Agenda) -> tuple[Meeting, ...]:
    """Return the committee's other meetings on this day."""
    meetings = store.meetings.on(agenda.committee.id, agenda.meeting.held_on)
    return tuple(meeting for meeting in meetings if meeting.id != agenda.meeting.id)


def _warnings(agenda: Agenda, same_day: tuple[Meeting, ...]) -> Iterator[str]:
    for other in same_day:
        yield (
            f"This committee also meets on this day at {clock_time(other.starts_at)}. If you meant "
            f'to change the time of that meeting, write id = "{other.id}" under [meeting] and load '
            "again."
        )
    yield from (one.message for one in membership_findings(agenda.members))
    for item in agenda.items:
        for paper in item.papers:
            if paper.version is None:
                yield f"{paper.title}: it is still to follow."
            else:
                for warning in paper.version.facts.warnings:
                    yield f"{paper.title}: {warning}"
