"""The Word templates that ship are what our code writes, and fill as the PDF is drawn."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import _Cell

from scrutiny_app.documents.docx.styles import NAMES
from scrutiny_app.domain.report import ReportKind
from scrutiny_app.jobs.draw_report import draw_report
from scrutiny_app.jobs.write_starter import write_starter
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.report_templates import report_folder, report_kinds

KINDS = [one.kind for one in report_kinds()]
LARGEST = 30_000  # bytes


def parts(file: Path) -> dict[str, bytes]:
    # Not the file's own bytes: another zlib packs the same text otherwise
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("kind", report_kinds(), ids=lambda one: one.kind)
def test_the_template_in_a_kinds_folder_is_what_our_code_writes(
    kind: ReportKind, tmp_path: Path
) -> None:
    *_, stored = report_folder(kind.kind)
    write_starter(kind, tmp_path / "template.docx")
    assert parts(stored) == parts(tmp_path / "template.docx"), (
        "run packaging/word_templates.py with the Python of .venv"
    )
    assert stored.stat().st_size < LARGEST


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_filled_from_the_example_looks_as_the_program_draws_it(
    kind: str, tmp_path: Path
) -> None:
    sample = resource("templates", kind, "sample.toml")
    *_, stored = report_folder(kind)
    draw_report(sample, tmp_path / "filled.docx", template=stored)
    draw_report(sample, tmp_path / "drawn.docx")
    filled, drawn = (lines(tmp_path / name) for name in ("filled.docx", "drawn.docx"))
    assert {style for style, _ in filled} <= {*NAMES, "Normal"}
    # Every section under its heading, every list and every table below it, in the same styles
    first = next(place for place, (style, _) in enumerate(drawn) if "Heading 1" in style)
    assert [one for one in drawn[first:] if one not in filled] == []
    assert tables(tmp_path / "filled.docx") == tables(tmp_path / "drawn.docx")


def lines(file: Path) -> list[tuple[str, str]]:
    """Every paragraph of the text outside tables: its style and its words."""
    word = docx.Document(io.BytesIO(file.read_bytes()))
    return [
        (one.style.name or "", " ".join(one.text.split()))
        for one in word.paragraphs
        if one.style and one.text.strip()
    ]


def cell_text(cell: _Cell) -> str:
    """The words of a cell, links among them."""
    return "".join(one.text or "" for one in cell._tc.iter(qn("w:t")))


def tables(file: Path) -> list[tuple[str, list[str]]]:
    """Every table: its style and the words of its cells, but for how those are strung together."""
    word = docx.Document(io.BytesIO(file.read_bytes()))
    return [
        (
            (table.style.name if table.style else "") or "",
            [
                "".join(cell_text(cell).replace(",", "").split())
                for row in table.rows
                for cell in row.cells
            ],
        )
        for table in word.tables
    ]
