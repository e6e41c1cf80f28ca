"""Nothing in a prepared office paper leads outside it but hyperlinks."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.preparing import prepare_open_document, prepare_word
from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake.hostile import put
from tests.documents.intake.office import office_files as made

WEB = "http://pictures.example/map.png"


def prepared(tmp_path: Path, data: bytes) -> tuple[bytes, Findings]:
    """What would be handed to a converter, and what was found."""
    findings = Findings()
    to = tmp_path / "prepared"
    prepare = prepare_open_document if b"opendocument.text" in data else prepare_word
    prepare(put(tmp_path, data, "given"), to, Limits(), findings, final=False)
    return to.read_bytes(), findings


@pytest.mark.parametrize("kind", ["image", "oleObject", "subDocument", "attachedTemplate", "frame"])
def test_what_a_word_document_draws_in_is_cut_off(kind: str, tmp_path: Path) -> None:
    data = made.docx(made.linked_picture(), links=made.external(kind, WEB))
    out, findings = prepared(tmp_path, data)
    assert WEB.encode() not in made.part(out, made.DOCUMENT_LINKS)
    assert b"rIdX" not in made.part(out, made.DOCUMENT)
    assert findings.removed
    assert bool(findings.warnings) == (kind != "attachedTemplate"), "told where it was seen"


def test_a_relationship_that_only_says_it_is_internal_is_cut_off(tmp_path: Path) -> None:
    for target in (WEB, "//server/share/map.png", "\\\\server\\share", "file:///c:/map.png"):
        links = made.external("image", target, mode="Internal")
        out, _ = prepared(tmp_path, made.docx(made.linked_picture(), links=links))
        assert target.encode() not in made.part(out, made.DOCUMENT_LINKS)


def test_a_hyperlink_stays(tmp_path: Path) -> None:
    body = (
        f'<w:p><w:hyperlink xmlns:r="{made.LINKS}" r:id="rIdX"><w:r><w:t>plan</w:t></w:r>'
        "</w:hyperlink></w:p>"
    )
    out, findings = prepared(tmp_path, made.docx(body, links=made.external("hyperlink", WEB)))
    assert WEB.encode() in made.part(out, made.DOCUMENT_LINKS)
    assert b"rIdX" in made.part(out, made.DOCUMENT)
    assert findings.removed == ()


def test_a_picture_that_passes_for_a_hyperlink_is_cut_off(tmp_path: Path) -> None:
    data = made.docx(made.linked_picture(), links=made.external("hyperlink", WEB))
    out, findings = prepared(tmp_path, data)
    assert b"rIdX" not in made.part(out, made.DOCUMENT)
    assert findings.removed == ("pictures linked from elsewhere",)


def test_a_field_that_reads_another_file_keeps_what_it_showed(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> INCLUDE</w:instrText></w:r>'
        f'<w:r><w:instrText>PICTURE "{WEB}" \\d</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        f'<w:p><w:fldSimple w:instr="DDEAUTO excel {WEB}"><w:r><w:t>simple</w:t></w:r>'
        '</w:fldSimple><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    )  # fmt: skip
    text = made.part(prepared(tmp_path, made.docx(body))[0], made.DOCUMENT)
    assert WEB.encode() not in text
    assert b"shown" in text
    assert b"simple" in text
    assert b" PAGE " in text


def test_a_file_named_in_a_drawing_itself_is_cut_off(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<v:imagedata src="{WEB}"/></v:shape></w:pict></w:r></w:p>'
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">'
        f'<image l:href="{WEB}"/></svg>'
    ).encode()
    out, _ = prepared(tmp_path, made.docx(body, parts={"word/media/a.svg": svg}))
    assert WEB.encode() not in made.part(out, made.DOCUMENT)
    assert WEB.encode() not in made.part(out, "word/media/a.svg")


def test_embedded_programs_are_left_out(tmp_path: Path) -> None:
    links = made.external("oleObject", "embeddings/sheet.bin", mode="Internal")
    body = (
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:r="{made.LINKS}" r:id="rIdX"/></w:object></w:r></w:p>'
    )
    data = made.docx(body, links=links, parts={"word/embeddings/sheet.bin": b"sheet"})
    out, findings = prepared(tmp_path, data)
    assert b"embeddings" not in out
    assert b"OLEObject" not in made.part(out, made.DOCUMENT)
    assert findings.removed == ("embedded objects and controls",)


def test_a_document_waiting_to_be_merged_is_refused(tmp_path: Path) -> None:
    links = made.external("aFChunk", "chunk.html", mode="Internal")
    with pytest.raises(PaperRefused, match="has not been merged"):
        prepared(tmp_path, made.docx(links=links, parts={"word/chunk.html": b"text"}))


@pytest.mark.parametrize(
    "part",
    ["word/vbaProject.bin", "word/vbaData.xml"],
)
def test_a_word_document_with_macros_is_refused(part: str, tmp_path: Path) -> None:
    with pytest.raises(PaperRefused, match="holds macros"):
        prepared(tmp_path, made.docx(parts={part: b""}))


def test_a_document_that_says_it_has_macros_is_refused(tmp_path: Path) -> None:
    types = made.part(made.docx(), made.CONTENT_TYPES)
    types = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(PaperRefused, match="holds macros"):
        prepared(tmp_path, made.docx(parts={made.CONTENT_TYPES: types}))


def test_a_template_is_made_a_document(tmp_path: Path) -> None:
    types = made.part(made.docx(), made.CONTENT_TYPES)
    template = types.replace(b".document.main+xml", b".template.main+xml")
    out, _ = prepared(tmp_path, made.docx(parts={made.CONTENT_TYPES: template}))
    assert made.part(out, made.CONTENT_TYPES) == types


def test_what_an_open_document_draws_in_is_cut_off(tmp_path: Path) -> None:
    body = (
        f'<text:p>A <text:a xlink:href="{WEB}?link">link</text:a>'
        f'<draw:frame><draw:image xlink:href="{WEB}"/></draw:frame>'
        '<draw:frame><draw:image xlink:href="../outside.png"/></draw:frame>'
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame> and text.</text:p>'
        f'<text:section><text:section-source xlink:href="{WEB}.odt"/>'
        "<text:p>kept words</text:p></text:section>"
        "<office:scripts><office:script/></office:scripts>"
    )
    out, findings = prepared(tmp_path, made.odt(body, parts={"Pictures/a.png": b"picture"}))
    content = made.part(out, "content.xml")
    assert f"{WEB}?link".encode() in content
    assert content.count(WEB.encode()) == 1
    assert b"outside.png" not in content
    assert b"Pictures/a.png" in content
    assert b" and text." in content
    assert b"kept words" in content
    assert b"office:script" not in content
    assert len(findings.warnings) == 2


@pytest.mark.parametrize("part", ["Basic/Standard/Module1.xml", "Scripts/python/run.py"])
def test_an_open_document_with_macros_is_refused(part: str, tmp_path: Path) -> None:
    with pytest.raises(PaperRefused, match="holds macros"):
        prepared(tmp_path, made.odt(parts={part: b""}))


def test_an_encrypted_open_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperRefused, match="locked with a password"):
        prepared(tmp_path, made.odt(manifest="<manifest:encryption-data/>"))
