"""An office paper made ready for a converter: checked, cut off from outside, its markup settled."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.date_fields import (
    warn_of_open_document_dates,
    warn_of_word_dates,
)
from scrutiny_app.documents.intake.office.markup import refuse_marks, warn_of_marks
from scrutiny_app.documents.intake.office.open_document_links import cut_off_open_document
from scrutiny_app.documents.intake.office.open_document_markup import (
    find_open_document_marks,
    settle_open_document,
)
from scrutiny_app.documents.intake.office.package import Package, beside
from scrutiny_app.documents.intake.office.word_final_text import settle_word
from scrutiny_app.documents.intake.office.word_links import cut_off_word
from scrutiny_app.documents.intake.office.word_marks import find_word_marks
from scrutiny_app.documents.intake.office.word_styles import WordStyles
from scrutiny_app.documents.intake.office.xml_part import local
from scrutiny_app.domain.errors import PaperRefused

_CONTENT_TYPES = "[Content_Types].xml"
_STYLES = "word/styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_MIMETYPE = "mimetype"
_EMPTY_LIBRARIES = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")


def prepare_word(path: Path, to: Path, limits: Limits, findings: Findings, *, final: bool) -> None:
    """Write a Word document, or a template as a document, ready for a converter.

    Raises:
        PaperRefused: it is hostile, holds macros, or holds markup and ``final`` is not wished.
    """
    with Package(path, limits) as package:
        _require_word(package)
        _refuse_macros(package)
        cut_off_word(package, findings)
        styles = WordStyles(package.xml(_STYLES) if _STYLES in package else None)
        warn_of_word_dates(package, styles, findings)
        marks = find_word_marks(package, styles)
        if not final:
            refuse_marks(marks)
        elif marks:
            settle_word(package, styles)
            warn_of_marks(marks, findings)
            findings.marked_up = True
        _replace_text(package, _CONTENT_TYPES, b".template.main+xml", b".document.main+xml")
        package.write(to)


def open_final_word(path: Path, limits: Limits) -> Package:
    """Return a Word document as its author means it to be read in the end; close it after use.

    Raises:
        PaperRefused: it is hostile or holds macros.
    """
    package = Package(path, limits)
    try:
        _require_word(package)
        _refuse_macros(package)
        settle_word(package, WordStyles(package.xml(_STYLES) if _STYLES in package else None))
    except BaseException:
        package.close()
        raise
    return package


def prepare_open_document(
    path: Path, to: Path, limits: Limits, findings: Findings, *, final: bool
) -> None:
    """Write an OpenDocument text, or a template as a text, ready for a converter.

    Raises:
        PaperRefused: it is hostile, locked, holds macros, or holds markup and ``final`` is not
            wished.
    """
    with Package(path, limits) as package:
        _refuse_locked(package)
        _refuse_macros(package)
        package.read("content.xml")
        cut_off_open_document(package, findings)
        warn_of_open_document_dates(package, findings)
        marks = find_open_document_marks(package)
        if not final:
            refuse_marks(marks)
        elif marks:
            settle_open_document(package)
            warn_of_marks(marks, findings)
            findings.marked_up = True
        for name in (_MIMETYPE, _MANIFEST):
            _replace_text(package, name, b".text-template", b".text")
        package.write(to)


def check_attachment(path: Path, limits: Limits) -> None:
    """Return quietly when a spreadsheet or presentation can be kept.

    Raises:
        PaperRefused: it is hostile, locked or holds macros.
    """
    with Package(path, limits) as package:
        _refuse_locked(package)
        _refuse_macros(package)


def main_part(package: Package) -> str:
    """Return the name of the part that holds a document's text.

    Raises:
        PaperRefused: none is named.
    """
    relationships = package.xml("_rels/.rels")
    targets = [
        beside("", one.get("Target", ""))
        for one in relationships
        if one.get("Type", "").endswith("/officeDocument")
    ]
    if not targets:
        raise PaperRefused(
            "it lacks the part that holds its text. Ask its author to save it and send it again."
        )
    return targets[0]


def _require_word(package: Package) -> None:
    """Refuse an archive that names no main part, or one that is not there."""
    main = main_part(package)
    package.read(_CONTENT_TYPES)
    package.read(main)


def _refuse_macros(package: Package) -> None:
    """Refuse programs: in Office by part or content type, in OpenDocument by folder."""
    types = package.read(_CONTENT_TYPES) if _CONTENT_TYPES in package else b""
    by_type = b"macroenabled" in types.lower() or b"vbaproject" in types.lower()
    if by_type or any(_is_macro(name) for name in package.names):
        raise PaperRefused(
            "it holds macros, which are programs. Save it without them (in Word: as .docx), or "
            "save it as PDF, and add that file."
        )


def _is_macro(name: str) -> bool:
    folder, _, file = name.lower().rpartition("/")
    if folder.startswith("basic"):
        return file not in _EMPTY_LIBRARIES
    return folder.startswith("scripts") or "vbaproject" in file or file == "vbadata.xml"


def _refuse_locked(package: Package) -> None:
    """Refuse an OpenDocument file whose parts are encrypted."""
    if _MANIFEST not in package:
        return
    manifest = package.xml(_MANIFEST)
    if any(local(one) == "encryption-data" for one in manifest.iter()):
        raise PaperRefused("it is locked with a password. Ask its author for an open copy.")


def _replace_text(package: Package, name: str, old: bytes, new: bytes) -> None:
    """Exchange bytes in a part, if the part is there."""
    if name in package:
        package.replace(name, package.read(name).replace(old, new))
