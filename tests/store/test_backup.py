from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import (
    NotFound,
    NotWritten,
    WorkspaceDamaged,
    WorkspaceTooNew,
    WrongInput,
)
from scrutiny_app.store.backup import BackupReceipt, back_up, restore
from scrutiny_app.store.check import check_store
from tests.build import clock
from tests.store.workspaces import (
    WHO,
    a_loaded_meeting,
    a_workspace,
    edit,
    file_bytes,
    index,
    read,
    write,
)


def a_backup(folder: Path, to: Path) -> BackupReceipt:
    return back_up(folder, to, who=WHO, clock=clock)


def a_backed_up_workspace(tmp_path: Path) -> tuple[Path, Path]:
    """The folder of a workspace with papers, and its backup."""
    with a_workspace(tmp_path) as store:
        a_loaded_meeting(store, "Budget", "Annex", exempt="Staffing")
        folder = store.folder
    a_backup(folder, tmp_path / "backup.zip")
    return folder, tmp_path / "backup.zip"


def sound(folder: Path) -> bool:
    """Whether a check finds nothing but the search index that is yet to be made."""
    return [finding.where for finding in check_store(folder)] in ([], [str(folder / "search.db")])


def rewritten(source: Path, to: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> Path:
    """A copy of a zip in which ``change`` may change every member's name and bytes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return to


def test_a_restored_backup_is_the_same_workspace(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget", exempt="Staffing")
        write(store, agenda, "Again")
        file_bytes(store, b"never recorded")
        index(store, {})
        folder = store.folder
        before = store.history()
    receipt = a_backup(folder, tmp_path / "backup.zip")
    assert (len(receipt.papers), receipt.logged) == (4, True)
    restore(receipt.file, tmp_path / "new" / "restored")
    assert sound(tmp_path / "new" / "restored")
    with edit(tmp_path / "new" / "restored") as store:
        assert store.agendas.read(agenda.meeting.id) == agenda
        assert store.history() == before
        assert len(store.search.missing()) == 2
        store.undo()
        store.redo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "new", "workspace"]


def test_a_backup_can_be_made_beside_an_editor(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget")
        receipt = a_backup(store.folder, tmp_path / "backup.zip")
        assert not receipt.logged, "only the editor may write the log"
    restore(tmp_path / "backup.zip", tmp_path / "restored")
    with read(tmp_path / "restored") as store:
        assert store.agendas.read(agenda.meeting.id) == agenda


def test_a_backup_holds_what_undo_needs(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget")
        store.undo()
        folder = store.folder
    assert len(a_backup(folder, tmp_path / "backup.zip").papers) == 2
    restore(tmp_path / "backup.zip", tmp_path / "restored")
    with edit(tmp_path / "restored") as store:
        store.redo()
        assert store.agendas.read(agenda.meeting.id) == agenda
    assert sound(tmp_path / "restored")


def test_a_backup_of_a_workspace_with_a_lost_paper_is_refused(tmp_path: Path) -> None:
    folder, backup = a_backed_up_workspace(tmp_path)
    before = backup.read_bytes()
    victim = next(iter((folder / "papers").rglob("*/*")))
    victim.write_bytes(b"altered")
    with pytest.raises(WorkspaceDamaged, match=r"missing or was altered .* there is no backup"):
        a_backup(folder, backup)
    assert backup.read_bytes() == before, "what stood there still stands"
    assert list(tmp_path.glob(".backup-*")) == []


def test_a_backup_is_not_written_where_nothing_can_be_written(tmp_path: Path) -> None:
    folder, _ = a_backed_up_workspace(tmp_path)
    with pytest.raises(NotWritten, match="could not be written"):
        a_backup(folder, tmp_path / "no such folder" / "backup.zip")
    with pytest.raises(NotFound):
        a_backup(tmp_path / "nowhere", tmp_path / "b.zip")


def test_nothing_is_restored_over_something_else(tmp_path: Path) -> None:
    folder, backup = a_backed_up_workspace(tmp_path)
    with pytest.raises(WrongInput, match="is not empty"):
        restore(backup, folder)
    (tmp_path / "file").write_text("a letter")
    with pytest.raises(WrongInput, match="is not empty"):
        restore(backup, tmp_path / "file")
    with pytest.raises(NotFound, match="no backup"):
        restore(tmp_path / "gone.zip", tmp_path / "new")
    (tmp_path / "empty").mkdir()
    restore(backup, tmp_path / "empty")
    assert sound(tmp_path / "empty")


def test_every_flipped_bit_in_a_backup_is_noticed(tmp_path: Path) -> None:
    """What is restored is right to the byte, or nothing is restored."""
    _, backup = a_backed_up_workspace(tmp_path)
    whole = backup.read_bytes()
    restore(backup, tmp_path / "right")
    right = contents(tmp_path / "right")
    harmless = 0
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        bad = bytearray(whole)
        bad[place] ^= 1 << (place % 8)
        (tmp_path / "bad.zip").write_bytes(bad)
        to = tmp_path / f"to-{place}"
        try:
            restore(tmp_path / "bad.zip", to)
        except WorkspaceDamaged:
            assert not to.exists()
        else:
            # Some bits of a zip mean nothing, such as a time stamp
            assert contents(to) == right
            harmless += 1
    assert harmless < 10


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("kept", [0, 10, 0.5, 0.99])
def test_a_backup_that_was_cut_short_is_refused(tmp_path: Path, kept: float) -> None:
    _, backup = a_backed_up_workspace(tmp_path)
    data = backup.read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(data[: int(kept * len(data)) if isinstance(kept, float) else kept])
    with pytest.raises(WorkspaceDamaged, match="Use another backup"):
        restore(cut, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/etc/outside",
        "papers/../../outside",
        "C:\\outside",
        "papers/ab/not-a-hash",
        "papers/00/" + "1" * 64,
        "staging/file",
    ],
)
def test_a_backup_that_would_write_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    _, backup = a_backed_up_workspace(tmp_path)
    with zipfile.ZipFile(backup, "a") as archive:
        archive.writestr(name, b"evil")
    with pytest.raises(WorkspaceDamaged, match="has no place in a backup"):
        restore(backup, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "outside").exists()


def test_a_backup_whose_list_was_changed_is_refused(tmp_path: Path) -> None:
    _, backup = a_backed_up_workspace(tmp_path)

    def listed(change: Callable[[dict[str, object]], None]) -> Path:
        def rewrite(name: str, data: bytes) -> tuple[str, bytes]:
            if name != "manifest.json":
                return name, data
            manifest = json.loads(data)
            change(manifest)
            return name, json.dumps(manifest).encode()

        return rewritten(backup, tmp_path / "changed.zip", rewrite)

    changes: list[Callable[[dict], None]] = [  # type: ignore[type-arg]
        lambda manifest: manifest["files"].popitem(),
        lambda manifest: manifest["files"].update({"scrutiny.db": "0" * 64}),
        lambda manifest: manifest["files"].pop("scrutiny.db"),
        lambda manifest: manifest.update(format=2),
        lambda manifest: manifest.update(files=["scrutiny.db"]),
        lambda manifest: manifest.pop("files"),
    ]
    for change in changes:
        with pytest.raises(WorkspaceDamaged, match="Use another backup"):
            restore(listed(change), tmp_path / "new")
        assert not (tmp_path / "new").exists()


def test_a_compressed_backup_and_a_stranger_zip_are_refused(tmp_path: Path) -> None:
    _, backup = a_backed_up_workspace(tmp_path)
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with pytest.raises(WorkspaceDamaged, match="compressed"):
        restore(packed, tmp_path / "new")
    stranger = tmp_path / "stranger.zip"
    with zipfile.ZipFile(stranger, "w") as new:
        new.writestr("holiday.jpg", b"sea")
    with pytest.raises(WorkspaceDamaged, match="no list of its files"):
        restore(stranger, tmp_path / "new")


def test_a_backup_of_a_later_version_is_refused(tmp_path: Path) -> None:
    folder, backup = a_backed_up_workspace(tmp_path)
    with edit(folder) as store:
        store.councils._connection.run(
            "insert into _sqlite_migrations (migration_set, name, applied_at) "
            "values ('scrutiny_app', 'm9999_later', '')"
        )
    copy = tmp_path / "copy.zip"
    import hashlib

    database = (folder / "scrutiny.db").read_bytes()

    def rewrite(name: str, data: bytes) -> tuple[str, bytes]:
        if name == "scrutiny.db":
            return name, database
        if name == "manifest.json":
            manifest = json.loads(data)
            manifest["files"]["scrutiny.db"] = hashlib.sha256(database).hexdigest()
            return name, json.dumps(manifest).encode()
        return name, data

    with pytest.raises(WorkspaceTooNew):
        restore(rewritten(backup, copy, rewrite), tmp_path / "new")
    assert not (tmp_path / "new").exists()
