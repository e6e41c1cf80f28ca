"""The front sheet of a supplement: what it adds, where it goes, and how to put paper together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    ListBlock,
    Marker,
    Paragraph,
    Run,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.documents.front_sheet import withheld_lines
from scrutiny_app.domain.agenda_pack import Edition, PackLayout
from scrutiny_app.domain.house_style import HouseStyle, SupplementWords
from scrutiny_app.domain.issued_pages import IssuedPages, page_runs, page_words
from scrutiny_app.domain.supplement import Addition, Coming, Supplement
from scrutiny_app.domain.wording import clock_time, long_date

_WHAT_CAME = "What this supplement brings"
_NUMBER_SHARE, _PAPER_SHARE, _PAGES_SHARE = 8, 72, 20


def supplement_sheet(
    supplement: Supplement, layout: PackLayout, style: HouseStyle, *, published_on: date
) -> Document:
    """Compose the front sheet of a supplement, as blocks.

    ``layout`` is that of the edition it stands in; ``published_on`` the day the agenda came out.

    The collation note is for members with paper copies.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions).
    """
    agenda, edition = supplement.agenda, layout.plan.edition
    words = style.supplement
    label = supplement_label(supplement, edition, words)
    day = long_date(agenda.meeting.held_on, style.minutes_date)
    return Document(
        title=f"{label}: {agenda.committee.name}, {day}",
        author=agenda.council.name,
        language=style.language,
        running_head=label if edition is Edition.FULL else "",
        blocks=(
            Paragraph(plain(label), tone=Tone.LABEL, align=Align.RIGHT),
            Paragraph(plain(agenda.council.name), tone=Tone.COUNCIL, keep_with_next=True),
            Title(plain(agenda.committee.name)),
            Paragraph(plain(_sitting(supplement, style), bold=True)),
            Paragraph(plain(_intro(supplement, style, published_on))),
            *_table(supplement, layout, style),
            *_changes(supplement, edition, words),
            *_collation(supplement, edition, words),
        ),
    )


def supplement_label(supplement: Supplement, edition: Edition, words: SupplementWords) -> str:
    """Return what an edition of a supplement is called."""
    label = words.full_label if edition is Edition.FULL else words.label
    return label.format(number=supplement.number)


def said_pages(labels: Sequence[str], words: SupplementWords) -> str:
    """Return pages in a sentence: "pages 9 to 12 and page 71"."""
    *most, last = [
        words.page.format(first=first)
        if first == end
        else words.pages.format(first=first, last=end)
        for first, end in page_runs(labels)
    ]
    return f"{', '.join(most)} and {last}" if most else last


def _sitting(supplement: Supplement, style: HouseStyle) -> str:
    meeting = supplement.agenda.meeting
    day = long_date(meeting.held_on, style.long_date)
    told = (day, clock_time(meeting.starts_at, style.clock), meeting.place)
    return ", ".join(text for text in told if text)


def _intro(supplement: Supplement, style: HouseStyle, published_on: date) -> str:
    return style.supplement.intro.format(
        date=long_date(published_on, style.minutes_date),
        page=int(supplement.front.labels[0]) - 1,
    )


def _table(supplement: Supplement, layout: PackLayout, style: HouseStyle) -> Iterator[Table]:
    words = style.words
    headings = (words.number_heading, style.supplement.paper_heading, words.pages_heading)
    shown = supplement.shown(layout.plan.edition)
    kept = [one for one in supplement.additions if one not in shown]
    rows = (
        *(_row(one, layout, style) for one in shown),
        *(_kept_row(supplement, number, kept, style) for number in _numbers(kept)),
    )
    if rows:
        yield Table(
            columns=(
                Column(_NUMBER_SHARE),
                Column(_PAPER_SHARE),
                Column(_PAGES_SHARE, align=Align.RIGHT),
            ),
            rows=(tuple(Cell((plain(text, bold=True),)) for text in headings), *rows),
            row_headers=True,
            summary=_WHAT_CAME,
        )


def _row(one: Addition, layout: PackLayout, style: HouseStyle) -> tuple[Cell, ...]:
    pages = page_words(one.pages.all, style.words.page_range).replace(" ", "\u00a0")
    link = f"#pack-page-{layout.papers[one.paper.id].first}"
    return (
        Cell((plain(str(one.number), bold=True),)),
        Cell((plain(one.paper.title, bold=True), plain(_how(one, style.supplement)))),
        Cell(((Run(pages.replace(",\u00a0", ", "), link=link),),)),
    )


def _numbers(additions: Iterable[Addition]) -> list[int]:
    return sorted({one.number for one in additions})


def _kept_row(
    supplement: Supplement, number: int, kept: Iterable[Addition], style: HouseStyle
) -> tuple[Cell, ...]:
    """Tell the public that something came that they may not read, and why.

    Source: Local Government Act 1972 s.100B(2), Sch 12A Part 2 para 10.
    """
    papers = [one.paper for one in kept if one.number == number]
    title = supplement.agenda.items[number - 1].shown_title
    lines = (plain(line) for line in withheld_lines(papers, style))
    return (
        Cell((plain(str(number), bold=True),)),
        Cell((plain(title, bold=True), *lines)),
        Cell((plain(""),)),
    )


def _how(one: Addition, words: SupplementWords) -> str:
    match one.how:
        case Coming.FOLLOWED:
            return words.followed
        case Coming.LATE:
            return words.late
        case Coming.REPLACED:
            return words.replaced.format(pages=said_pages(one.taken_out.labels, words))
        case Coming.OPENED:
            return words.opened


def _changes(supplement: Supplement, edition: Edition, words: SupplementWords) -> Iterator[Block]:
    gone = (
        words.withdrawn.format(
            title=one.title or words.withheld_paper, pages=said_pages(one.pages.labels, words)
        )
        for one in supplement.gone(edition)
    )
    told = (*supplement.changes, *gone)
    if told:
        yield Heading(1, plain(words.changes_heading))
        yield ListBlock(Marker.BULLET, tuple(plain(sentence) for sentence in told))


def _collation(supplement: Supplement, edition: Edition, words: SupplementWords) -> Iterator[Block]:
    notes = collation_notes(supplement, edition, words)
    if notes:
        yield Heading(1, plain(words.collation_heading))
        yield ListBlock(Marker.NUMBER, tuple(plain(note) for note in notes))


def collation_notes(
    supplement: Supplement, edition: Edition, words: SupplementWords
) -> tuple[str, ...]:
    """Return what to do with a paper copy of an edition, a sentence a step, in their order."""
    notes = [
        _note(one.pages, one.taken_out, one.after[edition], words)
        for one in supplement.shown(edition)
    ]
    notes += [
        words.take_out.format(out=said_pages(one.pages.all, words))
        for one in supplement.gone(edition)
    ]
    return tuple(notes)


def _note(pages: IssuedPages, out: IssuedPages, after: str, words: SupplementWords) -> str:
    said = said_pages(pages.all, words)
    if out.all:
        return words.exchange.format(out=said_pages(out.all, words), pages=said)
    return words.insert.format(pages=said, after=after)
