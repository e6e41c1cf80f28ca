"""Tables of outsiders' files: Word, spreadsheets and text between delimiters."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import xlsxwriter

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.read_table import CellLine, ReadTable
from tests.documents.intake.office import office_files

Read = Callable[[str, bytes], tuple[ReadTable, ...]]

BULLET = '<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>'
BELOW = '<w:pPr><w:pStyle w:val="ListBullet2"/></w:pPr>'


def texts(table: ReadTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def said(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def read(warm_child: IntakeChild, tmp_path: Path) -> Read:
    def reading(name: str, data: bytes) -> tuple[ReadTable, ...]:
        path = tmp_path / name
        path.write_bytes(data)
        return warm_child.read_tables(path).tables

    return reading


def test_a_word_table_keeps_what_is_bold_and_what_is_a_point_of_a_list(
    warm_child: IntakeChild, tmp_path: Path
) -> None:
    item = (
        f"<w:p>{BULLET}<w:r><w:rPr><w:b/></w:rPr><w:t>Young carers</w:t></w:r>"
        "<w:r><w:br/></w:r><w:r><w:t>To scrutinise support</w:t></w:r></w:p>"
    )
    row = cell(said("21 May")) + cell(item + said("Waiting times", BELOW))
    table = f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"
    path = tmp_path / "programme.docx"
    path.write_bytes(office_files.docx(said("Work Programme") + table + said("* see below")))
    file = warm_child.read_tables(path)
    (only,) = file.tables
    assert only.before == ("Work Programme",)
    assert file.after == ("* see below",)
    assert only.rows[0][1].place == "table 1, row 1, column 2"
    assert only.rows[0][1].lines == (
        CellLine("Young carers", bold=True, level=1),
        CellLine("To scrutinise support"),
        CellLine("Waiting times", level=2),
    )


def test_cells_that_span_leave_empty_places_so_that_columns_stay_in_line(read: Read) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:tbl><w:tr>{cell(said('Savings'), wide)}{cell(said('Total'))}</w:tr>"
        f"<w:tr>{cell(said('May'), start)}{cell(said('a'))}{cell(said('b'))}</w:tr>"
        f"<w:tr>{cell(said('May'), on)}{cell(said('c'))}{cell(said('d'))}</w:tr></w:tbl>"
    )
    (table,) = read("spans.docx", office_files.docx(body))
    assert texts(table) == [["Savings", "", "Total"], ["May", "a", "b"], ["", "c", "d"]]


def test_a_marked_up_word_table_is_read_as_its_final_text(read: Read) -> None:
    marked = (
        "<w:p><w:r><w:t>Fees</w:t></w:r>"
        '<w:del w:id="1" w:author="A"><w:r><w:delText> frozen</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:t> raised</w:t></w:r></w:ins></w:p>'
    )
    (table,) = read("marked.docx", office_files.docx(f"<w:tbl><w:tr>{cell(marked)}</w:tr></w:tbl>"))
    assert texts(table) == [["Fees raised"]]


@pytest.mark.parametrize(
    "data",
    [
        "Ref;Title;£m\nA1;Parks, paths;-0,5\n".encode(),
        "Ref\tTitle\t£m\nA1\tParks, paths\t-0,5\n".encode("utf-16"),
        "Ref|Title|£m\r\nA1|Parks, paths|-0,5\r\n".encode("cp1252"),
        '\ufeffRef,Title,£m\nA1,"Parks, paths","-0,5"\n'.encode(),
    ],
)
def test_delimiter_and_encoding_of_a_text_file_are_found_out(read: Read, data: bytes) -> None:
    (table,) = read("savings.csv", data)
    assert texts(table) == [["Ref", "Title", "£m"], ["A1", "Parks, paths", "-0,5"]]
    assert table.rows[1][2].place == "row 2, column 3"


def test_a_quotation_mark_without_a_partner_is_told_with_its_row(read: Read) -> None:
    with pytest.raises(PaperRefused, match=r"bad\.csv was not taken in: row 2 cannot be read"):
        read("bad.csv", b'Ref,Title\nA1,"Parks\nA2,Roads\n')


def test_a_workbook_gives_its_visible_sheets_each_cell_with_its_address(
    warm_child: IntakeChild, tmp_path: Path
) -> None:
    path = tmp_path / "savings.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Savings")
        sheet.write_row("B2", ["Ref", "=1+1", -0.015, 1200])
        sheet.write_datetime(
            "B3",
            xlsxwriter.utility.datetime.datetime(2026, 9, 24),
            book.add_format({"num_format": "dd/mm/yyyy"}),
        )
        book.add_worksheet("Notes").hide()
    (table,) = warm_child.read_tables(path).tables
    assert table.name == "sheet Savings"
    assert texts(table)[1] == ["", "Ref", "=1+1", "-0.015", "1200"]
    assert texts(table)[2][1] == "24 September 2026"
    assert table.rows[1][3].place == "cell D2"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("notes.docx", office_files.workbook(), "it is really an Excel workbook"),
        ("broken.xlsx", office_files.workbook()[:200], "damaged"),
        ("page.html", b"<html><table><tr><td>1</td></tr></table></html>", "whose tables cannot"),
        ("empty.csv", b"", "the file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(
    read: Read,
    name: str,
    data: bytes,
    why: str,
) -> None:
    with pytest.raises(PaperRefused, match=f"{name} was not taken in: .*{why}"):
        read(name, data)


SHEET = "xl/worksheets/sheet1.xml"


def a_sheet(cells: str, rows: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A workbook whose one sheet has these cells in its first row."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    book.add_worksheet("Budget")
    book.close()
    data = f'<row r="1">{cells}</row>{rows}'.encode()
    return office_files.rewritten(
        made.getvalue(),
        lambda name, part: (
            part.replace(b"<sheetData/>", b"<sheetData>" + data + b"</sheetData>")
            if name == SHEET
            else part
        ),
        parts or {},
    )


def test_a_formula_is_read_as_what_it_came_to_and_nothing_it_points_to_is_fetched(
    read: Read,
) -> None:
    link = office_files.external("externalLinkPath", "http://127.0.0.1:9/other.xlsx")
    linked = {
        "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": (
            f"<Relationships>{link}</Relationships>".encode()
        ),
    }
    cells = (
        '<c r="A1"><f>[1]Sheet1!A1*2</f><v>-1.5</v></c>'
        '<c r="B1" t="str"><f>HYPERLINK("http://127.0.0.1:9")</f><v>=cmd()</v></c>'
        '<c r="C1" t="str"><f>IF(A1,"")</f><v></v></c>'
    )
    (table,) = read("linked.xlsx", a_sheet(cells, parts=linked))
    assert texts(table) == [["-1.5", "=cmd()", ""]]


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ROWS = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(2, 20_002))
WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p/></w:tc>'


def an_open_sheet() -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return office_files.odt(parts={"mimetype": kind})


@pytest.mark.parametrize(
    ("name", "made", "why"),
    [
        (
            "new.xlsx",
            lambda: a_sheet('<c r="A1"><f>1-2</f></c>'),
            "cell A1 holds a formula that was never",
        ),
        ("new.xlsx", lambda: a_sheet('<c r="A1"><f>1-2</f><v/></c>'), "cell A1 holds a formula"),
        ("macro.xlsm", lambda: a_sheet("", parts={"xl/vbaProject.bin": b"x"}), "holds macros"),
        ("macro.xlsx", lambda: a_sheet("", parts={"xl/vbaProject.bin": b"x"}), "holds macros"),
        (
            "locked.xlsx",
            lambda: office_files.ole("EncryptionInfo", "EncryptedPackage"),
            "with a password",
        ),
        (
            "bomb.xlsx",
            lambda: office_files.with_zeros("xl/x.bin", 300, a_sheet("")),
            "unpacks to far more",
        ),
        (
            "bomb.ods",
            lambda: office_files.with_zeros("x.bin", 300, an_open_sheet()),
            "unpacks to far",
        ),
        ("long.xlsx", lambda: a_sheet('<c r="A1"><v>1</v></c>', ROWS), "20,001 rows and 1 columns"),
        (
            "far.xlsx",
            lambda: a_sheet('<c r="A1"><v>1</v></c>', FAR),
            "only a damaged or hostile file does",
        ),
        (
            "wide.docx",
            lambda: office_files.docx(f"<w:tbl><w:tr>{WIDE * 8000}</w:tr></w:tbl>"),
            "its tables have more than 500,000 cells",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_table_is_refused_by_the_child_and_the_next_file_is_read(
    read: Read, name: str, made: Callable[[], bytes], why: str
) -> None:
    with pytest.raises(PaperRefused, match=why):
        read(name, made())
    assert texts(read("next.csv", b"a,b\n1,2\n")[0]) == [["a", "b"], ["1", "2"]]
