"""One paper by itself, stamped with the numbers it has in the pack."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from pikepdf import Name, Pdf

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import PaperId


def bind_loose_paper(
    title: str, layout: PackLayout, papers: Mapping[PaperId, Path], style: HouseStyle, out: Path
) -> None:
    """Write a layout that has no front sheet to ``out``, under a title of its own.

    Raises:
        WorkspaceDamaged: the paper's file cannot be read, or has not the pages it was filed with.
        OSError: ``out`` cannot be written.
    """
    bind_pack(_no_front_sheet(title), layout, papers, style, out)


def _no_front_sheet(title: str) -> bytes:
    """Return a PDF without a page that says only its title, which the pack then has."""
    buffer = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.docinfo[Name.Title] = title
        pdf.save(buffer)
    return buffer.getvalue()
