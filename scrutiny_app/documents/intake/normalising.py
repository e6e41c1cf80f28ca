"""One PDF made safe for binding: scrubbed, mended, levelled, and written so that bytes repeat."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import ObjectStreamMode, Page, Pdf, StreamDecodeLevel

from scrutiny_app.documents.intake import content, forms, layers, page_marks, structure
from scrutiny_app.documents.intake.bookmarks import read_bookmarks
from scrutiny_app.documents.intake.destinations import Destinations
from scrutiny_app.documents.intake.engine import ENGINE
from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.forms import Answer
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.opening import note_repairs, opened
from scrutiny_app.documents.intake.page_boxes import set_boxes_right
from scrutiny_app.documents.intake.page_tree import check_page_tree, flatten_page_tree
from scrutiny_app.documents.intake.scrubbing import scrub
from scrutiny_app.documents.intake.tagging import Tagging, settle_tags
from scrutiny_app.documents.intake.text import one_line
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.paper import Bookmark

__all__ = ["ENGINE", "Normalised", "normalise"]

_RESAVE = "Ask its author to save it as PDF again."
_LONGEST_TITLE = 300
_LONGEST_LANGUAGE = 35  # Source: RFC 5646 section 4.4.1


@dataclass(frozen=True, slots=True)
class Normalised:
    """What the PDF told while it was made safe."""

    title: str
    language: str
    tagging: Tagging
    bookmarks: tuple[Bookmark, ...]
    fonts_missing: tuple[str, ...]
    answers: tuple[Answer, ...]


def normalise(original: Path, to: Path, limits: Limits, findings: Findings) -> Normalised:
    """Write the safe form of ``original`` to ``to``; the same input gives the same bytes.

    Raises:
        PaperRefused: with the reason and what to do next.
        OSError: the safe form cannot be written.
    """
    try:
        with opened(original, findings) as pdf:
            told = _make_safe(pdf, limits, findings)
            pdf.save(
                to,
                object_stream_mode=ObjectStreamMode.generate,
                stream_decode_level=StreamDecodeLevel.generalized,
                # Bytes repeat, and the paper folder names the file. With deterministic_id instead,
                # pikepdf 10.17 ends the whole process when the disk is full
                static_id=True,
            )
            _check_written(to, len(pdf.pages))
    except pikepdf.PikepdfError as error:
        raise PaperRefused(f"part of it is damaged and cannot be read. {_RESAVE}") from error
    return told


def _make_safe(pdf: Pdf, limits: Limits, findings: Findings) -> Normalised:
    """Change the open file into its safe form. The order matters; each step says what it needs."""
    check_page_tree(pdf, most=limits.pages)
    pages = flatten_page_tree(pdf)
    for number, page in enumerate(pages, start=1):
        set_boxes_right(page, number, findings)
    forms.refuse_live_form(pdf)
    page_marks.refuse_unapplied_redactions(pages)
    layers.refuse_hidden_layers(pdf, pages, findings)
    title, language = _title(pdf), one_line(pdf.Root.get_str("/Lang", ""))[:_LONGEST_LANGUAGE]
    # Places are looked up before the catalog that names them is scrubbed
    claimed = _claims_pdf_ua(pdf)
    destinations = Destinations(pdf, pages)
    bookmarks = read_bookmarks(pdf, destinations)
    # Drawing in comes before links are cleaned: it takes all that has a picture off the page
    redrawn = page_marks.take_away_notes(pages, findings)
    answers = forms.draw_in(pdf, pages, findings) if redrawn else ()
    page_marks.keep_safe_links(pages, destinations, findings, tagged="/StructTreeRoot" in pdf.Root)
    # Tags are judged once it is known which annotations they may still point to
    tagged = structure.keep_sound_tags(pdf, pages, redrawn=redrawn)
    scrub(pdf, pages, findings, tagged=tagged)
    fonts_missing = _check_content(pdf, pages, limits, findings)
    tagging = Tagging(tagged=False)
    if tagged:
        # Last, for only now is it known what the pages draw
        tagging = settle_tags(pdf, pages, claimed=claimed, fonts_missing=fonts_missing)
    note_repairs(pdf, findings)
    return Normalised(title, language, tagging, bookmarks, fonts_missing, answers)


def _check_content(
    pdf: Pdf, pages: list[Page], limits: Limits, findings: Findings
) -> tuple[str, ...]:
    """Read all content once and let go of what no page uses; return fonts not in the file."""
    content.balance_pages(pdf, pages, findings)
    fonts_missing = content.check_drawing(pdf, limits)
    # Pictures of pages cut from the file earlier may still hang on a shared list
    pdf.remove_unreferenced_resources()
    return fonts_missing


def _check_written(path: Path, pages: int) -> None:
    """Return quietly when the file just written reads back as it should, without any mending.

    Raises:
        PaperRefused: it does not.
    """
    with pikepdf.open(path, attempt_recovery=False) as written:
        if len(written.pages) != pages or written.get_warnings():
            raise PaperRefused(f"its pages do not survive being mended. {_RESAVE}")


def _title(pdf: Pdf) -> str:
    """The title the file gives itself, from its newer details or its older ones."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as details:
        newer = str(details.get("dc:title", ""))
    older = pdf.docinfo.get_str("/Title", "") if "/Info" in pdf.trailer else ""
    # LibreOffice 7.4 escapes an apostrophe in the newer ones twice
    told = older if html.unescape(newer) == older else newer or older
    return one_line(told)[:_LONGEST_TITLE]


def _claims_pdf_ua(pdf: Pdf) -> bool:
    """Whether the file says that it keeps to PDF/UA-1."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as details:
        return str(details.get("pdfuaid:part", "")) == "1"
