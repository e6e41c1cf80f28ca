from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from scrutiny_app.documents.docx.drawing import draw_docx
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.programmes.process_document import process_document
from scrutiny_app.documents.programmes.process_picture import process_picture, process_steps
from scrutiny_app.documents.programmes.programme_document import (
    ProgrammeOrder,
    programme_document,
)
from scrutiny_app.documents.programmes.programme_sheet import programme_workbook
from scrutiny_app.documents.shapes import Label
from scrutiny_app.domain.programme.importing import preview_programme
from scrutiny_app.domain.programme.moves import move, set_stage
from scrutiny_app.domain.programme.programme import Stage
from scrutiny_app.jobs.programme.picture_process import picture_process
from scrutiny_app.jobs.read_table_file import read_table_file
from scrutiny_app.rulebook.prioritisation_methods import prioritisation_methods
from tests.documents.drawn import NEUTRAL, NOTTINGHAM, page_texts, parts
from tests.programmes import JANUARY, MARCH, NOVEMBER, TODAY, a_programme, an_entry
from tests.verapdf.validator import needs_verapdf, ua_verdicts


@pytest.fixture
def order() -> ProgrammeOrder:
    moved = move(an_entry("Rents", NOVEMBER), JANUARY, on=TODAY, reason="The audit is late")
    rejected = set_stage(an_entry("Zoo"), Stage.REJECTED, on=TODAY, reason="no influence")
    items = (
        an_entry("=Young carers", MARCH, purpose="To scrutinise support", sub_points=("Schools",)),
        moved,
        an_entry("Parks", window="August 2027"),
        rejected,
    )
    programme = replace(a_programme(items), footnotes=("* Every year in October",))
    return ProgrammeOrder(programme, "Care Scrutiny", "Kelsham City Council", "neutral")


def words(data: bytes) -> str:
    return " ".join(" ".join(page_texts(data)).split())


def test_the_programme_is_printed_by_meeting_with_its_moves_and_what_waits(
    order: ProgrammeOrder,
) -> None:
    drawn = draw_pdf(programme_document(order), NEUTRAL)
    said = words(drawn.data)
    assert "Care Scrutiny 2026/27 Work Programme" in said
    assert "21 January • Rents Moved from 26 November, because the audit is late." in said
    assert "25 March • =Young carers To scrutinise support • Schools" in said
    assert "24 September Nothing is planned yet." in said
    assert "* Every year in October To be scheduled • Parks (August 2027)" in said
    assert "Zoo" not in said
    with_reasons = programme_document(replace(order, turned_down=True))
    assert "Zoo. Rejected: no influence." in words(draw_pdf(with_reasons, NEUTRAL).data)


@needs_verapdf
def test_a_printed_programme_is_sound_for_screen_readers(
    order: ProgrammeOrder, tmp_path: Path
) -> None:
    file = tmp_path / "programme.pdf"
    file.write_bytes(draw_pdf(programme_document(order), NOTTINGHAM).data)
    verdict = ua_verdicts([file])[file]
    assert verdict.broken == ()
    assert verdict.checks > 1000


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_what_is_written_is_read_back_as_it_was(
    order: ProgrammeOrder, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"programme.{ending}"
    file.write_bytes(
        programme_workbook(order)
        if ending == "xlsx"
        else draw_docx(programme_document(replace(order, moves=False)), NEUTRAL)
    )
    preview = preview_programme(read_table_file(file), "2026/27")
    planned = [(one.title, one.day, one.sub_points) for one in preview.items if one.day]
    assert sorted(planned) == [("=Young carers", MARCH, ("Schools",)), ("Rents", JANUARY, ())]
    parked = [(one.title, one.window) for one in preview.items if not one.day]
    assert parked[0] == ("Parks", "August 2027")
    assert preview.footnotes == ("* Every year in October",)
    assert preview.problems == ()


def test_a_workbook_has_no_formula_and_the_same_bytes_twice(order: ProgrammeOrder) -> None:
    data = programme_workbook(order)
    assert data == programme_workbook(order)
    assert "'Work programme'!$A$1:$G$" in parts(data)["xl/workbook.xml"], "what can be read"
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["Work programme", "What happened"]
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:]] == [
        "=Young carers",
        "Rents",
        "Parks",
        "Zoo",
        "* Every year in October",
    ]
    assert rows[2][10] == "moved from 26 November, because the audit is late"
    told = [row[2] for row in book.get_sheet_by_index(1).to_python()[1:]]
    assert told == [
        "Moved from 26 November to 21 January: The audit is late.",
        "Rejected: no influence.",
    ]


@pytest.mark.parametrize("key", [one.key for one in prioritisation_methods()])
def test_a_process_is_a_picture_that_is_told_in_words_too(key: str) -> None:
    method = next(one for one in prioritisation_methods() if one.key == key)
    picture = process_picture(method)
    labels = {shape.text for shape in picture.shapes if isinstance(shape, Label)}
    steps = process_steps(method)
    for gate in method.gates:
        assert gate.question in labels
        assert any(gate.question in step for step in steps)
    for rule in method.rules:
        assert rule.tells in labels
    assert all(step in picture.alt for step in steps)
    said = words(draw_pdf(process_document(method, "Kelsham"), NEUTRAL).data)
    assert "The same in words" in said


def test_a_process_is_pictured_in_pixels_for_the_window() -> None:
    png, told = picture_process("gates", scale=1.0)
    assert Image.open(io.BytesIO(png)).size[0] == 480
    assert told.startswith("Flow chart of Gate questions. 1. Is it within")


def test_later_pages_of_a_programme_say_whose_it_is(order: ProgrammeOrder) -> None:
    items = tuple(an_entry(f"Item {number}", NOVEMBER) for number in range(60))
    whole = replace(order, programme=a_programme(items))
    pages = page_texts(draw_pdf(programme_document(whole), NEUTRAL).data)
    assert all(order.title in page for page in pages)
    assert "26 November" in pages[1]


def test_the_source_of_a_way_of_choosing_stands_below_its_picture() -> None:
    for method in prioritisation_methods():
        said = words(draw_pdf(process_document(method, "Kelsham"), NEUTRAL).data)
        assert said.index("Source:") < said.index("The same in words")
