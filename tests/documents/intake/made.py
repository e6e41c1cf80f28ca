"""Papers made in the test's own process: for files of our own making that do no harm."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.taking_in import make_paper
from scrutiny_app.domain.paper import PaperFacts


@dataclass(frozen=True, slots=True)
class Made:
    """A paper: its facts, its words, its normalised file and that file unpacked."""

    facts: PaperFacts
    texts: tuple[str, ...]
    path: Path
    plain: bytes

    def open(self) -> pikepdf.Pdf:
        """The normalised file."""
        return pikepdf.open(self.path)


def made(folder: Path, data: bytes) -> Made:
    """Take a file in without a child."""
    original, normalised = folder / "original.pdf", folder / "normalised.pdf"
    original.write_bytes(data)
    facts, texts = make_paper(original, normalised, Limits())
    plain = folder / "plain.pdf"
    with pikepdf.open(normalised) as pdf:
        pdf.save(plain, qdf=True, stream_decode_level=pikepdf.StreamDecodeLevel.specialized)
    return Made(facts, texts, normalised, plain.read_bytes())


def pixels(path: Path, *, marks: bool = True) -> bytes:
    """The first page as pdfium draws it, with or without what lies on top; one byte a dot."""
    with pypdfium2.PdfDocument(path) as document:
        return bytes(document[0].render(scale=0.5, grayscale=True, draw_annots=marks).buffer)
