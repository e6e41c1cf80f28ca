"""The shape of the search index. It holds nothing of its own, so it is made anew, never migrated.

What anybody may read and what is exempt or confidential stand in two indexes apart, so that no
question put to the one can ever show a word of the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from scrutiny_app.domain.errors import NotFound, WorkspaceDamaged
from scrutiny_app.store.connection import Connection, SqlValue, connect
from scrutiny_app.store.durable import writing

INDEXES = ("public", "exempt")
_VERSION = 1

# Source: 60,000 pages measured: porter with full detail 2.1 / 25 ms (p50 / p95), 53% extra size
_ONE_INDEX = """
create table {index}_text (
    id integer primary key,
    paper text not null,
    item text not null,
    page integer not null check (page >= 0),
    body text not null
) strict;
create index {index}_text_by_paper on {index}_text (paper, page);
create index {index}_text_by_item on {index}_text (item);
create virtual table {index}_words using fts5 (
    body, content = '{index}_text', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger insert_of_{index}_text after insert on {index}_text begin
    insert into {index}_words (rowid, body) values (new.id, new.body);
end;
create trigger delete_of_{index}_text after delete on {index}_text begin
    insert into {index}_words ({index}_words, rowid, body) values ('delete', old.id, old.body);
end;
"""

_SHAPE = """
create table indexed_paper (
    paper text primary key,
    sha256 text not null,
    exempt integer not null check (exempt in (0, 1))
) strict;
create table pack_layout (
    meeting text primary key,
    key text not null,
    first_pages text not null check (json_valid(first_pages))
) strict;
"""


def open_search(file: Path, *, read_only: bool) -> Connection:
    """Open the index; an editor makes a missing, damaged or older one anew, empty.

    Raises:
        NotFound: there is none that is whole and of this version, and the workspace is open to
            read only.
    """
    if read_only:
        return _open_to_read(file)
    if file.is_file():
        try:
            connection = connect(file)
        except WorkspaceDamaged:
            return make_anew(file)
        try:
            if _version(connection) == _VERSION:
                return connection
        except WorkspaceDamaged:
            pass  # made anew below
        connection.close()
    return make_anew(file)


def make_anew(file: Path) -> Connection:
    """Throw the index away and make an empty one."""
    with writing(file):
        file.unlink(missing_ok=True)
        file.with_name(file.name + "-journal").unlink(missing_ok=True)
    connection = connect(file, create=True)
    try:
        with connection.transaction():
            for statement in _statements():
                connection.run(statement)
            connection.run(f"pragma user_version = {_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection


def _open_to_read(file: Path) -> Connection:
    if file.is_file() and not _left_half_written(file):
        connection = connect(file, read_only=True)
        if _version(connection) == _VERSION:
            return connection
        connection.close()
    raise NotFound(
        f"The search index of {file.parent} has not been made yet. Open the workspace to edit "
        "once, which makes it, and search again."
    )


def _left_half_written(file: Path) -> bool:
    """Whether a writer died: SQLite must then roll back, which a reader is not allowed to."""
    journal = file.with_name(f"{file.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


def _version(connection: Connection) -> SqlValue:
    return connection.values("pragma user_version")[0]


def _statements() -> Iterator[str]:
    """Yield the statements one by one: a trigger has semicolons of its own."""
    scripts = (_SHAPE, *(_ONE_INDEX.format(index=index) for index in INDEXES))
    for script in scripts:
        statement = ""
        for line in script.splitlines():
            statement += f"{line}\n"
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""
