"""Binds papers into one pack: stamped, bookmarked, linked, and never recompressed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from pikepdf import Encryption, ObjectStreamMode, Pdf, PikepdfError, StreamDecodeLevel

from scrutiny_app.documents.pdf.blank_page import blank_page
from scrutiny_app.documents.pdf.bound_page import MARK, BoundPage, StampingBench, own_sheet_facts
from scrutiny_app.documents.pdf.bound_structure import BoundStructure, HungPart
from scrutiny_app.documents.pdf.encryption import NO_GUARD, Guard, lock
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
from scrutiny_app.documents.pdf.pack_properties import PackProperties, describe
from scrutiny_app.documents.pdf.page_geometry import see
from scrutiny_app.documents.pdf.page_labels import page_labels
from scrutiny_app.documents.pdf.page_move import move_destinations
from scrutiny_app.documents.pdf.stamp_font import StampFont, stamp_font
from scrutiny_app.documents.pdf.stamps import StampPress, page_stamps, stamp_words
from scrutiny_app.documents.pdf.structure_section import append_structure
from scrutiny_app.documents.tags.carried import carries_structure
from scrutiny_app.domain.accessibility import is_accessible
from scrutiny_app.domain.agenda_pack import PackLayout, PageSpan
from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.house_style import HouseStyle, PageSetup
from scrutiny_app.domain.ids import PaperId


def bind_pack(
    front: bytes,
    layout: PackLayout,
    papers: Mapping[PaperId, Path],
    style: HouseStyle,
    out: Path,
    guard: Guard = NO_GUARD,
) -> None:
    """Write the pack to ``out``: the front sheet's PDF, then every paper where the layout has it.

    ``papers`` are the normalised files. The same inputs give the same bytes. Papers' streams are
    copied as they are, never decoded: binding takes no longer than a plain merge. ``guard`` says
    what the pages of withheld papers bear, and locks the file; a locked one has new bytes each
    time.

    Raises:
        WorkspaceDamaged: a paper's file cannot be read, or has not the pages it was filed with.
        OSError: ``out`` cannot be written.
    """
    with merged_papers(layout, papers) as pdf:
        font = _font(style, layout, guard)
        embedded = font.embed(pdf)
        title, links = add_front_sheet(pdf, front)
        add_blank_pages(pdf, layout, blank_page(pdf, style, font, embedded))
        pages = _in_place(pdf, layout, style.page)
        structure = _hang_structures(pdf, layout, (title, style.language))
        bench = StampingBench(
            pdf,
            StampPress(font, style.stamps),
            embedded,
            start=pdf.make_stream(b"q\n"),
            marked_start=pdf.make_stream(MARK + b"q\n"),
        )
        _stamp(bench, pages, layout, style, guard)
        tops = {bound.number: bound.top for bound in pages}
        lead_links(links, [bound.page for bound in pages], tops)
        write_outline(pdf, pack_outline(layout, style.words), tops)
        pdf.Root.PageLabels = page_labels(layout.stamped)
        agenda = layout.plan.agenda
        told = PackProperties(
            title=title or agenda.committee.name,
            author=agenda.council.name,
            language=style.language,
            identity=_identity(front, layout, style),
            # True only if the front sheet is tagged too
            accessible=is_accessible(layout.plan) and not any(each.untagged for each in pages),
        )
        describe(pdf, told)
        _save(pdf, structure.prepare(), out, guard)


def _font(style: HouseStyle, layout: PackLayout, guard: Guard) -> StampFont:
    letters = (stamp_words(style), style.words.blank_page, *layout.labels, *guard.markings.values())
    return stamp_font(font_file(style.type.family), "".join(letters))


def _in_place(pdf: Pdf, layout: PackLayout, sheet: PageSetup) -> list[BoundPage]:
    """Return every page of the pack with its stamped number and what is known of it."""
    facts = dict.fromkeys(layout.numbers, own_sheet_facts(sheet))
    for paper in layout.plan.papers:
        first = layout.papers[paper.id].first
        facts.update(enumerate(facts_of(paper).pages, start=first))
    page_of = dict(zip(layout.numbers, (page.obj for page in pdf.pages), strict=True))
    untagged = {
        number
        for span in (layout.front, *layout.papers.values())
        if len(span)
        if not carries_structure(page_of[span.first])
        for number in range(span.first, span.last + 1)
    }
    return [
        BoundPage(number, page, see(page), facts[number], untagged=number in untagged)
        for number, page in page_of.items()
    ]


def _hang_structures(pdf: Pdf, layout: PackLayout, front: tuple[str, str]) -> BoundStructure:
    """Return the pack's structure: the front sheet's, then the papers'.

    ``front`` is the front sheet's title and its language, which is the pack's.
    """
    places = {number: place for place, number in enumerate(layout.numbers)}

    def within(span: PageSpan) -> range:
        return range(places[span.first], places[span.first] + len(span))

    title, language = front
    structure = BoundStructure(pdf, language)
    if len(layout.front):
        structure.hang(title, language, within(layout.front))
    for paper in layout.plan.papers:
        structure.hang(paper.title, facts_of(paper).language, within(layout.papers[paper.id]))
    return structure


def _stamp(
    bench: StampingBench,
    pages: Sequence[BoundPage],
    layout: PackLayout,
    style: HouseStyle,
    guard: Guard,
) -> None:
    items = layout.item_starts
    marked = {
        number: guard.markings[paper.id]
        for paper in layout.plan.papers
        if not paper.public
        for number in range(layout.papers[paper.id].first, layout.papers[paper.id].last + 1)
    }
    moves = {}
    for bound, label in zip(pages, layout.stamped, strict=True):
        item, marking = items.get(bound.number), marked.get(bound.number, "")
        stamps = page_stamps(style, label, item, marking=marking)
        move = bench.stamp(bound, stamps)
        if move is not None:
            moves[bound.page.objgen] = move
    if moves:
        move_destinations((bound.page for bound in pages), moves)


def _identity(front: bytes, layout: PackLayout, style: HouseStyle) -> bytes:
    """Return 16 bytes that follow from all that the pack is made of."""
    digest = hashlib.sha256(front)
    digest.update(repr((layout.stamped, layout.blanks, style)).encode())
    for paper in layout.plan.papers:
        if paper.version:
            digest.update(paper.version.normalised_sha256.encode())
    return digest.digest()[:16]


def _save(pdf: Pdf, parts: Sequence[HungPart], out: Path, guard: Guard) -> None:
    """Write the file, and its structure behind it; no stream is decoded, none compressed.

    A pack that will be locked is made in memory: on the disk it must never lie open.
    """
    if not guard.password:
        _write(pdf, out)
        with out.open("r+b") as file:
            append_structure(file, parts)
        return
    with io.BytesIO() as open_pack:
        _write(pdf, open_pack)
        append_structure(open_pack, parts)
        open_pack.seek(0)
        with Pdf.open(open_pack) as whole:
            _write(whole, out, lock(guard.password))


def _write(pdf: Pdf, to: Path | io.BytesIO, key: Encryption | None = None) -> None:
    try:
        pdf.save(
            to,
            min_version="1.7",
            # A lock cannot be put on streams left exactly as they are; qpdf keeps compressed ones
            compress_streams=key is not None,
            stream_decode_level=None if key else StreamDecodeLevel.none,
            object_stream_mode=ObjectStreamMode.generate,
            # Keeps our identifier; a "deterministic" one would hash the file: 0.9 s for 460 MB
            static_id=True,
            encryption=key or False,
        )
    except PikepdfError as error:
        raise WorkspaceDamaged(
            "A paper's file could not be read while the pack was written. Check the workspace, "
            "file the papers it names again, then build the pack."
        ) from error
