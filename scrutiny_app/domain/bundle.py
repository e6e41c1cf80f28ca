"""The files of a bundle for the council's website: which papers, and what each is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny_app.domain.agenda_pack import Edition, PackPlan
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.issued_pages import IssuedPages
from scrutiny_app.domain.paper import Paper

# With number and ending a name stays below 80 letters: some websites cut longer ones
_LONGEST_TITLE = 60
FRONT_SHEET = "agenda.html"
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One paper of a bundle: the item it belongs to, its file's name and its stamped pages."""

    item: int
    paper: Paper
    name: str
    pages: IssuedPages


def bundle_files(plan: PackPlan, pages: Mapping[PaperId, IssuedPages]) -> tuple[BundleFile, ...]:
    """Return the files of a bundle in agenda order, named "04-title-of-the-paper.pdf".

    The names are plain small letters, digits and hyphens, all different, so that they are the
    same on every computer and in every web address. Only what the public may read is named.

    Raises:
        ValueError: the plan is not of the public edition, which is a bug of the caller.

    Source: Local Government Act 1972 s.100B(2); a file's name tells as much as its title.
    """
    if plan.edition is not Edition.PUBLIC:
        raise ValueError("A bundle is for the public, so its plan must be the public edition's")
    files: list[BundleFile] = []
    taken: set[str] = set()
    for planned in plan.items:
        for paper in planned.papers:
            stem = f"{planned.number:02}-{plain_name(paper.title)}"
            name = _untaken(stem, taken)
            taken.add(name)
            kept = IssuedPages(pages[paper.id].labels)  # by itself it needs no blank page
            files.append(BundleFile(planned.number, paper, f"{name}.pdf", kept))
    return tuple(files)


def plain_name(title: str) -> str:
    """Return a title in small letters, digits and hyphens: "q3-budget-cafe"."""
    apart = unicodedata.normalize("NFKD", title)
    folded = "".join(one for one in apart if not unicodedata.combining(one)).lower()
    folded = re.sub("['\u2019]", "", folded)
    name = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if len(name) > _LONGEST_TITLE:
        whole_words = name[: _LONGEST_TITLE + 1].rpartition("-")[0]
        name = whole_words or name[:_LONGEST_TITLE]
    return name or "paper"


def _untaken(stem: str, taken: set[str]) -> str:
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
