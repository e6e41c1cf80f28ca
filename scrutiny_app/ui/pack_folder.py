"""The folder that a workspace's packs are written into, known to whoever writes or reads them."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSettings

# "Health Scrutiny Committee 2027-01-21 1000 ": how files of a meeting begin
_MEETING = re.compile(r"^.+ \d{4}-\d{2}-\d{2} \d{4} (?=\S)")


def pack_folder(settings: QSettings, workspace: Path) -> Path:
    """Return the folder that was chosen, else one beside the workspace."""
    kept = str(settings.value(_key(workspace), ""))
    return Path(kept) if kept else workspace.parent / "Packs"


def choose_pack_folder(settings: QSettings, workspace: Path, folder: Path) -> None:
    """Write packs into a folder from now on."""
    settings.setValue(_key(workspace), str(folder))


def short_name(file_name: str) -> str:
    """Return what a file of a meeting is where its meeting is plain: "public pack.pdf"."""
    return _MEETING.sub("", file_name)


def _key(workspace: Path) -> str:
    # A slash would begin a group of settings
    return f"packs/{str(workspace).replace('/', '|').replace(chr(92), '|')}"
