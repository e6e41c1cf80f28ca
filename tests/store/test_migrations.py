"""Every shape that was ever shipped can be opened.

``files/vN.sql`` is a workspace's database of migration N as SQL text. To ship a migration: write
it, add its name to ``SHAPE``, and run ``python -m tests.store.files`` to write its fixture.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from scrutiny_app.domain.errors import NotWritten, WorkspaceDamaged, WorkspaceTooNew
from scrutiny_app.store import migrations as shipped
from scrutiny_app.store.check import check_store
from scrutiny_app.store.connection import connect
from scrutiny_app.store.history_triggers import RECORDED
from scrutiny_app.store.migrations import migrations
from scrutiny_app.store.upgrade import (
    APPLICATION_ID,
    SHAPE,
    bring_up_to_date,
    create_database,
    swap_in_migrated,
)
from tests.build import NOW, a_paper, an_agenda
from tests.store.workspaces import a_loaded_meeting, a_workspace, edit, index, read, write

FILES = Path(__file__).with_name("files")
LATER = NOW + timedelta(days=1)


def fixtures() -> list[Path]:
    return sorted(FILES.glob("v*.sql"))


def a_shipped_database(fixture: Path, to: Path) -> Path:
    """A database as an earlier version left it."""
    raw = sqlite3.connect(to)
    raw.executescript(fixture.read_text(encoding="utf-8"))
    raw.execute(f"pragma application_id = {APPLICATION_ID}")
    raw.close()
    return to


def shape_of(file: Path) -> dict[str, str]:
    """Every table, index and trigger with its SQL, however it is spaced."""
    connection = connect(file)
    try:
        return {
            f"{row['type']} {row['name']}": re.sub(r'[\s"]+', " ", row["sql"] or "").strip()
            for row in connection.rows("select type, name, sql from sqlite_master")
        }
    finally:
        connection.close()


def test_the_list_of_migrations_that_starts_quickly_is_the_list_that_is_applied() -> None:
    assert tuple(one.name for one in migrations._migrations) == SHAPE
    assert migrations.name == "scrutiny_app"


def test_every_migration_has_a_fixture() -> None:
    assert [fixture.name for fixture in fixtures()] == [
        f"v{number}.sql" for number in range(1, len(SHAPE) + 1)
    ]


def test_migrations_import_nothing_of_ours_and_transform_nothing() -> None:
    modules = sorted(Path(shipped.__path__[0]).glob("m*.py"))
    assert tuple(module.stem for module in modules) == SHAPE
    for module in modules:
        source = module.read_text(encoding="utf-8")
        assert "scrutiny_app" not in source
        assert "transform(" not in source
    numbers = [int(name[1:5]) for name in SHAPE]
    assert numbers == list(range(1, len(SHAPE) + 1))


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda path: path.stem)
def test_a_database_of_every_shipped_shape_comes_to_the_shape_of_a_new_one(
    fixture: Path, tmp_path: Path
) -> None:
    create_database(tmp_path / "fresh.db")
    old = a_shipped_database(fixture, tmp_path / "scrutiny.db")
    (tmp_path / "backups").mkdir()
    bring_up_to_date(old, tmp_path / "backups", LATER)
    assert shape_of(old) == shape_of(tmp_path / "fresh.db")


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda path: path.stem)
def test_a_workspace_of_every_shipped_shape_opens_with_its_meeting(
    fixture: Path, tmp_path: Path
) -> None:
    a_workspace(tmp_path).close()
    folder = tmp_path / "workspace"
    (folder / "scrutiny.db").unlink()
    a_shipped_database(fixture, folder / "scrutiny.db")
    with edit(folder) as store:
        (line,) = store.meetings.list()
        agenda = store.agendas.read(line.id)
        assert agenda.council.name == "Kelsham City Council"
        assert len(agenda.items) == line.items
        assert store.undo().undone


def test_what_was_published_before_keeps_its_withheld_papers_where_they_stood(
    tmp_path: Path,
) -> None:
    old = a_shipped_database(FILES / "v4.sql", tmp_path / "scrutiny.db")
    raw = sqlite3.connect(old)
    raw.executescript(
        "drop trigger insert_of_issue; insert into issue (id, meeting, number, published_at, "
        "clear_days, needed, latest_day, urgency, short_notice, held_on, starts_at, place, "
        "last_page, holds) select '00000000-0000-4000-8000-000000000099', id, 1, "
        "'2027-01-12T10:00:00+00:00', 6, 5, '2027-01-13', '', '', held_on, starts_at, place, 8, "
        "'{}' from meeting"
    )
    raw.close()
    (tmp_path / "backups").mkdir()
    bring_up_to_date(old, tmp_path / "backups", LATER)
    with closing(sqlite3.connect(old)) as now:
        assert now.execute("select withheld_papers from meeting").fetchall() == [("as listed",)]


def test_the_current_fixture_is_what_a_new_workspace_would_be(tmp_path: Path) -> None:
    """A shipped migration must never be edited: its fixture shows if it was."""
    create_database(tmp_path / "fresh.db")
    newest = a_shipped_database(fixtures()[-1], tmp_path / "newest.db")
    assert shape_of(newest) == shape_of(tmp_path / "fresh.db")


def test_every_table_is_recorded_or_is_a_log(tmp_path: Path) -> None:
    create_database(tmp_path / "fresh.db")
    tables = {name.split(" ")[1] for name in shape_of(tmp_path / "fresh.db") if "table " in name}
    logs = {"step", "current_step", "change", "pack", "backup", "purged_paper"}
    assert tables - logs - {"_sqlite_migrations"} == set(RECORDED)


def tomorrows(*, fails: bool = False, loses: bool = False) -> Migrations:
    """The migrations of an invented later version: one table more, one column more."""
    later = Migrations("scrutiny_app")
    for one in migrations._migrations:
        later(name=one.name)(one.fn)

    @later()
    def m0002_lead_officer(db: Database) -> None:
        db.execute("alter table paper add column lead_officer text")
        db.execute("create table room (id text primary key, name text not null) strict")
        if loses:
            db.execute("delete from paper_version")
            db.execute("delete from paper")
        if fails:
            db.execute("alter table nowhere add column x text")

    return later


def test_a_migration_is_made_on_a_copy_and_the_old_file_is_kept(tmp_path: Path) -> None:
    agenda = an_agenda([a_paper("Budget")])
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        folder = store.folder
    file = folder / "scrutiny.db"
    before = shape_of(file)
    kept = swap_in_migrated(file, folder / "backups", LATER, tomorrows())
    assert kept == folder / "backups" / "before-upgrade-20270106T090000.db"
    assert shape_of(kept) == before
    after = shape_of(file)
    assert "table room" in after
    assert "new.lead_officer" in after["trigger update_of_paper"], "the history knows the column"
    assert [path.name for path in folder.glob("*.new*")] == []
    # The version of today says that it is too old for it, and leaves it alone
    for open_it in (edit, read):
        with pytest.raises(WorkspaceTooNew, match=r"later version .*m0002_lead_officer"):
            open_it(folder)
    with pytest.raises(WorkspaceTooNew):
        check_store(folder)


@pytest.mark.parametrize("trouble", ["fails", "loses"])
def test_a_migration_that_goes_wrong_leaves_the_workspace_as_it_was(
    tmp_path: Path, trouble: str
) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget")
        index(store, {})
        folder = store.folder
    file = folder / "scrutiny.db"
    before = file.read_bytes()
    expected = WorkspaceDamaged if trouble == "loses" else sqlite3.OperationalError
    with pytest.raises(expected):
        swap_in_migrated(file, folder / "backups", LATER, tomorrows(**{trouble: True}))
    assert file.read_bytes() == before
    with edit(folder) as store:
        assert store.agendas.read(agenda.meeting.id) == agenda
    assert check_store(folder) == ()


def test_a_copy_left_by_a_killed_migration_is_swept(tmp_path: Path) -> None:
    a_workspace(tmp_path).close()
    folder = tmp_path / "workspace"
    (folder / "scrutiny.db.new").write_bytes(b"half")
    (folder / "scrutiny.db.new-journal").write_bytes(b"half")
    swap_in_migrated(folder / "scrutiny.db", folder / "backups", LATER, tomorrows())
    assert [path.name for path in folder.glob("*.new*")] == []


def test_a_workspace_of_an_earlier_version_is_not_read_before_it_is_brought_up_to_date(
    tmp_path: Path,
) -> None:
    a_workspace(tmp_path).close()
    folder = tmp_path / "workspace"
    raw = sqlite3.connect(folder / "scrutiny.db")
    raw.execute("delete from _sqlite_migrations")
    raw.commit()
    raw.close()
    with pytest.raises(NotWritten, match="Open it once to edit"):
        read(folder)
