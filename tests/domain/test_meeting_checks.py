from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, page_counts, paginate, plan_agenda_pack
from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.meeting_checks import CheckId, MeetingCheck, MeetingFacts, meeting_checks
from scrutiny_app.domain.paper import Access, Paper, PaperKind, TextLayer
from scrutiny_app.domain.publication import notice_given
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.notice_periods import notice_rule
from tests.build import a_paper, a_version, an_agenda, some_facts

HELD = date(2027, 1, 21)
SOUND = "Meeting date 21 January 2027. List of background papers: none"


def a_sound_paper(title: str = "Report") -> Paper:
    version = replace(
        a_version(),
        facts=some_facts(2, accessible=True),
        filed_at=datetime(2027, 1, 5, 9, tzinfo=UTC),
    )
    return replace(a_paper(title, version=version), author="Director of Learning")


def facts_of(agenda: Agenda, *texts: str) -> MeetingFacts:
    calendar = working_calendar(Nation.ENGLAND, {2027})
    now = datetime(2027, 1, 8, 9, tzinfo=UTC)
    notice = notice_given(agenda.meeting, notice_rule(Nation.ENGLAND, HELD), calendar, now=now)
    papers = [paper.id for item in agenda.items for paper in item.papers]
    layout = paginate(plan_agenda_pack(agenda, Edition.PUBLIC), page_counts(agenda), front_pages=2)
    pages = {key: (text,) for key, text in zip(papers, texts, strict=False)}
    return MeetingFacts(agenda, notice, {3: "affairs"}, pages, layout)


def answers(paper: Paper, text: str = SOUND) -> dict[CheckId, MeetingCheck]:
    """The first answer of each check on an agenda with one paper, on item 2."""
    found = meeting_checks(facts_of(an_agenda([paper]), text))
    return {one.id: one for one in reversed(found)}


def test_an_agenda_with_nothing_wrong_passes_every_check() -> None:
    found = meeting_checks(facts_of(an_agenda([a_sound_paper()]), SOUND))
    assert [one.sentence for one in found if not one.passed] == []
    silent = {CheckId.NAMED_PRIVATE, CheckId.PRIVATE_ORDER, CheckId.MEMBERS}
    assert {one.id for one in found} == set(CheckId) - silent
    assert "Page numbers run 1 to 4 without gaps" in [one.sentence for one in found]


@pytest.mark.parametrize(
    ("change", "severity", "sentence"),
    [
        ({"draft": True}, Severity.WARNING, "2.1 is a draft"),
        ({"version": None}, Severity.WARNING, "2.1 is to follow"),
        ({"made_public_by": "x"}, Severity.PROBLEM, "2.1 cannot go out as it is"),
    ],
)
def test_a_paper_that_is_not_ready_is_told_by_its_number(
    change: dict[str, object], severity: Severity, sentence: str
) -> None:
    paper = replace(a_sound_paper(), **change)  # type: ignore[arg-type]
    found = answers(paper)[CheckId.READINESS]
    assert (found.severity, found.sentence, found.paper) == (severity, sentence, paper.id)


def test_a_report_with_another_day_for_the_meeting_is_told() -> None:
    found = answers(a_sound_paper(), "Meeting Date 20 th January 2027")[CheckId.MEETING_DATE]
    assert found.sentence == "2.1 gives the meeting date as 20 January 2027"
    assert found.detail == "The agenda says 21 January 2027"


def test_minutes_may_speak_of_another_meeting() -> None:
    minutes = replace(a_sound_paper(), kind=PaperKind.MINUTES)
    assert CheckId.MEETING_DATE not in answers(minutes, "Meeting held on 3 December 2026")


@pytest.mark.parametrize(
    "name", ["Bids EXEMPT.pdf", "7_exempt_bids.docx", "Not for publication.pdf"]
)
def test_a_public_paper_whose_file_is_named_as_private_is_told(name: str) -> None:
    paper = a_sound_paper()
    assert paper.version is not None
    named = replace(paper, version=replace(paper.version, file_name=name))
    found = answers(named)[CheckId.NAMED_PRIVATE]
    assert found.severity is Severity.WARNING
    assert name in found.sentence
    assert CheckId.NAMED_PRIVATE not in answers(replace(named, access=Access.CONFIDENTIAL))
    assert CheckId.NAMED_PRIVATE not in answers(replace(named, made_public_by="Jo: it was decided"))
    assert CheckId.NAMED_PRIVATE not in answers(a_sound_paper("Exempted roads"))


def test_what_cannot_be_read_aloud_is_told() -> None:
    scan = replace(a_version(), facts=replace(some_facts(2), text_layer=TextLayer.SCAN))
    found = answers(replace(a_sound_paper(), version=scan))
    assert "scan" in found[CheckId.ACCESSIBILITY].sentence
    # Its words are not known, so nothing is said of what they lack
    assert CheckId.BACKGROUND_PAPERS not in answers(replace(a_sound_paper(), version=scan), "")


def test_a_report_without_an_author_or_background_papers_is_told() -> None:
    found = answers(replace(a_sound_paper(), author=""), "Nothing of the kind")
    assert not found[CheckId.AUTHORS].passed
    assert not found[CheckId.BACKGROUND_PAPERS].passed


def test_withheld_papers_are_told_to_be_kept_out_and_a_leak_is_a_problem() -> None:
    exempt = replace(
        a_sound_paper("Bids"), access=Access.EXEMPT, exempt=a_paper(access=Access.EXEMPT).exempt
    )
    agenda = an_agenda([a_sound_paper(), exempt])
    facts = facts_of(agenda)
    found = {one.id: one for one in meeting_checks(facts)}
    assert found[CheckId.PUBLIC_PACK].detail == "2.2 kept out"
    everything = paginate(
        plan_agenda_pack(agenda, Edition.FULL), page_counts(agenda), front_pages=2
    )
    found = {one.id: one for one in meeting_checks(replace(facts, public=everything))}
    assert found[CheckId.PUBLIC_PACK].severity is Severity.PROBLEM


def test_what_matters_most_is_told_first() -> None:
    papers = [replace(a_sound_paper(), draft=True), replace(a_sound_paper(), made_public_by="x")]
    severities = [one.severity for one in meeting_checks(facts_of(an_agenda(papers)))]
    assert severities[0] is Severity.PROBLEM
    assert severities.index(Severity.WARNING) < severities.index(None)


def test_what_concerns_the_meeting_is_told_before_how_each_paper_is_read_aloud() -> None:
    papers = [a_paper(access=Access.CONFIDENTIAL), replace(a_sound_paper(), version=a_version())]
    agenda = an_agenda(papers[:1])
    late = replace(agenda.items[-1], id=ItemId("late"), papers=tuple(papers[1:]))
    agenda = replace(agenda, items=(*agenda.items, late))
    told = [one.id for one in meeting_checks(facts_of(agenda)) if one.severity is Severity.WARNING]
    assert told.index(CheckId.PRIVATE_ORDER) < told.index(CheckId.ACCESSIBILITY)
