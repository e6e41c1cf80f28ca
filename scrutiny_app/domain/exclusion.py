"""Business taken in private: the item, the resolution and the marking, in matching words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.house_style import PrivateWords
from scrutiny_app.domain.paper import Access, Paper
from scrutiny_app.domain.wording import counted, listed

# A reason is written as a sentence; after "because" it goes on with a small letter
_SENTENCE_OPENERS = frozenset(
    [
        "A",
        "An",
        "Any",
        "Because",
        "Disclosing",
        "Disclosure",
        "Giving",
        "Identifying",
        "If",
        "Information",
        "It",
        "Its",
        "Letting",
        "Making",
        "Naming",
        "Publication",
        "Publishing",
        "Release",
        "Releasing",
        "Revealing",
        "Sharing",
        "Showing",
        "Telling",
        "The",
        "There",
        "These",
        "They",
        "This",
        "To",
        "We",
    ]
)


def with_private_business(agenda: Agenda, words: PrivateWords) -> Agenda:
    """Return an agenda whose exclusion and exempt-minutes items say what they are for.

    A purpose that the officer wrote stands.

    Source: Local Government Act 1972 s.100A(2), (4), (5).
    """
    told = {
        ItemKind.EXCLUSION: exclusion_purpose(agenda, words),
        ItemKind.EXEMPT_MINUTES: words.exempt_minutes_purpose,
    }
    items = (
        replace(item, purpose=item.purpose or told.get(item.kind, "")) for item in agenda.items
    )
    return replace(agenda, items=tuple(items))


def exclusion_purpose(agenda: Agenda, words: PrivateWords) -> str:
    """Return what the item that excludes the public is for; empty where nothing is private.

    Source: Local Government Act 1972 s.100A(4), (5).
    """
    exempt = tuple(_named(agenda, Access.EXEMPT, words))
    numbers = _all_paragraphs(agenda)
    pattern = counted(words.exclusion_purpose, len(numbers))
    asked = pattern.format(items=listed(exempt)) if exempt else ""
    return " ".join(filter(None, (asked, _confidential(agenda, words))))


def exclusion_resolution(
    agenda: Agenda, words: PrivateWords, descriptions: Mapping[int, str]
) -> str:
    """Return the resolution that excludes the public; empty where nothing is private.

    It names each item with its paragraphs and states their descriptions, which ``descriptions``
    holds by paragraph. For confidential business no resolution is passed and no public interest
    is weighed; it is only recorded that the public had to leave.

    Source: Local Government Act 1972 s.100A(2), (4), (5).
    """
    exempt = tuple(_named(agenda, Access.EXEMPT, words))
    resolved = ""
    if exempt:
        numbers = _all_paragraphs(agenda)
        resolved = counted(words.exclusion_resolution, len(numbers)).format(
            items=listed(exempt), descriptions=_described(numbers, descriptions)
        )
    return " ".join(filter(None, (resolved, _confidential(agenda, words))))


def marking_of(paper: Paper, words: PrivateWords, descriptions: Mapping[int, str]) -> str:
    """Return what every page of a withheld paper bears.

    Source: Local Government Act 1972 s.100B(5): "Not for publication", and the description of
    exempt information by virtue of which the public may be excluded.
    """
    if paper.access is Access.CONFIDENTIAL:
        return words.confidential_mark
    numbers = _paragraphs((paper,))
    pattern = counted(words.exempt_mark, len(numbers))
    marked = pattern.format(paragraphs=listed(numbers) if numbers else "")
    return " ".join(filter(None, (marked, _described(numbers, descriptions))))


def reason_line(paper: Paper, words: PrivateWords) -> str:
    """Return the public interest reason of an exempt paper as a sentence; empty without one.

    Source: Local Government Act 1972 Sch 12A Part 2 para 10.
    """
    reason = paper.exempt.public_interest.strip().rstrip(".") if paper.exempt else ""
    first, _, rest = reason.partition(" ")
    if first in _SENTENCE_OPENERS:
        reason = rest if first == "Because" else f"{first.lower()} {rest}"
    return words.reason.format(reason=reason) if reason else ""


def problems_of_order(agenda: Agenda) -> Iterator[str]:
    """Tell where business in private is not where it is expected: last, after the exclusion.

    Source: practice of real councils ("Part B" of an agenda); s.100A(4) for the resolution.
    """
    private = [one for one in agenda.numbered if _private(one.item)]
    exempt = [one for one in private if _exempt(one.item)]
    last = max((one.number for one in agenda.numbered if not _closed(one.item)), default=0)
    early = [f"item {one.number}" for one in private if one.number < last]
    if early:
        yield (
            f"The public would have to leave for {listed(early)} and come back for item {last}. "
            "Move the private business to the end of the agenda."
        )
    excluding = [one for one in agenda.numbered if one.item.kind is ItemKind.EXCLUSION]
    if exempt and not any(one.number < exempt[0].number for one in excluding):
        yield (
            f"Item {exempt[0].number} is exempt, but no item before it excludes the public. Press "
            "+ above the agenda and choose Exclusion of the public."
        )


def _named(agenda: Agenda, access: Access, words: PrivateWords) -> Iterator[str]:
    """Name the items that have a paper of this access, exempt ones with their paragraphs."""
    for one in agenda.numbered:
        papers = [paper for paper in one.item.papers if paper.access is access]
        if not papers:
            continue
        pattern = words.exempt_item if access is Access.EXEMPT else words.confidential_item
        numbers = _paragraphs(papers)
        yield counted(pattern, len(numbers)).format(
            number=one.number,
            title=one.item.shown_title,
            paragraphs=listed(numbers) if numbers else "",
        )


def _confidential(agenda: Agenda, words: PrivateWords) -> str:
    items = tuple(_named(agenda, Access.CONFIDENTIAL, words))
    return words.confidential_exclusion.format(items=listed(items)) if items else ""


def _all_paragraphs(agenda: Agenda) -> list[int]:
    return _paragraphs(paper for item in agenda.items for paper in item.papers)


def _paragraphs(papers: Iterable[Paper]) -> list[int]:
    return sorted(
        {number for paper in papers if paper.exempt for number in paper.exempt.paragraphs}
    )


def _described(numbers: Iterable[int], descriptions: Mapping[int, str]) -> str:
    """Return the descriptions, each with its number where there are several.

    The rulebook lacks the lists of Scotland and Northern Ireland.
    """
    known = [(number, descriptions[number]) for number in numbers if number in descriptions]
    if not known:
        return "as described there."
    if len(known) == 1:
        return known[0][1]
    return " ".join(f"({number}) {text}" for number, text in known)


def _private(item: AgendaItem) -> bool:
    """Whether all that an item has to consider is withheld."""
    return bool(item.papers) and not any(paper.public for paper in item.papers)


def _exempt(item: AgendaItem) -> bool:
    return any(paper.access is Access.EXEMPT for paper in item.papers)


def _closed(item: AgendaItem) -> bool:
    return _private(item) or item.kind in {ItemKind.EXCLUSION, ItemKind.EXEMPT_MINUTES}
