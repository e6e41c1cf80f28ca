"""A paper on the agenda: what it is, who wrote it, who may read it, and what its file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from scrutiny_app.domain.ids import PaperId


class Access(StrEnum):
    """Who may read a paper.

    Source: Local Government Act 1972 s.100A(2)-(3) (confidential), s.100A(4) (exempt).
    """

    PUBLIC = "public"
    EXEMPT = "exempt"
    CONFIDENTIAL = "confidential"


class WithheldPlace(StrEnum):
    """Where exempt and confidential papers stand in a pack.

    Behind all public ones, the public edition has no gaps; as listed, it skips their numbers.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions); practice of
    real councils, which bind "Part B" behind the rest.
    """

    LAST = "last"
    LISTED = "as listed"


class PaperKind(StrEnum):
    """What sort of document a paper is."""

    MINUTES = "minutes"
    COVERING_REPORT = "covering report"
    REPORT = "report"
    APPENDIX = "appendix"
    BRIEFING_NOTE = "briefing note"
    OTHER = "other"


class TextLayer(StrEnum):
    """Whether a paper's words can be found, copied and spoken."""

    TEXT = "text"
    MIXED = "mixed"
    SCAN = "scan"


# What an officer does whose meeting file names a marked-up paper; the window offers a button
FINAL_TEXT_ADVICE = 'write markup = "final" beside its file in the meeting file'


class Markup(StrEnum):
    """What happens to a file with tracked changes, comments or hidden text."""

    REFUSED = "refused"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class ExemptReason:
    """Why a paper is not for publication.

    ``paragraphs`` are numbers of Part 1 of Schedule 12A (1 to 7 in England). ``review_on`` is the
    day on which somebody looks at it again: the exemption lasts only as long as its reason.

    Source: Local Government Act 1972 Sch 12A Part 1 and Part 2 para 10.
    """

    paragraphs: tuple[int, ...]
    public_interest: str
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page as seen on the screen, after its own rotation and crop.

    Units: points (1/72 inch). ``foot_clear`` and ``head_clear`` are the heights of the bands
    without ink at the lower and upper edge; ``rotation`` is 0, 90, 180 or 270 degrees.
    """

    width: float
    height: float
    rotation: int
    head_clear: float
    foot_clear: float
    has_text: bool


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of a paper's own outline: ``page`` counts from 1 in the paper, ``level`` from 0."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What was found in a paper's file when it was taken in.

    ``language`` and ``title`` are empty when the file does not say. ``warnings`` are sentences
    for the officer: each says what was found and what to do about it. ``converter`` names the
    program, with its version, that made the PDF of an office paper. ``marked_up``: its final text
    was made from one with tracked changes, comments or hidden text, on the officer's word.
    ``attachment``: it is kept as it came, has no pages and is bound into no pack.
    ``accessible``: it claims PDF/UA and nothing found speaks against that; ``barriers`` are half
    sentences of what does.
    """

    pages: tuple[PageFacts, ...]
    text_layer: TextLayer
    tagged: bool = False
    language: str = ""
    title: str = ""
    fonts_missing: tuple[str, ...] = ()
    hidden_layers: bool = False
    unapplied_redactions: tuple[int, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    removed: tuple[str, ...] = ()
    repaired: bool = False
    warnings: tuple[str, ...] = ()
    converter: str = ""
    marked_up: bool = False
    attachment: bool = False
    accessible: bool = False
    barriers: tuple[str, ...] = ()

    @property
    def page_count(self) -> int:
        """How many pages the paper has."""
        return len(self.pages)


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One file filed as a paper: as received, and as made safe for binding.

    Both files lie in the paper folder under their SHA-256 (64 hex digits). ``engine`` names the
    intake that made ``normalised_sha256``; a newer intake makes a new one from the original.
    Of an attachment both are the same file.
    """

    original_sha256: str
    normalised_sha256: str
    file_name: str
    engine: str
    filed_at: datetime
    facts: PaperFacts


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that belongs to an agenda item.

    ``version`` is None while the paper is still to follow. ``made_public_by`` says who opened a
    paper that was withheld before, and why; it is empty for one that never was. ``draft``: its
    file is there and will be replaced by a final one.
    """

    id: PaperId
    title: str
    kind: PaperKind = PaperKind.OTHER
    author: str = ""
    access: Access = Access.PUBLIC
    exempt: ExemptReason | None = None
    confidential_basis: str = ""
    version: PaperVersion | None = None
    made_public_by: str = ""
    draft: bool = False

    @property
    def has_pages(self) -> bool:
        """Whether packs bind it: it has a file, and that is not kept as an attachment."""
        return self.version is not None and not self.version.facts.attachment

    @property
    def public(self) -> bool:
        """Whether anybody may read it."""
        return self.access is Access.PUBLIC
