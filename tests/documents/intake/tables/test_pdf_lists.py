"""Lists in the cells of a PDF's table, and the text below it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.programme.importing import preview_programme
from scrutiny_app.domain.read_table import CellLine, TableFile

TOP, LINE = 560, 14
Row = tuple[str, tuple[tuple[str, float, bool], ...]]


def a_page(canvas: Canvas, rows: tuple[Row, ...], below: tuple[str, ...]) -> None:
    """Draw a ruled table of two columns, lines of the second at their indent, and text below."""
    y = TOP
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(50, TOP + 20, "Work Programme 2026/27")
    for date, lines in (("Date", (("Items", 0.0, True),)), *rows):
        height = LINE * len(lines) + 6
        canvas.rect(50, y - height, 100, height)
        canvas.rect(150, y - height, 600, height)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(55, y - LINE, date)
        for number, (text, indent, bold) in enumerate(lines, start=1):
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
            canvas.drawString(155 + indent, y - LINE * number, text)
        y -= height
    canvas.setFont("Helvetica", 10)
    for number, text in enumerate(below, start=1):
        canvas.drawString(50, y - 30 - LINE * number, text)
    canvas.showPage()


@pytest.fixture
def file(warm_child: IntakeChild, tmp_path: Path) -> TableFile:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(842, 595))
    first = (
        (
            "24 September",
            (
                ("\u2022 Rents", 0, True),
                ("To scrutinise rents, how they are set and how", 10, False),
                ("they are collected", 10, False),
                ("\u2022 Arrears", 10, False),
                ("\u2022 Fees", 0, True),
            ),
        ),
        ("22 October", (("\u2022 Parks", 0, True),)),
    )
    second = (("", (("To consider the parks", 10, False), ("\u2022 Trees", 0, True))),)
    a_page(canvas, first, ())
    a_page(
        canvas, second, ("* Parks in every programme, scheduled for the October", "meeting", "2")
    )
    canvas.save()
    path = tmp_path / "programme.pdf"
    path.write_bytes(made.getvalue())
    return warm_child.read_tables(path)


def test_bold_titles_and_points_keep_their_place_in_the_list(file: TableFile) -> None:
    assert file.tables[0].rows[1][1].lines == (
        CellLine("Rents", bold=True, level=1),
        CellLine("To scrutinise rents, how they are set and how they are collected"),
        CellLine("Arrears", level=2),
        CellLine("Fees", bold=True, level=1),
    )


def test_a_programme_goes_on_over_the_page_to_its_footnotes(file: TableFile) -> None:
    preview = preview_programme(file, "2026/27")
    assert [(one.title, one.purpose, one.sub_points) for one in preview.items] == [
        ("Rents", "To scrutinise rents, how they are set and how they are collected", ("Arrears",)),
        ("Fees", "", ()),
        ("Parks", "To consider the parks", ()),
        ("Trees", "", ()),
    ]
    assert preview.footnotes == ("* Parks in every programme, scheduled for the October meeting",)
    assert preview.items[2].recurs_in == 10
