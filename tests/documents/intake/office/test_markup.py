"""Tracked changes, comments and hidden text are found where they are, and settled when allowed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.preparing import prepare_open_document, prepare_word
from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake.hostile import put
from tests.documents.intake.office import office_files as made

WHO = 'w:id="1" w:author="A" w:date="2027-01-01T00:00:00Z"'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def deleted(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


MARKED = {
    "an insertion": (
        paragraph(run("Kept"), f"<w:ins {WHO}>{run(' added')}</w:ins>"),
        "1 tracked insertion", "Kept added",
    ),
    "a deletion": (paragraph(run("Kept"), deleted("secret")), "1 tracked deletion", "Kept"),
    "a move": (
        paragraph(f"<w:moveFrom {WHO}>{run('moved')}</w:moveFrom>")
        + paragraph(f'<w:moveToRangeStart {WHO} w:name="m"/><w:moveTo {WHO}>{run("moved")}'
                    '</w:moveTo><w:moveToRangeEnd w:id="1"/>'),
        "1 tracked insertion and 1 tracked deletion", "|moved",
    ),
    "a change of layout": (
        paragraph(run("Kept", f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>")),
        "1 tracked change of layout", "Kept",
    ),
    "a deleted end of a paragraph": (
        paragraph(run("One "), properties=f"<w:rPr><w:del {WHO}/></w:rPr>") + paragraph(run("two")),
        "1 tracked deletion", "One two",
    ),
    "a deleted row": (
        (f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc><w:p>{deleted('secret')}</w:p></w:tc>"
        f"</w:tr><w:tr><w:tc>{paragraph(run('row'))}</w:tc></w:tr></w:tbl>"),
        "2 tracked deletions", "row",
    ),
    "hidden text": (
        paragraph(run("Kept"), run("secret", "<w:vanish/>")), "1 piece of hidden text", "Kept",
    ),
    "text hidden by a style": (
        paragraph(run("secret", '<w:rStyle w:val="Quiet"/>'), run("Kept")),
        "1 piece of hidden text", "Kept",
    ),
    "a hidden row": (
        (f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(run('secret'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph(run('row'))}</w:tc></w:tr></w:tbl>"),
        "1 piece of hidden text", "row",
    ),
    "a comment": (
        paragraph('<w:commentRangeStart w:id="0"/>', run("Kept"), '<w:commentRangeEnd w:id="0"/>',
                  '<w:r><w:commentReference w:id="0"/></w:r>'),
        "1 comment", "Kept",
    ),
}  # fmt: skip
STYLES = (
    '<w:style w:type="character" w:styleId="Hush"><w:name w:val="Hush"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/>'
    '<w:basedOn w:val="Hush"/></w:style>'
)


def prepared(tmp_path: Path, data: bytes, *, final: bool) -> tuple[bytes, Findings]:
    findings = Findings()
    to = tmp_path / "prepared"
    prepare = prepare_open_document if b"opendocument.text" in data else prepare_word
    prepare(put(tmp_path, data, "given"), to, Limits(), findings, final=final)
    return to.read_bytes(), findings


def words(document: bytes) -> str:
    """The text of a body, its paragraphs divided by bars."""
    body = document.partition(b"<w:body>")[2].decode()
    return "|".join(
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one)) for one in body.split("</w:p>")
    ).strip("|" if "|moved" not in body else "")


@pytest.mark.parametrize("kind", MARKED)
def test_markup_is_refused_with_how_much_and_where(kind: str, tmp_path: Path) -> None:
    body, counted, _ = MARKED[kind]
    heading = paragraph(run("Background"), properties='<w:pStyle w:val="Heading1"/>')
    with pytest.raises(PaperRefused) as refusal:
        prepared(tmp_path, made.docx(heading + body, styles=STYLES), final=False)
    assert f"it holds {counted}, " in str(refusal.value)
    assert "under “Background” at “" in str(refusal.value)
    assert 'markup = "final"' in str(refusal.value)


@pytest.mark.parametrize("kind", MARKED)
def test_the_final_text_is_what_remains(kind: str, tmp_path: Path) -> None:
    body, counted, kept = MARKED[kind]
    out, findings = prepared(tmp_path, made.docx(body, styles=STYLES), final=True)
    document = made.part(out, made.DOCUMENT)
    assert words(document) == kept.strip("|")
    assert not re.search(rb"secret|w:ins |w:del |moveTo|moveFrom|Change|w:comment", document)
    assert findings.marked_up
    assert findings.warnings[0].startswith(f"It held {counted}. Its final text is used")
    prepared(tmp_path, out, final=False)


def test_a_clean_document_is_not_said_to_be_marked_up(tmp_path: Path) -> None:
    body = paragraph(run("Shown", '<w:vanish w:val="0"/>'), run(" ", "<w:vanish/>"))
    for final in (True, False):
        _, findings = prepared(tmp_path, made.docx(body), final=final)
        assert not findings.marked_up
        assert findings.warnings == ()


def test_markup_in_a_page_header_is_found(tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{made.W}">{paragraph(deleted("secret"))}</w:hdr>'.encode()
    data = made.docx(parts={"word/head.xml": header})
    with pytest.raises(PaperRefused, match="under “the page header” at “secret”"):
        prepared(tmp_path, data, final=False)
    out, _ = prepared(tmp_path, data, final=True)
    assert b"secret" not in made.part(out, "word/head.xml")


def test_comments_leave_with_the_names_of_who_made_them(tmp_path: Path) -> None:
    links = made.external("comments", "comments.xml", mode="Internal")
    comments = f'<w:comments xmlns:w="{made.W}">secret</w:comments>'.encode()
    data = made.docx(MARKED["a comment"][0], links=links, parts={"word/comments.xml": comments})
    out, _ = prepared(tmp_path, data, final=True)
    assert b"comments.xml" not in made.part(out, made.DOCUMENT_LINKS)
    assert b"word/comments.xml" not in out


def test_only_the_first_few_of_many_marks_are_named(tmp_path: Path) -> None:
    body = "".join(paragraph(deleted(f"old {number}")) for number in range(9))
    with pytest.raises(PaperRefused) as refusal:
        prepared(tmp_path, made.docx(body), final=False)
    assert "9 tracked deletions" in str(refusal.value)
    assert "“old 2”; and 6 more." in str(refusal.value)


OPEN_MARKED = {
    "changes": (
        ("<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        "<dc:creator>A</dc:creator></office:change-info><text:p>secret</text:p></text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region>"
        '</text:tracked-changes><text:p>Kept<text:change-start text:change-id="a"/> added'
        '<text:change-end text:change-id="a"/>.</text:p>'),
        "1 tracked insertion and 1 tracked deletion", "Kept added.",
    ),
    "comment": (
        ("<text:p>Kept<office:annotation><dc:creator>A</dc:creator><text:p>secret</text:p>"
        "</office:annotation>.</text:p>"),
        "1 comment", "Kept.",
    ),
    "hidden": (
        '<text:p>Kept<text:span text:style-name="T1">secret</text:span>.</text:p>',
        "1 piece of hidden text", "Kept.",
    ),
    "hidden section": (
        ('<text:section text:display="none"><text:p>secret</text:p></text:section><text:p>Kept'
        "</text:p>"),
        "1 piece of hidden text", "Kept",
    ),
}  # fmt: skip
HIDING = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
)


@pytest.mark.parametrize("kind", OPEN_MARKED)
def test_an_open_document_is_treated_alike(kind: str, tmp_path: Path) -> None:
    body, counted, kept = OPEN_MARKED[kind]
    data = made.odt(body, styles=HIDING)
    with pytest.raises(PaperRefused, match=f"it holds {counted}, "):
        prepared(tmp_path, data, final=False)
    out, findings = prepared(tmp_path, data, final=True)
    content = made.part(out, "content.xml")
    assert b"secret" not in content
    text = content.partition(b"<office:text>")[2].decode()
    assert re.sub(r"<[^>]*>", "", text) == kept
    assert findings.marked_up
