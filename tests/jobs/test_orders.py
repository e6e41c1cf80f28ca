"""What the window asks its worker for travels whole, and is recorded only if nothing moved."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_editing import add_paper, amend_item
from scrutiny_app.domain.errors import PackNotReady, WorkspaceDamaged, WrongInput
from scrutiny_app.jobs.change_agenda import change_agenda
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.make_first_issue import make_first_issue
from scrutiny_app.jobs.packs.agenda_order import agenda_order
from scrutiny_app.jobs.packs.make_agenda import make_agenda
from scrutiny_app.jobs.packs.make_bundle import make_bundle
from scrutiny_app.jobs.packs.make_page_ranges import make_page_ranges
from scrutiny_app.jobs.packs.make_reading_copy import make_reading_copy
from scrutiny_app.jobs.packs.make_supplement import make_supplement
from scrutiny_app.jobs.packs.prepare_issue import prepare_issue
from scrutiny_app.jobs.packs.record_supplement import record_supplement
from scrutiny_app.jobs.page_ranges import PageRanges
from scrutiny_app.jobs.papers.file_papers import file_papers
from scrutiny_app.jobs.papers.filed_papers import filed_papers
from scrutiny_app.jobs.papers.prepare_intake import prepare_intake
from scrutiny_app.jobs.papers.read_papers import read_papers
from scrutiny_app.jobs.papers.shelve_papers import shelve_papers
from scrutiny_app.jobs.prepare_publication import prepare_publication
from scrutiny_app.jobs.publication_order import FirstIssue, LateReasons
from scrutiny_app.jobs.record_publication import record_publication
from scrutiny_app.store.store import Store
from tests.build import NOW, a_meeting_file, a_paper, a_pdf

DAY = "2027-01-21"
LATE = LateReasons(urgency="the papers came late this time")

Any = TypeVar("Any")


def sent(thing: Any) -> Any:
    """A thing as it comes out at the other end of a pipe."""
    copy: Any = pickle.loads(pickle.dumps(thing))  # noqa: S301 - made here
    return copy


@pytest.fixture
def store(desk: Desk, tmp_path: Path) -> Iterator[Store]:
    """A workspace with a meeting of two items, each with a paper."""
    load_meeting(desk, a_meeting_file(tmp_path, [3], [2]))
    with desk.edit() as one:
        yield one


def agenda_in(store: Store) -> Agenda:
    return store.agendas.read(store.meetings.find(DAY))


def an_issue_to_be(store: Store) -> FirstIssue:
    return sent(make_first_issue(sent(prepare_publication(store, DAY, at=NOW, reasons=LATE))))


def with_late_paper(store: Store, folder: Path) -> None:
    """A file is dropped on item 2, read by the worker, filed and put on the agenda."""
    order = sent(prepare_intake(store, {"late": a_pdf(folder, "late.pdf", pages=2)}))
    filed = file_papers(store, sent(read_papers(order)), at=NOW)
    paper = a_paper("Late paper", version=filed.versions["late"])
    after = add_paper(agenda_in(store), agenda_in(store).items[1].id, paper)
    change_agenda(store, after, "Add a paper", at=NOW)


def test_no_paper_is_named_before_its_file_stands_in_the_paper_folder(
    store: Store, tmp_path: Path
) -> None:
    order = sent(prepare_intake(store, {"late": a_pdf(tmp_path, "late.pdf", pages=2)}))
    read = sent(read_papers(order))
    with pytest.raises(WorkspaceDamaged, match="missing"):
        filed_papers(store, read, at=NOW)
    shelve_papers(store.paper_folder, read)
    version = filed_papers(store, read, at=NOW).versions["late"]
    assert store.paper_folder.path(version.normalised_sha256).is_file()
    assert list(store.staging.iterdir()) == []


def rename(store: Store) -> None:
    agenda = agenda_in(store)
    item = replace(agenda.items[1], purpose="To note")
    change_agenda(store, amend_item(agenda, item), "Amend", at=NOW, accept_major=True)


def test_an_agenda_is_published_and_supplemented_through_the_worker(
    store: Store, tmp_path: Path
) -> None:
    record_publication(store, an_issue_to_be(store))
    with_late_paper(store, tmp_path)
    order = sent(prepare_issue(store, DAY, at=NOW))
    made = sent(make_supplement(order, tmp_path / "s.pdf", consolidated=tmp_path / "c.pdf"))
    record_supplement(store, made)
    assert store.issues.latest(made.issue.meeting) == made.issue
    assert len(store.packs.list(made.issue.meeting)) == 2
    again = sent(prepare_issue(store, DAY, at=NOW))
    assert make_reading_copy(again, tmp_path / "d.pdf").sha256 == made.receipts[1].sha256
    assert len(make_bundle(again, tmp_path / "bundle").files) == 3
    ranges = make_page_ranges(sent(agenda_order(store, DAY)))
    assert ranges.items[agenda_in(store).items[1].id].count("-") == 2


def test_nothing_is_published_when_the_agenda_was_changed_meanwhile(store: Store) -> None:
    made = an_issue_to_be(store)
    rename(store)
    with pytest.raises(WrongInput, match="changed"):
        record_publication(store, made)
    assert store.issues.list(made.issue.meeting) == ()


def test_no_supplement_is_issued_when_the_agenda_was_changed_meanwhile(
    store: Store, tmp_path: Path
) -> None:
    record_publication(store, an_issue_to_be(store))
    with_late_paper(store, tmp_path)
    made = make_supplement(prepare_issue(store, DAY, at=NOW), tmp_path / "s.pdf")
    rename(store)
    with pytest.raises(WrongInput, match=r"s\.pdf"):
        record_supplement(store, made)
    assert len(store.issues.list(made.issue.meeting)) == 1


def test_without_a_published_agenda_there_is_a_bundle_and_no_supplement(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(PackNotReady):
        prepare_issue(store, DAY, at=NOW)
    order = sent(prepare_issue(store, DAY, at=NOW, unpublished=True))
    assert make_bundle(order, tmp_path / "bundle").receipt.problems


def test_page_ranges_are_those_the_pack_will_have(store: Store, tmp_path: Path) -> None:
    order = sent(agenda_order(store, DAY))
    ranges: PageRanges = sent(make_page_ranges(order))
    agenda = agenda_in(store)
    assert [ranges.items.get(item.id, "") for item in agenda.items] == ["", "3 - 6", "7 - 8"]
    assert ranges.papers[agenda.items[1].papers[0].id] == "3 - 5"
    assert ranges.pages == 8
    make_agenda(order, tmp_path / "agenda.docx")
    assert (tmp_path / "agenda.docx").exists()
