from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import NothingToUndo
from scrutiny_app.domain.issue import NoticeRecord
from scrutiny_app.domain.issued_pages import IssuedPages
from tests.published import a_published_agenda, issue_of
from tests.store.workspaces import a_workspace, edit, write


def test_an_issue_is_read_as_it_was_written(tmp_path: Path) -> None:
    agenda = a_published_agenda()
    notice = NoticeRecord(3, 5, date(2027, 1, 13), "Grant ends", date(2027, 1, 14), "Storm")
    first = replace(issue_of(agenda), notice=notice)
    second = replace(first, number=2, sheet=IssuedPages(("11", "11A"), ()))
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        assert store.issues.latest(agenda.meeting.id) is None
        with store.step("Publish", undoable=False):
            store.issues.add(first)
            store.issues.add(second)
        assert store.issues.list(agenda.meeting.id) == (first, second)
        assert store.issues.latest(agenda.meeting.id) == second


def test_no_step_can_be_undone_past_an_issue(tmp_path: Path) -> None:
    agenda = a_published_agenda()
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        with store.step("Publish", undoable=False):
            store.issues.add(issue_of(agenda))
        with pytest.raises(NothingToUndo, match="cannot be undone"):
            store.undo()


@pytest.mark.parametrize("harm", ["update issue set last_page = 2", "delete from issue"])
def test_not_even_the_database_lets_an_issue_change(tmp_path: Path, harm: str) -> None:
    agenda = a_published_agenda()
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        with store.step("Publish", undoable=False):
            store.issues.add(issue_of(agenda))
        folder = store.folder
    raw = sqlite3.connect(folder / "scrutiny.db")
    with pytest.raises(sqlite3.IntegrityError, match="an issue never"):
        raw.execute(harm)
    raw.close()
    with edit(folder) as store:
        assert store.issues.list(agenda.meeting.id) == (issue_of(agenda),)


def test_an_issue_outside_a_step_is_a_bug(tmp_path: Path) -> None:
    agenda = a_published_agenda()
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        with pytest.raises(sqlite3.IntegrityError):
            store.issues.add(issue_of(agenda))
