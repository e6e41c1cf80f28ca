"""An outsider's PDF, opened: mended if it was damaged, unlocked if nothing was needed to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import MEBIBYTE, Limits
from scrutiny_app.domain.errors import PaperRefused

# Above this the file is read in pieces: a mapped file would count against the memory limit
_MAPPED_UP_TO = 256 * MEBIBYTE
# Real papers use two or three ([/ASCII85Decode /FlateDecode /DCTDecode])
_FILTERS_ON_A_STREAM = 6


def set_reading_limits(limits: Limits) -> None:
    """Tell qpdf, for this whole process, what one stream may unpack to.

    Its limit on warnings stays unset: with it, qpdf lists all pages while it opens a file, before
    anybody could look whether there are a million.
    """
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=limits.unpacked,
        png_max_memory=limits.unpacked,
        tiff_max_memory=limits.unpacked,
        run_length_max_memory=limits.unpacked,
        dct_max_memory=limits.unpacked,
        max_stream_filters=_FILTERS_ON_A_STREAM,
    )


@contextmanager
def opened(path: Path, findings: Findings) -> Iterator[Pdf]:
    """Open a PDF with the empty password.

    Raises:
        PaperRefused: locked, or damaged beyond what qpdf mends.
    """
    mapped = path.stat().st_size <= _MAPPED_UP_TO
    mode = pikepdf.AccessMode.mmap if mapped else pikepdf.AccessMode.stream
    try:
        # Inherited attributes are handed down later, once the page tree is known to be sane
        pdf = pikepdf.open(path, inherit_page_attributes=False, access_mode=mode)
    except pikepdf.PasswordError as error:
        raise PaperRefused(
            "it is locked with a password. Ask its author for an open copy."
        ) from error
    except pikepdf.PikepdfError as error:
        raise _refusal(error) from error
    with pdf:
        if pdf.is_encrypted:
            findings.took_out("restrictions on copying and printing")
        yield pdf


def note_repairs(pdf: Pdf, findings: Findings) -> None:
    """Say so when qpdf had to mend the file to read it."""
    if pdf.get_warnings():
        findings.repaired = True
        findings.warn(
            "The file was damaged and has been mended. "
            "Look through its pages before the pack goes out."
        )


def _refusal(error: pikepdf.PikepdfError) -> PaperRefused:
    """Say what keeps a file from being opened."""
    words = str(error)
    if "encryption" in words or "encrypt" in words.lower():
        return PaperRefused(
            "it is protected by a certificate or a rights service. Ask its author for an open copy."
        )
    if "memory limit" in words:
        return PaperRefused(
            "its inner tables unpack to far more than its pages could need, "
            "which only a damaged or hostile file does. Do not open it elsewhere; "
            "ask its author for a new copy."
        )
    return PaperRefused(
        "it is damaged beyond repair, or only part of it arrived. Ask its author to send it again."
    )
