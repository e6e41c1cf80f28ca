"""What a workspace's folder holds, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WorkspaceLayout:
    """The names inside a workspace's folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """Everything but the papers."""
        return self.folder / "scrutiny.db"

    @property
    def search(self) -> Path:
        """The search index; it can be made anew from the rest."""
        return self.folder / "search.db"

    @property
    def papers(self) -> Path:
        """The papers' files, by SHA-256."""
        return self.folder / "papers"

    @property
    def staging(self) -> Path:
        """Files on their way in; emptied at every start."""
        return self.folder / "staging"

    @property
    def backups(self) -> Path:
        """Databases kept from before an upgrade, and backups that were put here."""
        return self.folder / "backups"

    @property
    def lock(self) -> Path:
        """Says who edits."""
        return self.folder / "lock"

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that a workspace has."""
        return (self.papers, self.staging, self.backups)
