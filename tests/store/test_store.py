from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import NotFound, NotWritten, WorkspaceDamaged, WrongInput
from scrutiny_app.store.store import create_store, open_store
from tests.build import clock
from tests.store.workspaces import WHO, a_loaded_meeting, a_workspace, edit, read, write


def test_a_new_workspace_is_a_folder_with_a_place_for_everything(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        assert not store.read_only
        assert store.meetings.list() == ()
    names = {path.name for path in (tmp_path / "workspace").iterdir()}
    assert {"scrutiny.db", "papers", "staging", "backups", "lock"} <= names


def test_a_folder_with_other_things_in_it_is_not_made_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"sea")
    with pytest.raises(WrongInput, match="not empty and is not a workspace"):
        create_store(tmp_path, who=WHO, clock=clock)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_workspace_is_not_made_over_another(tmp_path: Path) -> None:
    a_workspace(tmp_path).close()
    with pytest.raises(WrongInput, match="already"):
        a_workspace(tmp_path)


def test_a_workspace_is_not_made_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "workspace").write_text("a letter")
    with pytest.raises(WrongInput, match="is a file"):
        a_workspace(tmp_path)


def test_a_creation_that_was_cut_short_can_be_done_again(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    (folder / "papers").mkdir(parents=True)
    (folder / "lock").touch()
    (folder / "scrutiny.db.new").write_bytes(b"half")
    a_workspace(tmp_path).close()
    edit(folder).close()
    assert not (folder / "scrutiny.db.new").exists()


def test_opening_a_folder_that_is_no_workspace_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no workspace"):
        edit(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "scrutiny.db")
    database.execute("create table music (title text)")
    database.close()
    with pytest.raises(NotFound, match="not made by this program"):
        edit(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["scrutiny.db"]


def test_a_database_full_of_rubbish_is_called_damaged(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        folder = store.folder
    (folder / "scrutiny.db").write_bytes(b"rubbish" * 1000)
    with pytest.raises(WorkspaceDamaged, match=r"scrutiny\.db is damaged"):
        edit(folder)


def test_a_damaged_page_of_the_database_is_called_damaged(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        a_loaded_meeting(store, "Budget")
        folder = store.folder
    database = folder / "scrutiny.db"
    data = bytearray(database.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    database.write_bytes(data)
    with pytest.raises(WorkspaceDamaged), edit(folder) as store:
        store.meetings.list()


def test_a_reader_sees_what_the_editor_saved_and_cannot_write(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as editor, read(editor.folder) as reader:
        agenda = a_loaded_meeting(editor, "Budget")
        assert reader.agendas.read(agenda.meeting.id) == agenda
        with pytest.raises(NotWritten, match="read only"):
            write(reader, agenda)
        with pytest.raises(NotWritten, match="read only"):
            reader.undo()
        with pytest.raises(NotWritten, match="read only"):
            reader.purge("0" * 64, "a reason")
        with pytest.raises(NotWritten):
            reader.councils._connection.run("delete from council")


def test_a_half_written_step_is_seen_by_nobody(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as editor, read(editor.folder) as reader:
        agenda = a_loaded_meeting(editor, "Budget")
        with editor.step("Rename"):
            editor.councils.write(agenda.council)
            assert len(reader.history()) == 1
        assert len(reader.history()) == 1


def test_the_staging_folder_is_emptied_at_the_start_and_the_papers_never(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget")
        (store.staging / "left").mkdir()
        (store.staging / "left" / "half.pdf").write_bytes(b"half")
        (store.staging / "other.part").write_bytes(b"half")
        folder = store.folder
    with read(folder) as store:
        assert len(list(store.staging.iterdir())) == 2
    with edit(folder) as store:
        assert list(store.staging.iterdir()) == []
        version = agenda.items[1].papers[0].version
        assert version
        assert store.paper_folder.path(version.normalised_sha256).is_file()


def test_every_connection_writes_safely(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        connection = store.councils._connection
        assert connection.values("pragma journal_mode") == ["truncate"]
        assert connection.values("pragma synchronous") == [2]
        assert connection.values("pragma foreign_keys") == [1]
        assert connection.values("pragma secure_delete") == [1]
        loose = connection.values(
            "select name from pragma_table_list where schema = 'main' and type = 'table' "
            "and not strict and name not like 'sqlite%' and name <> '_sqlite_migrations'"
        )
        assert loose == []


def test_a_workspace_in_a_folder_with_an_odd_name_works(tmp_path: Path) -> None:
    folder = tmp_path / "Tŷ'r cyngor #1 100% ?a=b"
    create_store(folder, who=WHO, clock=clock).close()
    with open_store(folder, who=WHO, clock=clock) as store:
        a_loaded_meeting(store, "Budget")
    with read(folder) as store:
        assert len(store.meetings.list()) == 1
