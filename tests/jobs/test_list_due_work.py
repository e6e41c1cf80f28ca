from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.deadlines import DeadlineKind, DeadlineState
from scrutiny_app.domain.ids import CommitteeId, RequestId
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.notice import NoticeState
from scrutiny_app.domain.paper import Access, ExemptReason, Paper
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.domain.readiness import Ready
from scrutiny_app.jobs.list_due_work import list_due_work
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store
from tests.build import NOW, a_paper, an_agenda
from tests.store.workspaces import a_workspace, write


def to_follow(title: str) -> Paper:
    return replace(a_paper(title), version=None)


def test_a_meeting_to_come_has_its_notice_its_deadlines_and_what_is_not_ready(
    tmp_path: Path,
) -> None:
    agenda = an_agenda([a_paper("Budget"), to_follow("Staffing")], items=1)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        work = list_due_work(store, NOW)
    (due,) = work.meetings
    assert work.today == date(2027, 1, 5)
    assert due.notice.state is NoticeState.OPEN
    assert (due.notice.publish_by, due.notice.working_days_left) == (date(2027, 1, 13), 7)
    overdue = [one.kind for one in due.deadlines if one.state is DeadlineState.OVERDUE]
    assert overdue == [DeadlineKind.DRAFT_REPORTS]
    awaited = [one for one in due.unready if one.paper]
    assert [(one.number, one.readiness.state) for one in awaited] == [("2.2", Ready.TO_FOLLOW)]


def test_meetings_that_are_over_or_called_off_are_not_told(tmp_path: Path) -> None:
    agenda = an_agenda([], items=1)
    called_off = replace(agenda, meeting=replace(agenda.meeting, standing=Standing.CANCELLED))
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        assert list_due_work(store, datetime(2027, 1, 22, 9, tzinfo=UTC)).meetings == ()
        write(store, called_off)
        assert list_due_work(store, NOW).meetings == ()


def test_papers_of_an_agenda_that_goes_out_much_later_can_wait(tmp_path: Path) -> None:
    agenda = an_agenda([to_follow("Staffing")], items=1)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        (due,) = list_due_work(store, datetime(2026, 11, 2, 9, tzinfo=UTC)).meetings
    assert due.unready == ()


def exempt_until(title: str, day: date) -> Paper:
    paper = a_paper(title, access=Access.EXEMPT)
    return replace(paper, exempt=ExemptReason((3,), "talks are under way", review_on=day))


def test_reviews_that_are_overdue_or_near_are_told_the_oldest_first(tmp_path: Path) -> None:
    papers = [
        exempt_until("Later", date(2027, 6, 1)),
        exempt_until("Near", date(2027, 1, 20)),
        exempt_until("Overdue", date(2026, 12, 1)),
    ]
    with a_workspace(tmp_path) as store:
        write(store, an_agenda(papers, items=1))
        work = list_due_work(store, NOW)
    assert [entry.title for entry in work.reviews] == ["Overdue", "Near"]


def test_requests_wait_until_they_are_returned_the_earliest_due_first(tmp_path: Path) -> None:
    agenda = an_agenda([], items=1)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        ask(store, agenda, "A note on transport")
        ask(store, agenda, "Figures by team", due_by=date(2027, 1, 2))
        ask(store, agenda, "Returned already", returned_on=date(2027, 1, 4))
        work = list_due_work(store, NOW)
        others = list_due_work(store, NOW, CommitteeId(new_key()))
    assert [one.request.text for one in work.returns] == ["Figures by team", "A note on transport"]
    assert others.returns == ()
    assert others.meetings == ()


def ask(store: Store, agenda: Agenda, text: str, **more: date) -> None:
    request = ReturnRequest(
        RequestId(new_key()), agenda.committee.id, text, date(2026, 11, 19), **more
    )
    with store.step("Ask"):
        store.return_requests.write(request)
