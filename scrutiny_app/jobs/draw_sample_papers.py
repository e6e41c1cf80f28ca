"""Draw the papers of the sample council, which is invented, into a folder of their own."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

from scrutiny_app.documents.markdown import document_from_markdown
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.house_styles import house_style

SAMPLE_STYLE = "nottingham"


def draw_sample_papers(folder: Path, *, progress: Progress = silent) -> Path:
    """Write the sample's meeting file and its papers; return the meeting file's path.

    Raises:
        NotWritten: the folder cannot be written.
    """
    papers = folder / "papers"
    papers.mkdir(parents=True, exist_ok=True)
    style = house_style(SAMPLE_STYLE)
    listed = tomllib.loads(resource("sample", "papers.toml").read_text(encoding="utf-8"))["paper"]
    for done, one in enumerate(listed):
        progress("Drawing the sample's papers", done, len(listed))
        _draw(one, papers, style)
    meeting_file = folder / "meeting.toml"
    shutil.copyfile(resource("sample", "meeting.toml"), meeting_file)
    return meeting_file


def _draw(one: dict[str, str | bool], papers: Path, style: HouseStyle) -> None:
    name = str(one["name"])
    document = document_from_markdown(
        resource("sample", "papers", f"{name}.md").read_text(encoding="utf-8"),
        title=str(one["title"]),
        author=str(one["author"]),
        landscape=bool(one["landscape"]),
    )
    data = draw_pdf(document, style).data
    write_atomically(papers / f"{name}.pdf", lambda part: part.write_bytes(data))
