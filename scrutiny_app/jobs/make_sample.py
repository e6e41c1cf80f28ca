"""Make the sample council's workspace, to try the program out on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from scrutiny_app.jobs.budget.load_sample_budget import load_sample_budget
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.draw_sample_papers import draw_sample_papers
from scrutiny_app.jobs.load_meeting import LoadedMeeting, load_meeting
from scrutiny_app.jobs.make_folder import make_folder
from scrutiny_app.jobs.programme.load_sample_programme import load_sample_programme
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.store.store import create_store

WORKSPACE = "Kelsham workspace"
_PAPERS = "Kelsham papers"


def make_sample(
    home: Path, who: str, at: datetime, *, progress: Progress = silent
) -> LoadedMeeting:
    """Make the workspace in a folder, with the sample meeting, programme and budget, at a moment.

    One that is there already is brought up to date.

    Raises:
        NotWritten: the folder cannot be made or written.
    """
    make_folder(home)
    workspace = home / WORKSPACE
    meeting_file = draw_sample_papers(home / _PAPERS, progress=progress)
    if not workspace.exists():
        create_store(workspace, who=who, clock=lambda: at).close()
    desk = Desk(workspace, who, lambda: at)
    loaded = load_meeting(desk, meeting_file, progress=progress)
    with desk.edit() as store:
        load_sample_programme(store, loaded.meeting)
    load_sample_budget(desk)
    return loaded
