"""The register of papers that are not for publication, and when each is looked at again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.ids import MeetingId, PaperId
from scrutiny_app.domain.municipal_year import assumed_year, parse_year_label
from scrutiny_app.domain.paper import Access, Paper


class Review(StrEnum):
    """How the review of an exemption stands."""

    NOT_NEEDED = "not needed"
    NO_DAY = "no day set"
    AHEAD = "ahead"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One paper that is withheld, or that was and has been opened since.

    ``item`` is its number on the agenda. ``reason`` is the public interest in withholding an
    exempt paper, or the basis of a confidential one.
    """

    held_on: date
    municipal_year: str
    committee: str
    item: int
    item_title: str
    title: str
    access: Access
    paragraphs: tuple[int, ...]
    reason: str
    review_on: date | None
    made_public_by: str
    meeting: MeetingId | None = None
    paper: PaperId | None = None

    def review(self, today: date) -> Review:
        """Return how its review stands; only an exemption lapses with its reason.

        Source: Local Government Act 1972 Sch 12A Part 2 para 10: exempt "if and so long, as" the
        public interest in withholding outweighs that in disclosing.
        """
        if self.access is not Access.EXEMPT:
            return Review.NOT_NEEDED
        if self.review_on is None:
            return Review.NO_DAY
        return Review.OVERDUE if self.review_on < today else Review.AHEAD


def register_of(entries: Iterable[RegisterEntry], year: str = "") -> tuple[RegisterEntry, ...]:
    """Return the entries of a municipal year ("2026/27"); of all years without one.

    A meeting that does not say its year is put in the one its day probably lies in.

    Raises:
        WrongInput: ``year`` is not such a label.
    """
    if not year:
        return tuple(entries)
    wanted = parse_year_label(year)
    return tuple(one for one in entries if _starts_in(one) == wanted)


def _starts_in(entry: RegisterEntry) -> int:
    return parse_year_label(entry.municipal_year or assumed_year(entry.held_on).label)


def opened_without_a_word(
    before: Agenda, after: Agenda, withheld_files: Collection[str]
) -> Iterator[str]:
    """Tell which papers would become public although nobody said that they may.

    ``before`` is the agenda as it stood; ``withheld_files`` are the original SHA-256 of all files
    ever filed as withheld papers. A paper is the same one if its file is, or its title where no
    public paper had that.

    Source: Local Government Act 1972 s.100B(2): what is withheld is the proper officer's to say.
    """
    withheld = _titles(before, public=False) - _titles(before, public=True)
    for item in after.items:
        for paper in item.papers:
            known = paper.title.casefold() in withheld or _file(paper) in withheld_files
            if paper.public and known and not paper.made_public_by:
                yield (
                    f'"{paper.title}" was withheld from the public and is not marked any more. If '
                    "it may be public now, say who decided that and why (in a meeting file with "
                    "made_public_by); else mark it exempt or confidential again."
                )


def withheld_again(paper: Paper, before: Paper) -> Paper:
    """Return a paper withheld as the same file was ``before``, on the agenda of another meeting.

    Source: as ``opened_without_a_word``: until somebody decides otherwise it stays so.
    """
    return replace(
        paper,
        access=before.access,
        exempt=before.exempt,
        confidential_basis=before.confidential_basis,
    )


def _titles(agenda: Agenda, *, public: bool) -> set[str]:
    papers = (paper for item in agenda.items for paper in item.papers)
    return {paper.title.casefold() for paper in papers if paper.public is public}


def _file(paper: Paper) -> str:
    return paper.version.original_sha256 if paper.version else ""
