"""Commands about a workspace as a whole: make, check, back up, restore, undo, purge."""

from __future__ import annotations

import argparse

from scrutiny_app.cli.answers import Answer, end_progress, show_progress
from scrutiny_app.cli.surroundings import desk, now, user
from scrutiny_app.domain.history import Step


def new(arguments: argparse.Namespace) -> Answer:
    """Make a workspace."""
    from scrutiny_app.store.store import create_store

    with create_store(arguments.workspace, who=user(), clock=now) as store:
        warnings = store.warnings
    return Answer(
        {"workspace": str(arguments.workspace), "warnings": list(warnings)},
        (f"{arguments.workspace} is ready. Load a meeting: scrutiny-app load WORKSPACE FILE.toml",),
        warnings,
    )


def check(arguments: argparse.Namespace) -> Answer:
    """Check a workspace; it ends with 1 when something was found."""
    from scrutiny_app.store.check import check_store

    findings = check_store(arguments.workspace)
    return Answer(
        {
            "findings": [
                {"severity": one.severity.value, "message": one.message, "where": one.where}
                for one in findings
            ]
        },
        tuple(f"{one.severity.value}: {one.where}: {one.message}" for one in findings)
        or ("The workspace holds everything it recorded, unaltered.",),
        exit_code=1 if findings else 0,
    )


def backup(arguments: argparse.Namespace) -> Answer:
    """Back a workspace up."""
    from scrutiny_app.store.backup import back_up

    back_up(arguments.workspace, arguments.to, who=user(), clock=now)
    return Answer({"file": str(arguments.to)}, (f"{arguments.to} is written and checked.",))


def restore(arguments: argparse.Namespace) -> Answer:
    """Restore a backup."""
    from scrutiny_app.jobs.restore_backup import restore_backup

    restore_backup(desk(arguments.to), arguments.file, progress=show_progress)
    end_progress()
    return Answer({"workspace": str(arguments.to)}, (f"{arguments.to} is restored and checked.",))


def undo(arguments: argparse.Namespace) -> Answer:
    """Take the last step back."""
    with desk(arguments.workspace).edit() as store:
        step = store.undo()
    return Answer({"undone": _record(step)}, (f"Taken back: {step.name}.",))


def redo(arguments: argparse.Namespace) -> Answer:
    """Do again what was taken back."""
    with desk(arguments.workspace).edit() as store:
        step = store.redo()
    return Answer({"done": _record(step)}, (f"Done again: {step.name}.",))


def history(arguments: argparse.Namespace) -> Answer:
    """List the steps, newest first."""
    with desk(arguments.workspace).read() as store:
        steps = store.history(limit=arguments.limit)
    return Answer(
        {"steps": [_record(step) for step in steps]},
        tuple(
            f"{step.number:>5}  {step.at:%Y-%m-%d %H:%M} UTC  {step.who}  {step.name}"
            f"{' (taken back)' if step.undone else ''}"
            for step in steps
        )
        or ("Nothing has been done in this workspace yet.",),
    )


def purge(arguments: argparse.Namespace) -> Answer:
    """Erase a removed paper for good."""
    with desk(arguments.workspace).edit() as store:
        purged = store.purge(arguments.sha256, arguments.reason)
    return Answer(
        {"erased": list(purged.hashes), "backups": list(purged.backups)},
        (
            f"Erased: {', '.join(purged.hashes)}.",
            *(f"This backup still holds it; delete it: {backup}" for backup in purged.backups),
        ),
    )


def _record(step: Step) -> dict[str, object]:
    return {
        "number": step.number,
        "name": step.name,
        "who": step.who,
        "at": step.at.isoformat(),
        "undone": step.undone,
    }
