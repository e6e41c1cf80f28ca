"""Binds papers into one pack: stamped, bookmarked, linked, and never recompressed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf, PikepdfError, StreamDecodeLevel

from scrutiny_app.documents.pdf.blank_page import blank_page
from scrutiny_app.documents.pdf.bound_page import BoundPage, StampingBench, own_sheet_facts
from scrutiny_app.documents.pdf.fonts import font_file
from scrutiny_app.documents.pdf.outline import write_outline
from scrutiny_app.documents.pdf.pack_links import lead_links
from scrutiny_app.documents.pdf.pack_outline import pack_outline
from scrutiny_app.documents.pdf.pack_pages import (
    add_blank_pages,
    add_front_sheet,
    facts_of,
    merged_papers,
)
from scrutiny_app.documents.pdf.pack_properties import describe
from scrutiny_app.documents.pdf.page_geometry import see
from scrutiny_app.documents.pdf.page_labels import page_labels
from scrutiny_app.documents.pdf.page_move import move_destinations
from scrutiny_app.documents.pdf.stamp_font import StampFont, stamp_font
from scrutiny_app.documents.pdf.stamps import StampPress, page_stamps, stamp_words
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.house_style import HouseStyle, PageSetup
from scrutiny_app.domain.ids import PaperId


def bind_pack(
    front: bytes,
    layout: PackLayout,
    papers: Mapping[PaperId, Path],
    style: HouseStyle,
    out: Path,
) -> None:
    """Write the pack to ``out``: the front sheet's PDF, then every paper where the layout has it.

    ``papers`` are the normalised files. The same inputs give the same bytes. Papers' streams are
    copied as they are, never decoded: binding takes no longer than a plain merge.

    Raises:
        WorkspaceDamaged: a paper's file cannot be read, or has not the pages it was filed with.
        OSError: ``out`` cannot be written.
    """
    with merged_papers(layout, papers) as pdf:
        font = _font(style)
        embedded = font.embed(pdf)
        title, links = add_front_sheet(pdf, front)
        add_blank_pages(pdf, layout, blank_page(pdf, style, font, embedded))
        pages = _in_place(pdf, layout, style.page)
        bench = StampingBench(
            pdf, StampPress(font, style.stamps), embedded, pdf.make_stream(b"q\n")
        )
        _stamp(bench, pages, layout, style)
        tops = {bound.number: bound.top for bound in pages}
        lead_links(links, [bound.page for bound in pages], tops)
        write_outline(pdf, pack_outline(layout, style.words), tops)
        pdf.Root.PageLabels = page_labels(layout.numbers)
        identity = _identity(front, layout, style)
        agenda = layout.plan.agenda
        describe(
            pdf,
            title=title or agenda.committee.name,
            author=agenda.council.name,
            language=style.language,
            identity=identity,
        )
        _save(pdf, out)


def _font(style: HouseStyle) -> StampFont:
    letters = stamp_words(style) + style.words.blank_page
    return stamp_font(font_file(style.type.family), letters)


def _in_place(pdf: Pdf, layout: PackLayout, sheet: PageSetup) -> list[BoundPage]:
    """Return every page of the pack with its stamped number and what is known of it."""
    facts = dict.fromkeys(layout.numbers, own_sheet_facts(sheet))
    for paper in layout.plan.papers:
        first = layout.papers[paper.id].first
        facts.update(enumerate(facts_of(paper).pages, start=first))
    return [
        BoundPage(number, page.obj, see(page.obj), facts[number])
        for number, page in zip(layout.numbers, pdf.pages, strict=True)
    ]


def _stamp(
    bench: StampingBench, pages: Sequence[BoundPage], layout: PackLayout, style: HouseStyle
) -> None:
    items = {
        layout.items[planned.item.id].first: planned.number
        for planned in layout.plan.items
        if planned.item.id in layout.items
    }
    moves = {}
    for bound in pages:
        stamps = page_stamps(style, bound.number, items.get(bound.number))
        move = bench.stamp(bound, stamps)
        if move is not None:
            moves[bound.page.objgen] = move
    if moves:
        move_destinations((bound.page for bound in pages), moves)


def _identity(front: bytes, layout: PackLayout, style: HouseStyle) -> bytes:
    """Return 16 bytes that follow from all that the pack is made of."""
    digest = hashlib.sha256(front)
    digest.update(repr((layout.numbers, layout.blanks, style)).encode())
    for paper in layout.plan.papers:
        if paper.version:
            digest.update(paper.version.normalised_sha256.encode())
    return digest.digest()[:16]


def _save(pdf: Pdf, out: Path) -> None:
    """Write the file as it is: no stream is decoded, none compressed."""
    try:
        pdf.save(
            out,
            min_version="1.7",
            compress_streams=False,
            stream_decode_level=StreamDecodeLevel.none,
            object_stream_mode=ObjectStreamMode.generate,
            # Keeps our identifier; a "deterministic" one would hash the file: 0.9 s for 460 MB
            static_id=True,
        )
    except PikepdfError as error:
        raise WorkspaceDamaged(
            "A paper's file could not be read while the pack was written. Check the workspace, "
            "file the papers it names again, then build the pack."
        ) from error
