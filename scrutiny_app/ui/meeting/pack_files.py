"""Where packs are written: a folder chosen once for a workspace, and a file name that tells all."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSettings

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.ui.pack_folder import choose_pack_folder, pack_folder

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 80


class PackFiles:
    """The packs of one workspace."""

    def __init__(self, settings: QSettings, workspace: Path) -> None:
        self._settings = settings
        self._workspace = workspace

    @property
    def folder(self) -> Path:
        """The folder that was chosen, else one beside the workspace."""
        return pack_folder(self._settings, self._workspace)

    def choose(self, folder: Path) -> None:
        """Write packs into a folder from now on."""
        choose_pack_folder(self._settings, self._workspace, folder)

    def file_of(self, agenda: Agenda, edition: Edition) -> Path:
        """Return the file of a pack: "Health Scrutiny Committee 2027-01-21 public pack.pdf"."""
        return self.document_of(agenda, f"{edition} pack")

    def document_of(self, agenda: Agenda, what: str) -> Path:
        """Return the file of another document of a meeting."""
        committee = " ".join(_NOT_IN_NAMES.sub(" ", agenda.committee.name).split())[:_LONGEST]
        meeting = agenda.meeting
        hour = f"{meeting.held_on.isoformat()} {meeting.starts_at:%H%M}"
        return self.folder / f"{committee} {hour} {what}.pdf"
