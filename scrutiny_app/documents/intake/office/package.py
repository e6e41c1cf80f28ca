"""An office file as its parts: read one by one, changed, and written as a new, clean archive."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.xml_part import XmlPart, looks_like_xml, parse, serialise
from scrutiny_app.documents.intake.office.zip_check import check_archive
from scrutiny_app.domain.errors import PaperRefused

# ODF readers want this part first, and stored
_FIRST = "mimetype"


class Package:
    """A checked archive. A context manager: leaving it closes the file.

    Raises:
        PaperRefused: see ``check_archive``.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        check_archive(path, limits)
        self._archive = zipfile.ZipFile(path)
        self._names = [part for part in self._archive.namelist() if not part.endswith("/")]
        self._changed: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._archive.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The parts it has now, in the order of the file."""
        return tuple(self._names)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """Return a part as it stands now.

        Raises:
            PaperRefused: there is no such part.
        """
        if name not in self._names:
            raise PaperRefused(
                f"its part {name} is missing. Ask its author to save it and send it again."
            )
        return self._changed[name] if name in self._changed else self._archive.read(name)

    def xml(self, name: str) -> XmlPart:
        """Return the root element of an XML part.

        Raises:
            PaperRefused: there is no such part, or it cannot be read.
        """
        return parse(self.read(name))

    def xml_parts(self) -> Iterator[tuple[str, XmlPart]]:
        """Yield the name and root of every part that is XML, whatever its name says."""
        for name in self.names:
            data = self.read(name)
            if looks_like_xml(data):
                yield name, parse(data)

    def replace(self, name: str, part: XmlPart | bytes) -> None:
        """Put another content into a part."""
        self._changed[name] = part if isinstance(part, bytes) else serialise(part)

    def drop(self, name: str) -> None:
        """Leave a part out."""
        self._names.remove(name)

    def write(self, to: Path) -> None:
        """Write what it has now; only names and contents are carried over."""
        with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as clean:
            for name in sorted(self._names, key=lambda one: one != _FIRST):
                how = zipfile.ZIP_STORED if name == _FIRST else zipfile.ZIP_DEFLATED
                clean.writestr(name, self.read(name), how)


def beside(name: str, target: str) -> str:
    """Return the name of the part that ``target`` means when written in the part ``name``."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
