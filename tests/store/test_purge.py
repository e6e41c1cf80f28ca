from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound, NothingToUndo, WrongInput
from scrutiny_app.domain.paper import Access, Bookmark, ExemptReason, Paper
from scrutiny_app.store.backup import back_up
from scrutiny_app.store.check import check_store
from scrutiny_app.store.store import Store
from tests.build import a_paper, an_agenda, clock, some_facts
from tests.store.workspaces import WHO, a_filed_version, a_workspace, edit, index, write

SECRET = "Quennevillesecret"  # noqa: S105 (an invented name, no password)


def a_secret_meeting(store: Store) -> tuple[Agenda, Paper]:
    """A meeting with a paper whose every text holds the secret word."""
    version = replace(
        a_filed_version(store, SECRET.encode() * 50),
        file_name=f"{SECRET}.pdf",
        facts=some_facts(title=SECRET, bookmarks=(Bookmark(SECRET, 1, 0),), warnings=(SECRET,)),
    )
    paper = replace(
        a_paper(f"Case of {SECRET}", access=Access.EXEMPT, version=version),
        author=SECRET,
        exempt=ExemptReason((1,), f"names {SECRET}"),
    )
    agenda = an_agenda([paper])
    write(store, agenda)
    index(store, {version.normalised_sha256: (f"About {SECRET} and others",) * 200})
    return agenda, paper


def without_papers(agenda: Agenda) -> Agenda:
    return replace(agenda, items=tuple(replace(item, papers=()) for item in agenda.items))


def sha_of(paper: Paper) -> str:
    assert paper.version
    return paper.version.original_sha256


def traces(folder: Path) -> list[str]:
    """The files of a workspace in which the secret still stands, in whatever case."""
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and SECRET.lower().encode() in path.read_bytes().lower()
    ]


def test_a_purged_paper_leaves_no_trace_but_the_log(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda, paper = a_secret_meeting(store)
        assert set(traces(store.folder)) >= {"scrutiny.db", "search.db"}
        write(store, without_papers(agenda), "Take it off")
        assert store.search.find(SECRET) == ()
        purged = store.purge(sha_of(paper), "request of 3 January")
        assert len(purged.hashes) == 2
        assert purged.backups == ()
        folder = store.folder
        row = store.councils._connection.row(
            "select * from purged_paper where sha256 = ?", (sha_of(paper),)
        )
        assert row is not None
        assert (row["purged_by"], row["reason"]) == (WHO, "request of 3 January")
        assert row["purged_at"] == "2027-01-05T09:00:00.000000+00:00"
        assert store.papers.filed(sha_of(paper), "intake-test") is None
    assert traces(folder) == []
    assert list((folder / "papers").rglob("*/*")) == []
    assert check_store(folder) == ()


def test_what_went_before_a_purge_cannot_be_undone(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda, paper = a_secret_meeting(store)
        write(store, without_papers(agenda), "Take it off")
        store.purge(sha_of(paper), "a request")
        with pytest.raises(NothingToUndo, match="cannot be undone"):
            store.undo()
        assert len(store.history()) == 3


def test_a_paper_known_to_the_history_alone_can_be_purged_and_not_redone(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        write(store, an_agenda(), "Another meeting")
        _, paper = a_secret_meeting(store)
        store.undo()
        store.purge(sha_of(paper), "a request")
        with pytest.raises(NothingToUndo):
            store.redo()
        folder = store.folder
    assert traces(folder) == []


def test_a_paper_in_use_is_not_purged(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        _, paper = a_secret_meeting(store)
        with pytest.raises(WrongInput, match="still use the file: Case of"):
            store.purge(sha_of(paper), "a request")
        with pytest.raises(WrongInput, match="Say why"):
            store.purge(sha_of(paper), "  ")
        with pytest.raises(NotFound, match="no record"):
            store.purge("0" * 64, "a request")
        assert paper.version
        assert store.paper_folder.path(paper.version.normalised_sha256).is_file()


def test_a_replaced_version_is_purged_and_the_paper_stays(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda, paper = a_secret_meeting(store)
        newer = replace(
            paper,
            title="Case",
            author="",
            exempt=ExemptReason((1,), "reason"),
            version=a_filed_version(store, b"redacted"),
        )
        redacted = replace(
            agenda, items=(agenda.items[0], replace(agenda.items[1], papers=(newer,)))
        )
        write(store, redacted, "Replace it")
        store.purge(sha_of(paper), "a request")
        assert store.agendas.read(agenda.meeting.id) == redacted
        with pytest.raises(WrongInput):
            store.purge(sha_of(newer), "a request")


def test_a_purge_names_the_backups_that_still_hold_the_paper(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside.zip", tmp_path / "workspace" / "backups" / "inside.zip"
    with a_workspace(tmp_path) as store:
        agenda, paper = a_secret_meeting(store)
        folder = store.folder
        store.councils._connection.copy_to(folder / "backups" / "before-upgrade.db")
        (folder / "backups" / "unreadable.db").write_bytes(b"?")
    assert back_up(folder, outside, who=WHO, clock=clock).logged
    back_up(folder, inside, who=WHO, clock=clock)
    empty = tmp_path / "later.zip"
    with edit(folder) as store:
        write(store, without_papers(agenda), "Take it off")
        purged = store.purge(sha_of(paper), "a request")
        assert {Path(name).name for name in purged.backups} == {
            "outside.zip",
            "inside.zip",
            "before-upgrade.db",
            "unreadable.db",
        }
    back_up(folder, empty, who=WHO, clock=clock)
    assert SECRET.encode() not in empty.read_bytes()
