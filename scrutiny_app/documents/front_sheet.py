"""The front sheet of a meeting: the summons, the numbered business with its pages, the notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Inline,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.domain.agenda import Agenda, AgendaItem, NumberedItem
from scrutiny_app.domain.agenda_pack import Edition, PackLayout, PageSpan
from scrutiny_app.domain.exclusion import reason_line, with_private_business
from scrutiny_app.domain.house_style import HouseStyle, Words
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.issued_pages import page_runs
from scrutiny_app.domain.paper import Access, Paper
from scrutiny_app.domain.wording import clock_time, counted, listed, long_date

_WHEN_AND_WHERE = "The date, time and place of the meeting"
_BUSINESS = "The business of the meeting"
_LABEL_SHARE, _TOLD_SHARE = 13, 87
_NUMBER_SHARE, _WHOLE_SHARE = 7, 100
_LETTER_SHARE = 1.6  # of the width, that one letter of a page range takes


def front_sheet(
    agenda: Agenda,
    style: HouseStyle,
    ranges: Mapping[ItemId, PageSpan] | None,
    *,
    linked: bool,
    edition: Edition = Edition.PUBLIC,
    notes: Sequence[str] = (),
) -> Document:
    """Compose the front sheet of a meeting, as blocks.

    Whoever draws it for the public gives it the public's view of the agenda. ``ranges`` are the
    pages of each item in the pack; None leaves the column of pages out. ``linked`` makes each
    range a link to its first page, which only a bound pack has; there its pages are stamped, a
    sheet by itself numbers its own. ``notes`` are what is to be known of its pages, see
    ``notes_on_pages``. The full edition says on every page that it is not for publication.

    Source: the order and wording of a real council's front sheet, see
    ``resources/house-styles/nottingham.toml``.
    """
    agenda = with_private_business(agenda, style.private)
    full = edition is Edition.FULL
    label = style.private.full_label if full else style.words.pack_label
    blocks: list[Block] = [
        Paragraph(plain(label), tone=Tone.LABEL, align=Align.RIGHT),
        Paragraph(plain(agenda.council.name), tone=Tone.COUNCIL, keep_with_next=True),
        Title(plain(agenda.committee.name)),
        _when_and_where(agenda, style),
        *_summons(agenda, style.words),
        _business(agenda, style, ranges, linked=linked),
        *(Paragraph(plain(note)) for note in notes),
    ]
    if style.notices_on_new_page:
        blocks.append(PageBreak())
    return Document(
        title=_title(agenda, style),
        author=agenda.council.name,
        blocks=(*blocks, *_notices(agenda, style.words)),
        language=style.language,
        page_numbers=not linked,
        running_head=label if full else "",
    )


def _title(agenda: Agenda, style: HouseStyle) -> str:
    """Return the title that a reader's window shows: what it is, of whom, and when."""
    day = long_date(agenda.meeting.held_on, style.minutes_date)
    return f"{style.words.front_sheet}: {agenda.committee.name}, {day}"


def _when_and_where(agenda: Agenda, style: HouseStyle) -> Table:
    meeting, words = agenda.meeting, style.words
    told = (
        (words.date_label, long_date(meeting.held_on, style.long_date)),
        (words.time_label, clock_time(meeting.starts_at, style.clock)),
        (words.place_label, meeting.place),
    )
    return Table(
        columns=(Column(_LABEL_SHARE), Column(_TOLD_SHARE)),
        rows=tuple((_cell(label, bold=True), _cell(text)) for label, text in told if text),
        header_rows=0,
        row_headers=True,
        ruled=False,
        summary=_WHEN_AND_WHERE,
    )


def _summons(agenda: Agenda, words: Words) -> Iterable[Paragraph]:
    meeting, officer = agenda.meeting, agenda.meeting.officer
    yield Paragraph(plain(words.summons, bold=True))
    if meeting.signatory:
        yield Paragraph(plain(meeting.signatory, bold=True))
    if officer.name:
        label = f"{officer.role}:" if officer.role else ""
        yield Paragraph(_labelled(label, officer.name), tone=Tone.LINE, keep_with_next=True)
    if officer.telephone:
        yield Paragraph(_labelled(words.telephone_label, officer.telephone), tone=Tone.LINE)


def _labelled(label: str, text: str) -> Inline:
    return (*((Run(f"{label} ", bold=True),) if label else ()), Run(text))


def _business(
    agenda: Agenda,
    style: HouseStyle,
    ranges: Mapping[ItemId, PageSpan] | None,
    *,
    linked: bool,
) -> Table:
    words = style.words
    headings = [words.number_heading, words.item_heading]
    if ranges is not None:
        headings.append(words.pages_heading)
    rows = [_row(one, style, ranges, linked=linked) for one in agenda.numbered]
    if style.agenda_table_headings:
        rows.insert(0, tuple(_cell(heading, bold=True) for heading in headings))
    return Table(
        columns=_columns(ranges, words),
        rows=tuple(rows),
        header_rows=int(style.agenda_table_headings),
        row_headers=True,
        summary=_BUSINESS,
    )


def _columns(ranges: Mapping[ItemId, PageSpan] | None, words: Words) -> tuple[Column, ...]:
    """Give the pages the room that the longest range or its heading needs, the item the rest."""
    if ranges is None:
        return Column(_NUMBER_SHARE), Column(_WHOLE_SHARE - _NUMBER_SHARE)
    said = [_told(span, words) for span in ranges.values()]
    longest = max(len(run) for text in (words.pages_heading, *said) for run in text.split(", "))
    pages = longest * _LETTER_SHARE
    item = _WHOLE_SHARE - _NUMBER_SHARE - pages
    return Column(_NUMBER_SHARE), Column(item), Column(pages, align=Align.RIGHT)


def _row(
    one: NumberedItem,
    style: HouseStyle,
    ranges: Mapping[ItemId, PageSpan] | None,
    *,
    linked: bool,
) -> tuple[Cell, ...]:
    below = (plain(line) for line in item_lines(one.item, style))
    lines = (plain(one.item.title, bold=True), *below)
    row = (_cell(str(one.number), bold=True), Cell(lines))
    if ranges is None:
        return row
    span = ranges.get(one.item.id)
    return (*row, Cell((_pages(span, style.words, linked=linked) if span else plain(""),)))


def item_lines(item: AgendaItem, style: HouseStyle) -> Iterator[str]:
    """Give the lines below an item's title: purpose, author, what follows, what is withheld."""
    words = style.words
    if item.purpose:
        yield item.purpose
    if item.report_of:
        yield words.report_of.format(author=item.report_of)
    yield from _to_follow([paper for paper in item.papers if paper.public], words)
    yield from withheld_lines(item.papers, style)


def _to_follow(papers: Sequence[Paper], words: Words) -> Iterator[str]:
    """Say that papers are to follow, and which where others of the item are there."""
    awaited = [paper.title for paper in papers if paper.version is None]
    if awaited and len(awaited) == len(papers):
        yield words.to_follow
    elif awaited:
        yield f"{words.to_follow}: {listed(awaited)}"


def withheld_lines(papers: Sequence[Paper], style: HouseStyle) -> Iterator[str]:
    """Give what the public is told of withheld papers: the paragraphs, and each reason once.

    Source: Local Government Act 1972 s.100B(2), Sch 12A Part 2 para 10.
    """
    words = style.words
    paragraphs = {
        number
        for paper in papers
        if paper.access is Access.EXEMPT and paper.exempt
        for number in paper.exempt.paragraphs
    }
    if paragraphs:
        pattern = counted(words.exempt_line, len(paragraphs))
        yield pattern.format(paragraphs=listed(sorted(paragraphs)))
    exempt = (paper for paper in papers if paper.access is Access.EXEMPT)
    yield from dict.fromkeys(filter(None, (reason_line(one, style.private) for one in exempt)))
    if any(paper.access is Access.CONFIDENTIAL for paper in papers):
        yield words.confidential_line


def _pages(span: PageSpan, words: Words, *, linked: bool) -> Inline:
    # Never broken at the end of a line: "9" above "- 52" would read as two things
    said = _told(span, words).replace(" ", "\u00a0").replace(",\u00a0", ", ")
    return (Run(said, link=f"#pack-page-{span.first}" if linked else ""),)


def _told(span: PageSpan, words: Words) -> str:
    said = (words.page_range.format(first=run.first, last=run.last) for run in span.runs)
    return span.told or ", ".join(said)


def notes_on_pages(layout: PackLayout, style: HouseStyle) -> tuple[str, ...]:
    """Return what is to be known of an edition's pages: which lack, which are withheld."""
    withheld = [label for run in layout.withheld_runs for label in layout.stamped_in(run)]
    lacking = [str(number) for run in layout.skipped for number in range(run.first, run.last + 1)]
    told = style.private.withheld_pages
    return (*note_on_lacking(lacking, style), *_on_pages(withheld, told, style.words))


def note_on_lacking(labels: Sequence[str], style: HouseStyle) -> tuple[str, ...]:
    """Say which page numbers an edition lacks, so that nobody looks for those pages."""
    return _on_pages(labels, style.private.skipped_pages, style.words)


def _on_pages(labels: Sequence[str], told: str, words: Words) -> tuple[str, ...]:
    runs = page_runs(labels)
    said = [words.page_range.format(first=first, last=last) for first, last in runs]
    return (told.format(pages=listed(said)),) if said else ()


def _notices(agenda: Agenda, words: Words) -> Iterable[Paragraph]:
    role = agenda.meeting.officer.role or agenda.meeting.signatory or words.unnamed_officer
    for notice in words.notices:
        yield Paragraph(plain(notice.format(officer_role=role, council=agenda.council.name)))


def _cell(text: str, *, bold: bool = False) -> Cell:
    return Cell((plain(text, bold=bold),))
