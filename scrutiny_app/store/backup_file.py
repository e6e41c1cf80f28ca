"""The backup's file: a zip, stored as it is, with a manifest of the SHA-256 of everything in it."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.store.backup_log import MANIFEST
from scrutiny_app.store.durable import sha256_of

DATABASE = "scrutiny.db"
_FORMAT = 1
_CHUNK = 1 << 20
_PAPER = re.compile(r"papers/([0-9a-f]{2})/(\1[0-9a-f]{62})")
# Zip keeps no earlier year; a fixed one keeps the clock out of the file's bytes
_EPOCH = (1980, 1, 1, 0, 0, 0)


def paper_name(sha256: str) -> str:
    """Return the name of a paper's file in the backup and in the workspace."""
    return f"papers/{sha256[:2]}/{sha256}"


def write_archive(archive: Path, files: Mapping[str, Path], *, made_at: str, made_by: str) -> None:
    """Write the files under their names, and the manifest last."""
    hashes = {name: sha256_of(path) for name, path in sorted(files.items())}
    manifest = {"format": _FORMAT, "made_at": made_at, "made_by": made_by, "files": hashes}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED, allowZip64=True) as target:
        for name, path in sorted(files.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.file_size = path.stat().st_size
            with path.open("rb") as read, target.open(info, "w") as write:
                while chunk := read.read(_CHUNK):
                    write.write(chunk)
        target.writestr(zipfile.ZipInfo(MANIFEST, _EPOCH), json.dumps(manifest, indent=1))


def unpack(archive: Path, folder: Path) -> tuple[str, ...]:
    """Unpack a backup into an empty folder and return the names; every byte is checked.

    Raises:
        WorkspaceDamaged: the backup does not hold exactly what its manifest says, or holds a name
            that would lead out of the folder. The sentence says which.
    """
    try:
        with zipfile.ZipFile(archive) as source:
            hashes = _manifest(source, archive)
            _refuse_odd_members(source, hashes, archive)
            for name, sha256 in hashes.items():
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                if _extract(source, name, target) != sha256:
                    raise _damaged(archive, f"{name} is not what was backed up")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged(archive, str(error)) from error
    return tuple(hashes)


def _extract(source: zipfile.ZipFile, name: str, target: Path) -> str:
    digest = hashlib.sha256()
    with source.open(name) as read, target.open("wb") as write:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            write.write(chunk)
    return digest.hexdigest()


def _manifest(source: zipfile.ZipFile, archive: Path) -> dict[str, str]:
    try:
        manifest = json.loads(source.read(MANIFEST))
        files = {str(name): str(sha256) for name, sha256 in manifest["files"].items()}
        known = manifest["format"] == _FORMAT
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _damaged(archive, "it has no list of its files") from error
    if not known:
        raise _damaged(archive, f"its format {manifest['format']} is not known to this version")
    return files


def _refuse_odd_members(source: zipfile.ZipFile, hashes: Mapping[str, str], archive: Path) -> None:
    """Refuse everything but our own names, once each, stored as they are."""
    names = [info.filename for info in source.infolist()]
    odd = [name for name in names if not _is_ours(name)]
    if odd:
        raise _damaged(archive, f"{odd[0]!r} has no place in a backup")
    if len(names) != len(set(names)) or set(names) != {*hashes, MANIFEST}:
        raise _damaged(archive, "its files are not those on its own list")
    if DATABASE not in hashes:
        raise _damaged(archive, f"{DATABASE} is missing from it")
    # Stored files cannot grow when unpacked, so a backup is no bomb
    if any(info.compress_type != zipfile.ZIP_STORED for info in source.infolist()):
        raise _damaged(archive, "its files are compressed, which this program never does")
    for name, sha256 in hashes.items():
        found = _PAPER.fullmatch(name)
        if found and found[2] != sha256:
            raise _damaged(archive, f"{name} is listed under another paper's name")


def _is_ours(name: str) -> bool:
    return name in {DATABASE, MANIFEST} or _PAPER.fullmatch(name) is not None


def _damaged(archive: Path, what: str) -> WorkspaceDamaged:
    return WorkspaceDamaged(
        f"{archive} is damaged or is not a backup of a workspace: {what}. Nothing was restored "
        "from it. Use another backup."
    )
