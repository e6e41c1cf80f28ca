"""Answers in forms stay seen, marks are drawn in, and layers neither hide nor come to light."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake import hostile
from tests.documents.intake.made import made, pixels


@pytest.mark.parametrize("appearances", [True, False])
def test_an_answer_in_a_form_is_drawn_into_the_page(appearances: bool, tmp_path: Path) -> None:  # noqa: FBT001
    paper = made(tmp_path, hostile.form(appearances=appearances))
    assert "Councillor Wren" in paper.texts[0]
    assert not any("cannot be seen" in each for each in paper.facts.warnings)
    assert b"/AcroForm" not in paper.plain
    assert b"/Widget" not in paper.plain


def test_control_an_answer_is_lost_when_its_field_is_flattened_without_a_font(
    tmp_path: Path,
) -> None:
    import pikepdf

    path = hostile.put(tmp_path, hostile.form(appearances=False))
    with pikepdf.open(path) as pdf:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("screen")
        content = b"".join(
            each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
        )
    assert b"Councillor Wren" not in content


def test_an_answer_that_cannot_be_drawn_is_warned_of(tmp_path: Path) -> None:
    paper = made(tmp_path, hostile.form(value="tŷ ŵyl", appearances=False))
    assert any("“tŷ ŵyl” on page 1 cannot be seen" in each for each in paper.facts.warnings)


def test_a_filled_in_form_looks_as_it_did(tmp_path: Path) -> None:
    paper = made(tmp_path, hostile.form())
    before, after = pixels(tmp_path / "original.pdf"), pixels(paper.path)
    # pdfium draws fields of the original only in a form environment: ink may be added, not lost
    assert all(new <= old + 8 for old, new in zip(before, after, strict=True))


def test_typed_in_text_and_stamps_stay_as_part_of_the_page(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        look = Stream(pdf, b"0 0 100 50 re f")
        look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 50]))
        mark = Dictionary(
            Subtype=Name.Stamp, Rect=[300, 300, 400, 350], F=4, AP=Dictionary(N=look),
            Contents=String("DRAFT"),
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(mark)])

    paper = made(tmp_path, hostile.changed(change))
    assert pixels(paper.path) == pixels(tmp_path / "original.pdf")
    assert b"DRAFT" not in paper.plain
    assert b"/Annots" not in paper.plain


def test_a_signature_is_noted_because_binding_breaks_it(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        field = pdf.make_indirect(
            Dictionary(
                Subtype=Name.Widget, FT=Name.Sig, T=String("signed"), Rect=[0, 0, 0, 0],
                V=Dictionary(Type=Name.Sig, Contents=String("x" * 20)),
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    facts = made(tmp_path, hostile.changed(change)).facts
    assert "digital signatures" in facts.removed
    assert any("Keep the signed original" in each for each in facts.warnings)


@pytest.mark.parametrize("switches", [{"OFF": True}, {"BaseState": Name.OFF}])
def test_a_layer_that_is_off_and_drawn_with_is_refused(
    switches: dict[str, object], tmp_path: Path
) -> None:
    with pytest.raises(PaperRefused, match="its layer “Draft” is switched off"):
        made(tmp_path, hostile.layered(**switches))


def test_a_rule_over_layers_that_shows_what_is_off_is_refused(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        rule = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=layer, P=Name.AllOff))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())
        pdf.pages[0].obj.Resources.Properties = Dictionary(L0=rule)

    with pytest.raises(PaperRefused, match="depends on others"):
        made(tmp_path, hostile.changed(change))


@pytest.mark.parametrize("switches", [{}, {"ON": True}, {"BaseState": Name.OFF, "ON": True}])
def test_layers_that_are_all_on_become_plain_content(
    switches: dict[str, object], tmp_path: Path
) -> None:
    paper = made(tmp_path, hostile.layered(**switches))
    assert not paper.facts.hidden_layers
    assert b"/OCProperties" not in paper.plain
    assert pixels(paper.path) == pixels(tmp_path / "original.pdf")


def test_a_layer_that_is_off_but_empty_is_told(tmp_path: Path) -> None:
    facts = made(tmp_path, hostile.layered(drawn=False, OFF=True)).facts
    assert facts.hidden_layers
    assert any("layers that are switched off" in each for each in facts.warnings)
