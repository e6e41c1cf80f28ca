from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.finding import Severity
from scrutiny_app.store.check import check_store
from tests.store.workspaces import (
    a_filed_version,
    a_loaded_meeting,
    a_workspace,
    edit,
    file_bytes,
    index,
    write,
)


def a_checked_workspace(tmp_path: Path) -> tuple[Path, Agenda]:
    """A sound workspace, closed, with two papers, indexed."""
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget", "Annex")
        index(store, {})
        folder = store.folder
    assert check_store(folder) == ()
    return folder, agenda


def original(folder: Path, agenda: Agenda) -> Path:
    version = agenda.items[1].papers[0].version
    assert version
    return folder / "papers" / version.original_sha256[:2] / version.original_sha256


def test_a_sound_workspace_has_no_findings_while_it_is_edited_too(tmp_path: Path) -> None:
    folder, _ = a_checked_workspace(tmp_path)
    with edit(folder) as store:
        (store.staging / "at work").write_bytes(b"half")
        assert check_store(folder) == ()


def test_a_paper_file_that_vanished_is_named(tmp_path: Path) -> None:
    folder, agenda = a_checked_workspace(tmp_path)
    original(folder, agenda).unlink()
    (finding,) = check_store(folder)
    assert finding.severity is Severity.PROBLEM
    assert 'The file of "Budget" is missing' in finding.message
    assert finding.where == str(original(folder, agenda))


@pytest.mark.parametrize("harm", ["flip", "cut", "empty"])
def test_a_paper_file_that_was_altered_is_named(tmp_path: Path, harm: str) -> None:
    folder, agenda = a_checked_workspace(tmp_path)
    path = original(folder, agenda)
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.write_bytes({"flip": bytes(data), "cut": bytes(data[1:]), "empty": b""}[harm])
    (finding,) = check_store(folder)
    assert finding.severity is Severity.PROBLEM
    assert 'The file of "Budget" was altered' in finding.message


def test_a_lost_file_of_an_earlier_version_matters_less(tmp_path: Path) -> None:
    folder, agenda = a_checked_workspace(tmp_path)
    with edit(folder) as store:
        paper = replace(agenda.items[1].papers[0], version=a_filed_version(store, b"newer"))
        item = replace(agenda.items[1], papers=(paper, agenda.items[1].papers[1]))
        write(store, replace(agenda, items=(agenda.items[0], item)), "Replace")
        index(store, {})
    assert check_store(folder) == ()
    original(folder, agenda).unlink()
    (finding,) = check_store(folder)
    assert finding.severity is Severity.WARNING


def test_orphans_and_strays_are_listed_as_harmless(tmp_path: Path) -> None:
    folder, _ = a_checked_workspace(tmp_path)
    with edit(folder) as store:
        file_bytes(store, b"never recorded")
    (folder / "papers" / "notes.txt").write_bytes(b"mine")
    (folder / "staging" / "half.pdf").write_bytes(b"half")
    findings = check_store(folder)
    assert [finding.severity for finding in findings] == [Severity.NOTE] * 3
    assert [path.name for path in (folder / "papers").glob("*/*")] != []


def test_a_damaged_database_is_a_finding_not_a_crash(tmp_path: Path) -> None:
    folder, _ = a_checked_workspace(tmp_path)
    database = folder / "scrutiny.db"
    data = bytearray(database.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4096] = bytes(4096)
    database.write_bytes(data)
    findings = check_store(folder)
    assert findings
    assert findings[0].severity is Severity.PROBLEM
    assert "Restore the last backup" in findings[0].message
    database.write_bytes(b"")
    assert check_store(folder)[0].severity is Severity.PROBLEM


def test_a_broken_reference_is_found(tmp_path: Path) -> None:
    folder, _ = a_checked_workspace(tmp_path)
    with edit(folder) as store:
        connection = store.councils._connection
        connection.run("pragma foreign_keys = off")
        connection.run("drop trigger delete_of_person")
        connection.run("delete from person where name = 'Priya Naylor'")
    findings = check_store(folder)
    assert "a membership refers to a person that is gone" in findings[0].message


def test_a_search_index_out_of_step_is_found(tmp_path: Path) -> None:
    folder, agenda = a_checked_workspace(tmp_path)
    with edit(folder) as store:
        item = replace(agenda.items[1], papers=agenda.items[1].papers[:1])
        write(store, replace(agenda, items=(agenda.items[0], item)), "Drop one")
    (finding,) = check_store(folder)
    assert "holds 1 papers as they no longer are" in finding.message
    with edit(folder) as store:
        store.undo()
        store.search.erase([agenda.items[1].papers[0].id])
    (finding,) = check_store(folder)
    assert "lacks 1 papers" in finding.message
    (folder / "search.db").write_bytes(b"rubbish" * 1000)
    (finding,) = check_store(folder)
    assert "damaged" in finding.message
    (folder / "search.db").unlink()
    (finding,) = check_store(folder)
    assert finding.severity is Severity.NOTE


def test_checking_changes_nothing(tmp_path: Path) -> None:
    folder, _ = a_checked_workspace(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    check_store(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    with pytest.raises(NotFound):
        check_store(tmp_path)


def test_a_syncing_folder_is_a_finding_and_a_warning(tmp_path: Path) -> None:
    folder, _ = a_checked_workspace(tmp_path)
    (tmp_path / ".stfolder").mkdir()
    (finding,) = check_store(folder)
    assert finding.severity is Severity.WARNING
    with edit(folder) as store:
        assert store.warnings == (finding.message,)
        assert "Syncthing" in finding.message
