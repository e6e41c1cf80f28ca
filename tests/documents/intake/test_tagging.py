"""Tags that are kept are settled for packs, and what is wrong with them is told."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tests.documents.intake import hostile
from tests.documents.intake.made import Made, made
from tests.documents.intake.test_structure import tagged
from tests.documents.pdf.tagged_packs import a_report


def taken(tmp_path: Path, *harms: Callable[[Pdf], None]) -> Made:
    """The tagged page of the other tests, changed."""

    def change(pdf: Pdf) -> None:
        tagged(pdf)
        del pdf.pages[1:]
        for harm in harms:
            harm(pdf)

    return made(tmp_path, hostile.changed(change))


def _heading(pdf: Pdf) -> Object:
    return pdf.Root.StructTreeRoot.K[0].K[0]


def _content(pdf: Pdf, content: bytes) -> None:
    pdf.pages[0].obj.Contents = Stream(pdf, content)


MARKED = b"/H1 <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td (Heading) Tj ET EMC\n"


def test_what_we_draw_is_accessible(tmp_path: Path) -> None:
    paper = made(tmp_path, a_report())
    assert paper.facts.accessible
    assert paper.facts.barriers == ()


def test_roles_become_standard_ones(tmp_path: Path) -> None:
    with taken(tmp_path).open() as pdf:
        (part,) = pdf.Root.StructTreeRoot.K
        assert [str(part.S), str(part.K[0].S)] == ["/Part", "/H1"]
        assert "/RoleMap" not in pdf.Root.StructTreeRoot
        assert "/XXStructure" in pdf.pages[0].obj


def test_classes_of_attributes_are_written_out(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        align = Dictionary(O=Name.Layout, TextAlign=Name.Center)
        pdf.Root.StructTreeRoot.ClassMap = Dictionary(Middle=align)
        _heading(pdf).C = Name.Middle
        _heading(pdf).A = Dictionary(O=Name.Layout, TextAlign=Name.End)

    with taken(tmp_path, change).open() as pdf:
        heading = pdf.Root.StructTreeRoot.K[0].K[0]
        assert [each.TextAlign for each in heading.A] == [Name.Center, Name.End]
        assert "/C" not in heading


def test_a_tree_with_several_tops_gets_one_part(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        tree = pdf.Root.StructTreeRoot
        tree.K = Array(list(tree.K[0].K))

    with taken(tmp_path, change).open() as pdf:
        (part,) = pdf.Root.StructTreeRoot.K
        assert str(part.S) == "/Part"
        assert len(part.K) == 2


def _figure(pdf: Pdf) -> None:
    _heading(pdf).S = Name.Figure


def _heading_without_level(pdf: Pdf) -> None:
    _heading(pdf).S = Name.H


def _heading_too_deep(pdf: Pdf) -> None:
    _heading(pdf).S = Name.H3


def _silent_link(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def _loose_words(pdf: Pdf) -> None:
    _content(pdf, MARKED + b"BT /F1 12 Tf 72 600 Td (Loose) Tj ET")


def _mark_without_owner(pdf: Pdf) -> None:
    _content(pdf, MARKED + MARKED.replace(b"MCID 0", b"MCID 7"))


def _inline_picture(pdf: Pdf) -> None:
    _content(pdf, MARKED + b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")


@pytest.mark.parametrize(
    ("harm", "barrier"),
    [
        (_figure, "pictures without a description: 1"),
        (_heading_without_level, "headings without a level: 1"),
        (_heading_too_deep, "headings that skip a level: 1"),
        (_silent_link, "links without a tag or a description: 1"),
        (_loose_words, "something without a tag on page 1"),
        (_mark_without_owner, "something without a tag on page 1"),
        (_inline_picture, "something without a tag on page 1"),
        (lambda _: None, "it does not say that it keeps to PDF/UA"),
    ],
)
def test_what_is_in_the_way_of_readers_is_told(
    harm: Callable[[Pdf], None], barrier: str, tmp_path: Path
) -> None:
    facts = taken(tmp_path, harm).facts
    assert facts.tagged
    assert not facts.accessible
    assert barrier in facts.barriers


@pytest.mark.parametrize(
    "decoration",
    [b"/Artifact BMC 0 0 9 9 re f EMC", b"/Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC"],
)
def test_decoration_needs_no_tag(decoration: bytes, tmp_path: Path) -> None:
    facts = taken(tmp_path, lambda pdf: _content(pdf, MARKED + decoration)).facts
    assert not any("without a tag on" in barrier for barrier in facts.barriers)


LINES = {
    "under a title": b"q 0.5 w 90 685.25 m 521.95 685.25 l S Q",
    "upright": b"90 685 m 90 60 l s",
    "as a thin box": b"90 685 432 0.75 re f",
}
DRAWINGS = {
    "a bar of a chart": b"90 500 60 120 re f",
    "a slope": b"90 500 m 160 620 l S",
    "a curve": b"90 500 m 100 600 200 600 210 500 c S",
    "two strokes at once": b"90 500 m 500 500 l 500 400 l S",
    "an untagged clip": b"90 685 432 0.75 re W n 1 0 0 rg 90 500 60 120 re f",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_line_that_nobody_tagged_is_decoration_and_looks_as_before(
    line: bytes, tmp_path: Path
) -> None:
    paper = taken(tmp_path, lambda pdf: _content(pdf, MARKED + line))
    assert paper.facts.tagged
    assert not any("without a tag on" in barrier for barrier in paper.facts.barriers)
    plain = Pdf.open(io.BytesIO(hostile.changed(lambda pdf: _drawn(pdf, MARKED + line))))
    with paper.open() as pdf:
        assert _picture(pdf) == _picture(plain)


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_a_drawing_that_nobody_tagged_is_still_told(drawing: bytes, tmp_path: Path) -> None:
    facts = taken(tmp_path, lambda pdf: _content(pdf, MARKED + drawing)).facts
    assert "something without a tag on page 1" in facts.barriers


def _drawn(pdf: Pdf, content: bytes) -> None:
    tagged(pdf)
    del pdf.pages[1:]
    _content(pdf, content)


def _picture(pdf: Pdf) -> bytes:
    """Return the first page as it is seen."""
    made_again = io.BytesIO()
    pdf.save(made_again)
    shown = pdfium.PdfDocument(made_again.getvalue())
    return bytes(shown[0].render(scale=2).buffer)


def test_marks_may_be_named_among_the_resources(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Resources.Properties = Dictionary(M0=Dictionary(MCID=0))
        _content(pdf, MARKED.replace(b"<</MCID 0>>", b"/M0"))

    facts = taken(tmp_path, change).facts
    assert facts.tagged
    assert not any("without a tag on" in barrier for barrier in facts.barriers)


def _mark_of_another(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot
    tree.ParentTree.Nums[1] = Array([tree.K[0].K[1]])


def _link_of_another(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot
    tree.ParentTree.Nums[3] = tree.K[0].K[0]


def _one_mark_twice(pdf: Pdf) -> None:
    whole = pdf.Root.StructTreeRoot.K[0]
    again = Dictionary(Type=Name.StructElem, S=Name.P, P=whole, Pg=pdf.pages[0].obj, K=0)
    whole.K.append(pdf.make_indirect(again))


def _endless_attributes(pdf: Pdf) -> None:
    attributes = pdf.make_indirect(Dictionary(O=Name.Layout))
    attributes.Own = attributes
    _heading(pdf).A = attributes


def _stream_as_attribute(pdf: Pdf) -> None:
    _heading(pdf).A = Dictionary(O=Name.Layout, Words=Stream(pdf, b"hidden"))


def _title_that_is_an_element(pdf: Pdf) -> None:
    _heading(pdf).T = pdf.Root.StructTreeRoot


@pytest.mark.parametrize(
    "harm",
    [
        _mark_of_another,
        _link_of_another,
        _one_mark_twice,
        _endless_attributes,
        _stream_as_attribute,
        _title_that_is_an_element,
    ],
)
def test_tags_that_contradict_the_pages_are_dropped(
    harm: Callable[[Pdf], None], tmp_path: Path
) -> None:
    paper = taken(tmp_path, harm)
    assert not paper.facts.tagged
    for pointer in (b"/StructTreeRoot", b"/StructParent", b"/XXStructure"):
        assert pointer not in paper.plain


def test_a_key_planted_by_somebody_else_is_taken_out(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj["/XXStructure"] = Dictionary(Recipe=String("anything"))

    assert b"/XXStructure" not in made(tmp_path, hostile.changed(change)).plain
