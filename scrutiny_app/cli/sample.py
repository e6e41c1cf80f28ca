"""The demonstration: an invented council's meeting becomes a real pack."""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

from scrutiny_app.cli.answers import Answer, end_progress, show_progress
from scrutiny_app.cli.surroundings import again, desk, has_display, now, program, user


def demo(arguments: argparse.Namespace) -> Answer:
    """Make the sample workspace, its pack, its agenda and its minutes template."""
    from scrutiny_app.jobs.draw_minutes import draw_minutes
    from scrutiny_app.jobs.make_sample import WORKSPACE, make_sample
    from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
    from scrutiny_app.jobs.packs.draw_agenda import draw_agenda

    folder: Path = arguments.to.resolve()
    meeting = make_sample(folder, user(), now(), progress=show_progress).meeting
    workspace = folder / WORKSPACE
    here = desk(workspace)
    pack = folder / "agenda-pack.pdf"
    built = build_agenda_pack(here, meeting, pack, progress=show_progress)
    documents = {"pack": pack}
    for ending in ("pdf", "docx"):
        documents[f"agenda_{ending}"] = folder / f"agenda.{ending}"
        draw_agenda(here, meeting, documents[f"agenda_{ending}"])
        documents[f"minutes_{ending}"] = folder / f"minutes-template.{ending}"
        draw_minutes(here, meeting, documents[f"minutes_{ending}"])
    end_progress()
    if has_display() and not arguments.no_window:
        # A program of its own, so that the answer below is not kept waiting
        subprocess.Popen([*again(), "open", str(workspace)], start_new_session=True)  # noqa: S603
    return Answer(
        {
            "workspace": str(workspace),
            "meeting": meeting,
            "pages": built.receipt.pages,
            **{name: str(path) for name, path in documents.items()},
        },
        (
            f"The sample meeting of Kelsham City Council is a pack of {built.receipt.pages} pages:",
            *(f"  {path}" for path in documents.values()),
            f"Its workspace is {workspace}",
            f'Try: "{program()}" search "{workspace}" caseloads',
        ),
    )
