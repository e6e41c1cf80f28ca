"""Check a workspace: is everything it recorded still there, whole and in step?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from scrutiny_app.domain.errors import NotFound, WorkspaceDamaged
from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.durable import sha256_of
from scrutiny_app.store.lock import holder_of
from scrutiny_app.store.paper_folder import PaperFolder
from scrutiny_app.store.recovery import recover
from scrutiny_app.store.search import SearchIndex
from scrutiny_app.store.soundness import database_problems, papers_ever, papers_in_force
from scrutiny_app.store.surroundings import surroundings_warnings
from scrutiny_app.store.upgrade import connect_to_ours, pending, refuse_foreign
from scrutiny_app.store.workspace_layout import WorkspaceLayout


def check_store(folder: Path) -> tuple[Finding, ...]:
    """Return everything found wrong or untidy, the worst first. Nothing is changed.

    Raises:
        NotFound: there is no workspace in the folder.
        WorkspaceTooNew: a later version of the program made it.
    """
    layout = WorkspaceLayout(folder)
    try:
        refuse_foreign(layout.database)
        recover(layout)
        connection = connect_to_ours(layout.database, read_only=True)
    except WorkspaceDamaged as error:
        return (Finding(Severity.PROBLEM, str(error), str(layout.database)),)
    with closing(connection):
        findings = list(_findings(layout, connection))
    order = list(Severity)
    return tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))


def _findings(layout: WorkspaceLayout, connection: Connection) -> Iterator[Finding]:
    problems = database_problems(connection)
    for problem in problems:
        yield Finding(
            Severity.PROBLEM,
            f"The database is damaged ({problem}). Restore the last backup into a new folder.",
            str(layout.database),
        )
    for warning in surroundings_warnings(layout.folder):
        yield Finding(Severity.WARNING, warning, str(layout.folder))
    if problems:
        # What a damaged database says of papers cannot be relied on
        return
    yield from _paper_findings(layout, connection)
    yield from _stray_findings(layout)
    if pending(connection):
        yield Finding(
            Severity.NOTE,
            "The workspace was made by an earlier version. Open it to edit and it is brought up to "
            "date; the old file is kept in backups.",
            str(layout.database),
        )
    else:
        yield from _search_findings(layout, connection)


def _paper_findings(layout: WorkspaceLayout, connection: Connection) -> Iterator[Finding]:
    papers = PaperFolder(layout.papers, layout.staging)
    in_force = papers_in_force(connection)
    ever = papers_ever(connection)
    there = {path: path.name for path in papers.files()}
    for sha256 in sorted((in_force.keys() | ever) - set(there.values())):
        place = str(papers.place_of(sha256))
        if sha256 in in_force:
            yield Finding(
                Severity.PROBLEM,
                f'The file of "{in_force[sha256]}" is missing. Restore it from a backup, or add '
                "the paper again.",
                place,
            )
        else:
            yield Finding(
                Severity.WARNING,
                "A file that an earlier version of a paper used is missing, so the step that "
                "replaced it cannot be undone whole. Restore it from a backup if you need it.",
                place,
            )
    for path, name in there.items():
        if name not in ever:
            yield Finding(
                Severity.NOTE,
                "No paper uses this file: it was taken in and never recorded. It does no harm and "
                "may be deleted.",
                str(path),
            )
        elif sha256_of(path) != name or path != papers.place_of(name):
            yield _altered(path, in_force.get(name))


def _altered(path: Path, title: str | None) -> Finding:
    what = f'The file of "{title}"' if title else "A file that an earlier version of a paper used"
    return Finding(
        Severity.PROBLEM if title else Severity.WARNING,
        f"{what} was altered after it was taken in. Restore it from a backup, or add the paper "
        "again.",
        str(path),
    )


def _stray_findings(layout: WorkspaceLayout) -> Iterator[Finding]:
    if holder_of(layout.lock) is not None:
        # An editor is at work (or died): what lies in staging may be its own
        return
    for path in sorted(layout.staging.iterdir()) if layout.staging.is_dir() else ():
        yield Finding(
            Severity.NOTE,
            "This was left behind by work that was cut short. It goes when the workspace is next "
            "opened to edit.",
            str(path),
        )


def _search_findings(layout: WorkspaceLayout, connection: Connection) -> Iterator[Finding]:
    again = "It is made good when the workspace is next opened to edit and searched."
    try:
        search = SearchIndex(layout.search, connection, read_only=True)
    except NotFound:
        if papers_in_force(connection):
            yield Finding(Severity.NOTE, f"There is no search index. {again}", str(layout.search))
        return
    except WorkspaceDamaged:
        yield Finding(Severity.WARNING, f"The search index is damaged. {again}", str(layout.search))
        return
    with closing(search):
        for problem in search.problems():
            yield Finding(Severity.WARNING, f"{problem} {again}", str(layout.search))
