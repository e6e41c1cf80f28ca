"""What tags cost in our own drawing: a long report, tagged, beside plain ReportLab.

    python benchmarks/report.py

Both draw the same headings, paragraphs, lists and tables in the same type, in a process each.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from side_by_side import Contender, compare

BASE = "ReportLab's platypus, no tags"
SECTIONS = 40
WORDS = (
    "The Committee asked how many families had been waiting for longer than a month, what had "
    "been done to see them sooner, and when it would be told whether that had worked. "
) * 3
POINTS = tuple(f"What was asked of service {number}, and what it answered" for number in range(6))
ROWS = tuple(
    (f"Service {number}", f"{number * 17}", f"{number * 1.3:.1f}%", "On time")
    for number in range(12)
)
HEADINGS = ("Service", "Families", "Change", "How it stands")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--draw", choices=("tagged", "plain"), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.draw:
        {"tagged": draw_tagged, "plain": draw_plain}[asked.draw](asked.out)
        return
    with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
        out = Path(folder) / "out.pdf"
        draw = (sys.executable, __file__, "--out", str(out), "--draw")
        contenders = [
            Contender(BASE, [(*draw, "plain")], out),
            Contender("our report, tagged (PDF/UA-1)", [(*draw, "tagged")], out),
        ]
        compare(contenders, base=BASE, rounds=asked.rounds)


def draw_tagged(out: Path) -> None:
    """Draw the report as the program does."""
    from scrutiny_app.documents import blocks
    from scrutiny_app.documents.pdf.drawing import draw_pdf
    from scrutiny_app.rulebook.house_styles import house_style

    def cells(texts: tuple[str, ...]) -> tuple[blocks.Cell, ...]:
        return tuple(blocks.Cell((blocks.plain(text),)) for text in texts)

    parts: list[blocks.Block] = [blocks.Title(blocks.plain("A long report"))]
    for number in range(1, SECTIONS + 1):
        parts += (
            blocks.Heading(1, blocks.plain("Families who wait"), number=str(number)),
            blocks.NumberedParagraph(f"{number}.1", blocks.plain(WORDS)),
            blocks.ListBlock(blocks.Marker.BULLET, tuple(map(blocks.plain, POINTS))),
            blocks.Table((blocks.Column(1),) * 4, (cells(HEADINGS), *map(cells, ROWS))),
        )
    document = blocks.Document("A long report", "Kelsham", tuple(parts), page_numbers=True)
    out.write_bytes(draw_pdf(document, house_style("neutral")).data)


def draw_plain(out: Path) -> None:
    """Draw it with ReportLab's own paragraphs and tables."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Table

    from scrutiny_app.documents.pdf.fonts import font_file

    pdfmetrics.registerFont(TTFont("Plain", font_file("Arimo")))
    pdfmetrics.registerFont(TTFont("Bold", font_file("Arimo", bold=True)))
    body = ParagraphStyle("body", fontName="Plain", fontSize=12, leading=16, spaceAfter=8)
    head = ParagraphStyle("head", parent=body, fontName="Bold", fontSize=14)
    parts: list[object] = [Paragraph("A long report", head)]
    for number in range(1, SECTIONS + 1):
        rows = [[Paragraph(text, body) for text in row] for row in (HEADINGS, *ROWS)]
        parts += (
            Paragraph(f"{number} Families who wait", head),
            Paragraph(f"{number}.1 {WORDS}", body),
            ListFlowable([Paragraph(point, body) for point in POINTS], bulletType="bullet"),
            Table(rows, repeatRows=1),
        )
    SimpleDocTemplate(str(out)).build(parts)


if __name__ == "__main__":
    main()
