"""Writes THIRD-PARTY-NOTICES from what the installed runtime dependencies say of themselves.

    python packaging/third_party_notices.py

Run it with the Python of .venv after a change of the dependencies in pyproject.toml.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parent.parent
NOTICES = CHECKOUT / "THIRD-PARTY-NOTICES"

# Where a package's own metadata says less than its licence file; each read in the wheel named
PLAIN_LICENCES = {
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "python-dateutil": "BSD-3-Clause OR Apache-2.0",
    "reportlab": "BSD-3-Clause",
    "sqlite-fts4": "Apache-2.0",
}
# What is inside a wheel beside the package's own code
CARRIES = {
    "lxml": "libxml2 and libxslt (MIT)",
    "pikepdf": "qpdf (Apache-2.0) and others, listed in its third-party-licenses",
    "pillow": "image libraries under permissive licences, listed in its LICENSE",
    "pypdfium2": "PDFium (BSD-3-Clause, Apache-2.0) and others, listed in its BUILD_LICENSES",
    "python-lucide": "the Lucide icons (ISC, parts of them from Feather, MIT)",
    "pyside6-essentials": "Qt (LGPL-3.0-only for all that this program uses)",
}
HEAD = """\
scrutiny_app is licensed under the Apache License 2.0; see LICENSE. It installs the packages below,
each under its own licence, whose text lies beside the installed package in its .dist-info folder.
(PySide6 holds none: its licence is version 3 of the GNU Lesser General Public License, which is at
https://www.gnu.org/licenses/lgpl-3.0.html.) None of them is changed, and each can be replaced by
another build of it, as that licence asks.

Made by packaging/third_party_notices.py.
"""


@dataclass(frozen=True, slots=True)
class Notice:
    """One package that comes with the program, with its licence as it words it.

    ``project`` is the address it lives at, empty if it gives none.
    """

    name: str
    licence: str
    project: str

    def text(self) -> str:
        """Return the notice: its name, and a line for each thing known."""
        told = {
            "Licence": self.licence,
            "Project": self.project,
            "Carries": CARRIES.get(canonicalize_name(self.name)),
        }
        lines = [f"    {label}: {words}" for label, words in told.items() if words]
        return "\n".join([self.name, *lines])


def runtime_packages(requirements: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the packages that these requirements install, and theirs in turn.

    Raises:
        PackageNotFoundError: one of them is not installed.
    """
    found: dict[str, str] = {}
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        wanted = waiting.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        if (key := canonicalize_name(wanted.name)) not in found:
            installed = distribution(wanted.name)
            found[key] = installed.metadata["Name"]
            waiting += [Requirement(text) for text in installed.requires or ()]
    return tuple(found[key] for key in sorted(found))


def our_requirements() -> list[str]:
    """Return the runtime dependencies that ``pyproject.toml`` lists."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["dependencies"])


def notice(name: str) -> Notice:
    """Return what an installed package says of its licence and its home."""
    about = distribution(name).metadata
    return Notice(name.replace("_", "-"), licence(about), _home(about))


def licence(about: PackageMetadata) -> str:
    """Return a package's licence from its metadata, in the order it is most exact.

    Raises:
        ValueError: it gives none; read its licence file and add it to ``PLAIN_LICENCES``.
    """
    classifiers = [
        words.rpartition(" :: ")[2]
        for words in about.get_all("Classifier") or ()
        if words.startswith("License ::")
    ]
    stated = (
        PLAIN_LICENCES.get(canonicalize_name(about["Name"]))
        or _first(about, "License-Expression")
        or _first(about, "License")
        or " OR ".join(classifiers)
    )
    if not stated:
        raise ValueError(f"{about['Name']} states no licence")
    return " ".join(stated.split())


def _home(about: PackageMetadata) -> str:
    """Return where a package lives: its source if it says so, else its page; empty if neither."""
    addresses = dict(_labelled(line) for line in about.get_all("Project-URL") or ())
    labels = ("source", "repository", "code", "homepage")
    homes = [addresses[label] for label in labels if label in addresses]
    return homes[0] if homes else _first(about, "Home-page")


def _labelled(line: str) -> tuple[str, str]:
    label, _, address = line.partition(",")
    return label.strip().lower(), address.strip()


def _first(about: PackageMetadata, key: str) -> str:
    values: list[str] = about.get_all(key) or [""]
    return values[0]


def notices() -> str:
    """Return the whole text of THIRD-PARTY-NOTICES."""
    packages = runtime_packages(our_requirements())
    return "\n".join([HEAD, *(f"{notice(name).text()}\n" for name in packages)])


def main() -> int:
    """Write the file."""
    NOTICES.write_text(notices(), encoding="utf-8")
    print(f"{NOTICES.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
