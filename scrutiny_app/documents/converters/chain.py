"""Which converters this machine has, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scrutiny_app.documents.converters.converter import ConversionFailed, Converter
from scrutiny_app.documents.converters.libre_office import LibreOffice, find_soffice
from scrutiny_app.documents.converters.word import Word, word_is_installed
from scrutiny_app.domain.errors import PaperRefused


def usual_converters(room: Path) -> tuple[Converter, ...]:
    """Return Word where there is one, then LibreOffice; ``room`` is a folder for what they keep.

    Word comes first because it lays its own documents out as their authors saw them.
    """
    found: list[Converter] = [Word()] if word_is_installed() else []
    program = find_soffice()
    if program is not None:
        found.append(LibreOffice(program, room))
    return tuple(found)


def convert(
    converters: Sequence[Converter], document: Path, made: Path, *, kind: str, seconds: float
) -> str:
    """Have the first converter that can write ``made``; return its name and version.

    ``kind`` is what the document is, for the sentence: "a Word document".

    Raises:
        PaperRefused: there is none, or none of them can; starting in lower case, to follow the
            paper's name.
    """
    if not converters:
        raise PaperRefused(
            f"it is {kind}, and this computer has no program that makes a PDF of it. Install "
            "LibreOffice and load it again, or save it as PDF and add that file."
        )
    failures: list[str] = []
    for converter in converters:
        try:
            converter.convert(document, made, seconds=seconds)
        except ConversionFailed as failure:
            failures.append(f"{converter.name} {failure}")
        else:
            return converter.name
    raise PaperRefused(
        f"it is {kind}, and {' and '.join(failures)}. Open it in the program that made it, save "
        "it as PDF and add that file."
    )
