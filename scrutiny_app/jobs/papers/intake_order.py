"""Files to be taken in, and what became of them; both travel between the window and its worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.paper import PaperFacts


@dataclass(frozen=True, slots=True)
class IntakeOrder:
    """Files to be taken in, by the name each is asked for under; it can be pickled.

    ``final`` names those whose final text is taken, should they be marked up. ``known`` are the
    SHA-256 of originals that need no reading again, each with whether it was marked up.
    ``each_alone``: a refused file does not refuse the others.
    """

    files: Mapping[str, Path]
    staging: Path
    final: frozenset[str] = frozenset()
    known: Mapping[str, bool] | None = None
    each_alone: bool = False

    def is_known(self, name: str, sha256: str) -> bool:
        """Whether the workspace holds a file, taken in as it is asked for now."""
        marked_up = (self.known or {}).get(sha256)
        # What one meeting file allowed is not allowed by another
        return marked_up is not None and (not marked_up or name in self.final)


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """One file that was read. Both files lie in staging, for the paper folder to take over.

    Of an attachment they are one file. ``texts`` holds one text a page.
    """

    file_name: str
    original: Path
    original_sha256: str
    normalised: Path
    normalised_sha256: str
    engine: str
    facts: PaperFacts
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadPapers:
    """What became of every file of an order, by its name; it can be pickled.

    ``known`` are the originals' SHA-256 of files that the workspace holds already; ``refused`` has
    a sentence for each file that cannot become a paper. ``folder`` holds what was made.
    """

    papers: Mapping[str, ReadPaper]
    known: Mapping[str, str]
    refused: Mapping[str, str]
    folder: Path
