"""Warnings about where a workspace lies: a syncing folder or a network drive."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

# Names of folders as the services make them: "OneDrive - Kelsham City Council", "Dropbox (Team)"
_SERVICES = (
    ("OneDrive", re.compile(r"onedrive( - .*|-.*)?", re.IGNORECASE)),
    ("SharePoint", re.compile(r".*sharepoint.*", re.IGNORECASE)),
    ("Dropbox", re.compile(r"dropbox( \(.*\))?", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive|googledrive-.*|my drive", re.IGNORECASE)),
    ("iCloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud|owncloud", re.IGNORECASE)),
    ("Box", re.compile(r"box|box sync", re.IGNORECASE)),
    ("Syncthing", re.compile(r"syncthing", re.IGNORECASE)),
)
_MARKERS = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
)
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "fuse.rclone", "davfs"}
)
_MOUNTS = Path("/proc/mounts")
_DRIVE_REMOTE = 4


def surroundings_warnings(folder: Path) -> tuple[str, ...]:
    """Return a sentence for every risk in where the workspace lies.

    Source: prototypes copied a live database as a syncing service does: 26 of 40 copies corrupt.
    """
    warnings = []
    service = _syncing_service(folder.resolve())
    if service:
        warnings.append(
            f"{folder} lies in a folder that {service} syncs. It may copy the workspace while it "
            "is being written and damage it. Move the workspace to a folder that is not synced, "
            "and share backups and packs instead."
        )
    if _on_network(folder.resolve()):
        warnings.append(
            f"{folder} lies on a network drive. Two computers may write to it at once there. Move "
            "the workspace to this computer's own disk, and keep backups on the network."
        )
    return tuple(warnings)


def _syncing_service(folder: Path) -> str:
    for place in (folder, *folder.parents):
        for name, pattern in _SERVICES:
            if pattern.fullmatch(place.name):
                return name
        for marker, name in _MARKERS:
            # .dropbox in a home folder is the program's settings; in a synced folder it is a file
            path = place / marker
            if path.exists() and not (marker == ".dropbox" and path.is_dir()):
                return name
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = os.environ.get(variable)
        if root and folder.is_relative_to(Path(root).resolve()):
            return "OneDrive"
    return ""


def _on_network(folder: Path) -> bool:
    if folder.as_posix().startswith("//"):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    if _MOUNTS.is_file():
        return _file_system_of(folder, _MOUNTS.read_text(encoding="utf-8")) in _NETWORK_FILE_SYSTEMS
    return False


def _file_system_of(folder: Path, mounts: str) -> str:
    """Return the type of the file system that holds a folder: the longest mount point wins."""
    best, found = -1, ""
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        mount = Path(point.replace("\\040", " "))
        if folder.is_relative_to(mount) and len(mount.parts) >= best:
            best, found = len(mount.parts), kind
    return found
