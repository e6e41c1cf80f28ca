"""The agenda as rows to show: items, their papers below them, and files on their way in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind, NumberedItem
from scrutiny_app.domain.paper import Access, Paper, PaperKind
from scrutiny_app.domain.readiness import Ready, item_readiness, paper_readiness
from scrutiny_app.ui.meeting.incoming import Incoming, Stage
from scrutiny_app.ui.meeting.live_pages import NO_PAGES, LivePages, Pages
from scrutiny_app.ui.widgets.chip import Tone

_NONE = "\N{EN DASH}"

ITEM_KINDS: Mapping[ItemKind, tuple[str, Tone]] = {
    ItemKind.BUSINESS: ("Business", Tone.ACCENT),
    ItemKind.APOLOGIES: ("Apologies", Tone.PLAIN),
    ItemKind.INTERESTS: ("Interests", Tone.PLAIN),
    ItemKind.PARTY_WHIP: ("Party whip", Tone.PLAIN),
    ItemKind.MINUTES: ("Minutes", Tone.SPECIAL),
    ItemKind.WORK_PROGRAMME: ("Programme", Tone.ACCENT),
    ItemKind.EXCLUSION: ("Exclusion", Tone.WARN),
    ItemKind.EXEMPT_MINUTES: ("Exempt mins", Tone.WARN),
    ItemKind.URGENT: ("Urgent", Tone.BAD),
}
PAPER_KINDS: Mapping[PaperKind, tuple[str, Tone]] = {
    PaperKind.REPORT: ("Report", Tone.ACCENT),
    PaperKind.COVERING_REPORT: ("Cover", Tone.PLAIN),
    PaperKind.APPENDIX: ("Appendix", Tone.PLAIN),
    PaperKind.BRIEFING_NOTE: ("Briefing", Tone.PLAIN),
    PaperKind.MINUTES: ("Minutes", Tone.SPECIAL),
    PaperKind.OTHER: ("Paper", Tone.PLAIN),
}


class Mark(StrEnum):
    """How a row stands, in the word that is spoken."""

    READY = "ready"
    LOOK = "look at it"
    DRAFT = "draft"
    TO_FOLLOW = "to follow"
    PROBLEM = "problem"
    BUSY = "being taken in"
    REFUSED = "not taken in"


class RowSort(StrEnum):
    """What a row stands for."""

    ITEM = "item"
    PAPER = "paper"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row. ``key`` is the item's, paper's or file's; ``sentence`` says why it is not ready."""

    key: str
    sort: RowSort
    number: str
    title: str
    below: str
    kind: str
    tone: Tone
    pages: str
    count: str
    mark: Mark
    sentence: str = ""
    children: tuple[AgendaRow, ...] = ()


def agenda_rows(
    agenda: Agenda,
    pages: LivePages,
    descriptions: Mapping[int, str],
    incoming: Sequence[Incoming] = (),
) -> tuple[AgendaRow, ...]:
    """Return the rows of an agenda; ``descriptions`` are the nation's exempt paragraphs."""
    return tuple(
        _item_row(
            numbered, pages, descriptions, [one for one in incoming if one.item == numbered.item.id]
        )
        for numbered in agenda.numbered
    )


def _item_row(
    numbered: NumberedItem,
    pages: LivePages,
    descriptions: Mapping[int, str],
    incoming: Sequence[Incoming],
) -> AgendaRow:
    item = numbered.item
    readiness = item_readiness(item, descriptions)
    stands = pages.items.get(item.id, NO_PAGES)
    kind, tone = ITEM_KINDS[item.kind]
    return AgendaRow(
        item.id,
        RowSort.ITEM,
        str(numbered.number),
        item.title,
        item_line(item),
        "Education" if item.education and item.kind is ItemKind.BUSINESS else kind,
        tone,
        stands.told or _NONE,
        str(stands.count or _NONE),
        _MARKS[readiness.state],
        readiness.sentence,
        tuple(_children(numbered, pages, descriptions, incoming)),
    )


def _children(
    numbered: NumberedItem,
    pages: LivePages,
    descriptions: Mapping[int, str],
    incoming: Sequence[Incoming],
) -> Iterator[AgendaRow]:
    arriving = {one.paper: one for one in incoming if one.paper}
    for place, paper in enumerate(numbered.item.papers, start=1):
        number = f"{numbered.number}.{place}"
        row = paper_row(paper, number, pages.papers.get(paper.id, NO_PAGES), descriptions)
        yield _with_file(row, arriving[paper.id]) if paper.id in arriving else row
    for one in incoming:
        if not one.paper:
            yield _file_row(one)


def paper_row(
    paper: Paper, number: str, stands: Pages, descriptions: Mapping[int, str]
) -> AgendaRow:
    """Return the row of a paper that stands on these pages."""
    readiness = paper_readiness(paper, descriptions)
    mark, sentence = _MARKS[readiness.state], readiness.sentence
    warnings = paper.version.facts.warnings if paper.version else ()
    if readiness.state is Ready.READY and warnings:
        mark, sentence = Mark.LOOK, warnings[0]
    kind, tone = PAPER_KINDS[paper.kind]
    if not paper.public:
        kind, tone = ACCESS_WORDS[paper.access], Tone.BAD
    attachment = paper.version is not None and paper.version.facts.attachment
    return AgendaRow(
        paper.id,
        RowSort.PAPER,
        number,
        paper.title,
        _paper_line(paper),
        kind,
        tone,
        "file" if attachment else stands.told or _NONE,
        str(stands.count or _NONE),
        mark,
        sentence,
    )


ACCESS_WORDS: Mapping[Access, str] = {
    Access.PUBLIC: "Public",
    Access.EXEMPT: "Exempt",
    Access.CONFIDENTIAL: "Confidential",
}


def item_line(item: AgendaItem) -> str:
    """Return the line below an item's title: its purpose, else whose report it is."""
    if item.purpose:
        return " ".join(item.purpose.split())
    return f"Report of the {item.report_of}" if item.report_of else ""


def _paper_line(paper: Paper) -> str:
    if paper.author:
        return paper.author
    return paper.version.file_name if paper.version else "To follow"


def _file_row(one: Incoming) -> AgendaRow:
    refused = one.stage is Stage.REFUSED
    return AgendaRow(
        one.key,
        RowSort.FILE,
        "",
        one.path.name,
        one.sentence,
        "File",
        Tone.PLAIN,
        "",
        "",
        Mark.REFUSED if refused else Mark.BUSY,
        one.sentence,
    )


def _with_file(row: AgendaRow, one: Incoming) -> AgendaRow:
    """Return a paper's row while a new file for it is on its way."""
    file = _file_row(one)
    below = f"{one.path.name}: {one.sentence}" if one.stage is Stage.REFUSED else one.sentence
    return AgendaRow(
        row.key,
        row.sort,
        row.number,
        row.title,
        below,
        row.kind,
        row.tone,
        row.pages,
        row.count,
        file.mark,
        below,
    )


_MARKS = {
    Ready.READY: Mark.READY,
    Ready.DRAFT: Mark.DRAFT,
    Ready.TO_FOLLOW: Mark.TO_FOLLOW,
    Ready.PROBLEM: Mark.PROBLEM,
}


def row_keys(rows: Sequence[AgendaRow]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every item's key with those of its children: the shape of the tree."""
    for row in rows:
        yield row.key, tuple(child.key for child in row.children)


def totals(agenda: Agenda, pages: LivePages) -> str:
    """Return how much there is on an agenda: "6 items, 10 papers, 68 pages"."""
    papers = sum(len(item.papers) for item in agenda.items)
    return " \N{MIDDLE DOT} ".join(
        (
            _counted(len(agenda.items), "item"),
            _counted(papers, "paper"),
            _counted(pages.last_page, "page"),
        )
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
