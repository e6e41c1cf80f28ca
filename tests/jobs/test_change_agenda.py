from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app.domain.access_change import make_public
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_editing import amend_item, amend_paper, withdraw_paper
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.paper import Access, ExemptReason, Paper
from scrutiny_app.jobs.change_agenda import change_agenda
from scrutiny_app.jobs.desk import Desk, open_desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.preview_change import ChangePreview, preview_change
from scrutiny_app.jobs.publication_order import LateReasons
from scrutiny_app.jobs.publish_agenda import publish_agenda
from scrutiny_app.store.store import Store
from tests.build import NOW, a_meeting_file, clock

DAY = "2027-01-21"
REASON = ExemptReason((3,), "the council would get a worse price if bidders knew")


@pytest.fixture
def store(desk: Desk, tmp_path: Path) -> Iterator[Store]:
    """A workspace with a meeting of two items, each with a paper."""
    load_meeting(desk, a_meeting_file(tmp_path, [2], [2]))
    with desk.edit() as one:
        yield one


def agenda_in(store: Store) -> Agenda:
    return store.agendas.read(store.meetings.find(DAY))


def paper_in(store: Store) -> Paper:
    return agenda_in(store).items[1].papers[0]


def published(store: Store) -> None:
    desk = open_desk(store, who="jo", clock=clock)
    publish_agenda(desk, DAY, reasons=LateReasons(urgency="the papers came late this time"))


def retitled(store: Store) -> Agenda:
    agenda = agenda_in(store)
    return amend_item(agenda, replace(agenda.items[1], title="Quite another matter"))


def test_a_change_is_one_step_with_its_name(store: Store) -> None:
    change_agenda(store, retitled(store), "Rename item 2", at=NOW)
    assert agenda_in(store).items[1].title == "Quite another matter"
    assert store.undo().name == "Rename item 2"
    assert agenda_in(store).items[1].title == "Item 2"


def test_before_it_is_published_a_change_means_nothing_to_anybody(store: Store) -> None:
    assert preview_change(store, retitled(store), NOW) == ChangePreview()


def test_a_major_change_is_told_with_its_consequence_and_made_only_when_accepted(
    store: Store,
) -> None:
    published(store)
    after = retitled(store)
    preview = preview_change(store, after, NOW)
    assert len(preview.major) == 1
    assert "clear day" in preview.consequence
    with pytest.raises(WrongInput, match="published"):
        change_agenda(store, after, "Rename", at=NOW)
    change_agenda(store, after, "Rename", at=NOW, accept_major=True)
    assert "Accepted" in store.history(1)[0].name
    # It was accepted once and is not asked of the next change
    further = withdraw_paper(agenda_in(store), paper_in(store).id)
    assert preview_change(store, further, NOW).major == ()
    assert "withdrawn" in preview_change(store, further, NOW).minor[0]


def test_a_paper_is_not_withheld_without_a_reason(store: Store) -> None:
    bare = replace(paper_in(store), access=Access.EXEMPT)
    with pytest.raises(WrongInput, match="paragraph"):
        change_agenda(store, amend_paper(agenda_in(store), bare), "Mark exempt", at=NOW)


def test_a_withheld_paper_is_opened_only_with_a_word(store: Store) -> None:
    exempt = replace(paper_in(store), access=Access.EXEMPT, exempt=REASON)
    change_agenda(store, amend_paper(agenda_in(store), exempt), "Mark exempt", at=NOW)
    silent = replace(exempt, access=Access.PUBLIC, exempt=None)
    with pytest.raises(WrongInput, match="withheld"):
        change_agenda(store, amend_paper(agenda_in(store), silent), "Open", at=NOW)
    opened = make_public(exempt, "Director of Law: the sale is complete")
    change_agenda(store, amend_paper(agenda_in(store), opened), "Open", at=NOW)
    assert paper_in(store).public


def test_a_job_on_an_open_workspace_leaves_it_open(store: Store) -> None:
    published(store)
    assert store.issues.latest(agenda_in(store).meeting.id)
