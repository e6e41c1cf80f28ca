"""The contents of a bundle for the website: every file with its pages and its size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scrutiny_app.documents.blocks import (
    Cell,
    Column,
    Document,
    Paragraph,
    Run,
    Table,
    Title,
    plain,
)
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.bundle import FRONT_SHEET, BundleFile
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.issued_pages import page_words
from scrutiny_app.domain.wording import clock_time, long_date

THE_PAPERS = "The papers of the meeting"
_SIZE_HEADING = "Size"
_NUMBER_SHARE, _PAPER_SHARE, _PAGES_SHARE, _SIZE_SHARE = 8, 62, 15, 15
_KILOBYTE, _MEGABYTE = 1000, 1_000_000


def bundle_index(
    agenda: Agenda, files: Sequence[BundleFile], sizes: Mapping[str, int], style: HouseStyle
) -> Document:
    """Compose the contents of a bundle, as blocks. ``sizes`` gives each file's bytes by its name.

    Source: SI 2018/952: a link to a file says what it is, its format and its size.
    """
    words, meeting = style.words, agenda.meeting
    day = long_date(meeting.held_on, style.long_date)
    told = (day, clock_time(meeting.starts_at, style.clock), meeting.place)
    front = Run(words.front_sheet, link=FRONT_SHEET)
    paper = style.supplement.paper_heading
    headings = (words.number_heading, paper, words.pages_heading, _SIZE_HEADING)
    rows = tuple(_row(file, sizes[file.name], style) for file in files)
    return Document(
        title=f"{agenda.committee.name}, {long_date(meeting.held_on, style.minutes_date)}",
        author=agenda.council.name,
        language=style.language,
        blocks=(
            Paragraph(plain(agenda.council.name, bold=True)),
            Title(plain(agenda.committee.name)),
            Paragraph(plain(", ".join(text for text in told if text))),
            Paragraph((front, Run(f" (web page, {said_size(sizes[FRONT_SHEET])})"))),
            Table(
                columns=tuple(
                    map(Column, (_NUMBER_SHARE, _PAPER_SHARE, _PAGES_SHARE, _SIZE_SHARE))
                ),
                rows=(tuple(Cell((plain(text, bold=True),)) for text in headings), *rows),
                row_headers=True,
                summary=THE_PAPERS,
            ),
        ),
    )


def said_size(size: int) -> str:
    """Return bytes as people are told them, never parted: "1.2 MB", "84 KB"."""
    if size >= _MEGABYTE:
        return f"{size / _MEGABYTE:.1f}\u00a0MB"
    return f"{max(round(size / _KILOBYTE), 1)}\u00a0KB"


def _row(file: BundleFile, size: int, style: HouseStyle) -> tuple[Cell, ...]:
    pages = page_words(file.pages.all, style.words.page_range).replace(" ", "\u00a0")
    return (
        Cell((plain(str(file.item)),)),
        Cell(((Run(file.paper.title, link=file.name),),)),
        Cell((plain(pages.replace(",\u00a0", ", ")),)),
        Cell((plain(f"PDF,\u00a0{said_size(size)}"),)),
    )
