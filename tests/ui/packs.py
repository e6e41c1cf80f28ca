"""A pack drawn for the reader's tests: what packs have, in forty pages."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PAGES = 40
ITEMS = {1: "Apologies", 2: "Minutes", 9: "Improvement", 19: "Budget", 31: "Work programme"}
ADDRESS = "https://kelsham.example/agenda"


def write_pack(path: Path, pages: int = PAGES) -> Path:
    """Write the pack: its first page links to each item and to an address."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle("Kelsham pack")
    numbers = {page: number for number, page in enumerate(ITEMS, start=1)}
    for page in range(1, pages + 1):
        canvas.bookmarkPage(f"page-{page}", fit="XYZ", left=0, top=A4[1], zoom=0)
        if page in ITEMS:
            canvas.addOutlineEntry(f"{numbers[page]}. {ITEMS[page]}", f"page-{page}", level=0)
        if page == 1:
            _front_sheet(canvas)
        canvas.drawString(72, 500, f"This is page {page} of the pack.")
        if page % 10 == 9:
            canvas.drawString(72, 480, "Average caseloads have fallen")
            canvas.drawString(72, 466, "again this year.")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        # Labels of a supplement: the last ten pages are 30A, 30B ...
        pdf.Root.PageLabels = pikepdf.Dictionary(
            Nums=[
                *(0, pikepdf.Dictionary(S=pikepdf.Name.D)),
                *(30, pikepdf.Dictionary(S=pikepdf.Name.A, P=pikepdf.String("30"))),
            ]
        )
        pdf.save(path)
    return path


def _front_sheet(canvas: Canvas) -> None:
    for line, (page, title) in enumerate(ITEMS.items()):
        height = 700 - 20 * line
        canvas.drawString(72, height, title)
        canvas.linkAbsolute("", f"page-{page}", (72, height - 4, 200, height + 12))
    canvas.drawString(72, 560, "On the web")
    canvas.linkURL(ADDRESS, (72, 556, 200, 572))
