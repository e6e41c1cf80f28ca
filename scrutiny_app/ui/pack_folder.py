"""The folder that a workspace's packs are written into, known to whoever writes or reads them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings


def pack_folder(settings: QSettings, workspace: Path) -> Path:
    """Return the folder that was chosen, else one beside the workspace."""
    kept = str(settings.value(_key(workspace), ""))
    return Path(kept) if kept else workspace.parent / "Packs"


def choose_pack_folder(settings: QSettings, workspace: Path, folder: Path) -> None:
    """Write packs into a folder from now on."""
    settings.setValue(_key(workspace), str(folder))


def _key(workspace: Path) -> str:
    # A slash would begin a group of settings
    return f"packs/{str(workspace).replace('/', '|').replace(chr(92), '|')}"
