"""The twenty rows as files of every kind that a council may send, all made by code."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from scrutiny_app.domain.budget.figures import in_millions, in_posts
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from tests.budgets import YEARS, the_twenty

HEADINGS = (
    "Proposal Reference",
    "Option Type",
    "Title",
    "Narrative",
    *(f"{year.label} £m" for year in YEARS),
    "Cumulative Impact £m",
    "Staffing FTE",
)
WIDTHS = (70, 60, 100, 180, 55, 55, 55, 55, 65, 50)
LEFT, TOP, LINE = 40.0, 555.0, 11.0


def texts(one: BudgetProposal) -> tuple[str, ...]:
    """The cells of a proposal's row as a paper prints them."""
    assert one.cumulative is not None
    return (
        one.reference,
        one.option_text,
        one.title,
        one.narrative,
        *(year.amount.text for year in one.years),
        in_millions(one.cumulative.pounds),
        in_posts(one.posts.fte),
    )


def sections(whole: ProposalSet) -> list[tuple[str, list[tuple[str, list[BudgetProposal]]]]]:
    """Services with their groups, in printed order."""
    found: dict[str, dict[str, list[BudgetProposal]]] = {}
    for one in whole.proposals:
        group = f"Officer Proposals for {one.consultation.value.title()} Consultation"
        found.setdefault(one.service, {}).setdefault(group, []).append(one)
    return [(service, list(groups.items())) for service, groups in found.items()]


def as_csv(
    folder: Path,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8-sig",
    order: Sequence[int] | None = None,
    head: Iterable[str] = (),
    totals: bool = False,
) -> Path:
    """A CSV with services and groups as columns, in any order of columns."""
    rows = [["Service", "Consultation", *HEADINGS]]
    for service, groups in sections(the_twenty()):
        for group, members in groups:
            rows += [[service, group, *texts(one)] for one in members]
    if totals:
        rows.append(["", "", "Total", "", "", "", "(2.317)", "(3.081)", "(0.039)", "0.000",
                     "(5.435)", "(26)"])  # fmt: skip
    order = order or range(len(rows[0]))
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerows([line] for line in head)
    writer.writerows([row[place] for place in order] for row in rows)
    path = folder / "budget.csv"
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def as_xlsx(folder: Path) -> Path:
    """A workbook with a sheet a service, real numbers, and a formula for each total."""
    import xlsxwriter

    path = folder / "budget.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for service, groups in sections(the_twenty()):
            sheet = book.add_worksheet(service)
            sheet.write_string(0, 0, f"{service} budget reduction proposals 2024/25:")
            sheet.write_row(1, 0, HEADINGS)
            row = 2
            for group, members in groups:
                sheet.merge_range(row, 0, row, len(HEADINGS) - 1, group)
                for one in members:
                    row += 1
                    for column, text in enumerate(texts(one)[:4]):
                        sheet.write_string(row, column, text)
                    for column, year in enumerate(one.years, start=4):
                        sheet.write_number(row, column, year.amount.pounds / 1_000_000)
                    cells = f"=E{row + 1}+F{row + 1}+G{row + 1}+H{row + 1}"
                    sheet.write_formula(row, 8, cells, None, one.stated / 1_000_000)
                    sheet.write_number(row, 9, float(one.posts.fte))
                row += 1
    return path


def as_docx(folder: Path) -> Path:
    """A report with a table a service, groups in rows whose cells are joined."""
    import docx

    document = docx.Document()
    document.add_paragraph("2. Information Only:")
    for service, groups in sections(the_twenty()):
        document.add_paragraph(f"{service} budget reduction officer proposals 2024/25:")
        table = document.add_table(1, len(HEADINGS))
        for cell, text in zip(table.rows[0].cells, HEADINGS, strict=True):
            cell.text = text
        for group, members in groups:
            cells = table.add_row().cells
            cells[0].merge(cells[-1]).text = group
            for one in members:
                for cell, text in zip(table.add_row().cells, texts(one), strict=True):
                    cell.text = text
    path = folder / "budget.docx"
    document.save(str(path))
    return path


def as_pdf(folder: Path, *, ruled: bool, turned: bool = False) -> Path:
    """A PDF of several landscape pages, its table in rules or with white between its columns."""
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "budget.pdf"
    canvas = Canvas(str(path), pagesize=(842, 595), invariant=1)
    for service, groups in sections(the_twenty()):
        y = _top(canvas, f"{service} budget reduction officer proposals 2024/25:", ruled=ruled)
        for group, members in groups:
            y = _across(canvas, group, y, ruled=ruled)
            for one in members:
                y = _row(canvas, texts(one), y, ruled=ruled)
                if y < 120:
                    canvas.showPage()
                    y = _top(canvas, "", ruled=ruled)
        canvas.showPage()
    canvas.save()
    if turned:
        _turn(path)
    return path


def _turn(path: Path) -> None:
    """Lay every page on its side in the file and have viewers turn it back."""
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.MediaBox = [0, 0, 595, 842]
            page.contents_add(b"0 1 -1 0 595 0 cm", prepend=True)
            page.Rotate = 90
        pdf.save(path)


def _top(canvas: object, caption: str, *, ruled: bool) -> float:
    canvas.setFont("Helvetica", 9)  # type: ignore[attr-defined]
    canvas.drawString(LEFT, TOP + 12, caption)  # type: ignore[attr-defined]
    return _row(canvas, HEADINGS, TOP, ruled=ruled)


def _across(canvas: object, text: str, y: float, *, ruled: bool) -> float:
    canvas.drawString(LEFT + 3, y - LINE, text)  # type: ignore[attr-defined]
    if ruled:
        canvas.rect(LEFT, y - LINE - 6, sum(WIDTHS), LINE + 6)  # type: ignore[attr-defined]
    return y - LINE - (6 if ruled else 14)


def _row(canvas: object, cells: Sequence[str], y: float, *, ruled: bool) -> float:
    wrapped = [_wrapped(text, width) for text, width in zip(cells, WIDTHS, strict=True)]
    height = LINE * max(map(len, wrapped)) + 6
    x = LEFT
    for place, (lines, width) in enumerate(zip(wrapped, WIDTHS, strict=True)):
        for number, line in enumerate(lines, start=1):
            if place > 3:
                canvas.drawRightString(x + width - 8, y - LINE * number, line)  # type: ignore[attr-defined]
            else:
                canvas.drawString(x + 3, y - LINE * number, line)  # type: ignore[attr-defined]
        if ruled:
            canvas.rect(x, y - height, width, height)  # type: ignore[attr-defined]
        x += width
    return y - height - (0 if ruled else 8)


def _wrapped(text: str, width: float) -> list[str]:
    from reportlab.lib.utils import simpleSplit

    return simpleSplit(text, "Helvetica", 9, width - 14) or [""]
