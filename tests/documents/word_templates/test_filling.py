from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from scrutiny_app.documents.word_templates.context import (
    Context,
    Passage,
    minutes_context,
    report_context,
)
from scrutiny_app.documents.word_templates.filling import fill_word_template
from scrutiny_app.domain.errors import NotFound, PaperRefused, WrongInput
from scrutiny_app.rulebook.report_templates import report_folder
from tests.documents.drawn import NOTTINGHAM
from tests.documents.word_templates.made import (
    COVERING,
    TYPES,
    a_dotx,
    a_template,
    texts_of,
)
from tests.reports import a_report, a_sample_report, some_minutes, with_lines


def covering(**lines: str) -> Context:
    return report_context(a_report(with_lines(**lines)), NOTTINGHAM)


def filled(template: Path, context: Context | None = None) -> bytes:
    return fill_word_template(
        template, context or covering(), NOTTINGHAM, title="School Meals", author="Kelsham"
    )


def test_a_report_is_filled_into_the_councils_own_template(tmp_path: Path) -> None:
    context = report_context(a_sample_report("covering-report"), NOTTINGHAM)
    texts = texts_of(filled(a_template(tmp_path, *COVERING), context))
    assert texts[0] == "Kelsham City Council"
    assert texts[2] == "Children and Families Scrutiny Committee, Thursday, 18 March 2027"
    assert texts[4].startswith("1.1\tTo scrutinise how the Council")
    assert texts[5:7] == [
        (
            "The Committee is asked to question the Portfolio Holder and officers on the report "
            "that is attached"
        ),
        "The Committee is asked to decide whether to make any recommendations to Cabinet",
    ]
    assert texts[7].startswith("3.1\tThe inspection of May 2025")
    assert "•\thow many children live more than 20 miles away, and why;" in texts
    assert "Attached: Homes for children in care: report of the Director" in "\n".join(texts)


def test_a_dotx_gives_the_same_as_a_docx(tmp_path: Path) -> None:
    assert filled(a_dotx(tmp_path, "{{ title }}")) == filled(a_template(tmp_path, "{{ title }}"))


def test_a_field_that_the_file_leaves_out_is_empty(tmp_path: Path) -> None:
    template = a_template(tmp_path, "[{{ attached }}]", "{% if title %}yes{% endif %}")
    assert texts_of(filled(template, covering(attached=""))) == ["[None]", "yes"]


def test_headers_and_tables_are_filled_and_keep_their_style(tmp_path: Path) -> None:
    def also(word: docx.document.Document) -> None:
        word.sections[0].header.paragraphs[0].text = "{{ council }}"
        table = word.add_table(2, 1)
        table.cell(0, 0).text = "{%tr for one in contact %}"
        table.cell(1, 0).text = "{{ one.name }}"
        table.add_row().cells[0].text = "{%tr endfor %}"

    word = docx.Document(io.BytesIO(filled(a_template(tmp_path, "{{ title }}", also=also))))
    assert word.sections[0].header.paragraphs[0].text == "Kelsham City Council"
    assert [row.cells[0].text for row in word.tables[0].rows] == ["Jo Field"]


def test_what_looks_like_a_tag_or_xml_in_a_report_stays_text(tmp_path: Path) -> None:
    nasty = "<w:b/> & {{ council }} {% for x in y %}"
    texts = texts_of(filled(a_template(tmp_path, "{{ title }}"), covering(title=f"'{nasty}'")))
    assert texts == [nasty]


def test_the_file_tells_its_title_and_the_council_and_nothing_of_the_templates_author(
    tmp_path: Path,
) -> None:
    def also(word: docx.document.Document) -> None:
        word.core_properties.author = "jbloggs"
        word.core_properties.comments = "{{ 1/0 }}"

    properties = docx.Document(
        io.BytesIO(filled(a_template(tmp_path, "{{ title }}", also=also)))
    ).core_properties
    assert (properties.title, properties.author, properties.comments) == (
        "School Meals",
        "Kelsham",
        "",
    )


def test_minutes_are_filled_in_too(tmp_path: Path) -> None:
    template = a_template(
        tmp_path,
        "{{ committee }}, {{ start|clock }} - {{ end }}",
        "{{ present }}",
        "{%p for one in minutes %}",
        "{{ one.number }} {{ one.heading }}",
        "{{ one.parts }}",
        "{%p endfor %}",
        "{{ others }}",
    )
    texts = texts_of(filled(template, minutes_context(some_minutes(), NOTTINGHAM)))
    assert texts[0] == "Children and Families Scrutiny Committee, 10.03 am - 12.07 pm"
    assert texts[1] == "Councillor Imran Sadique (Vice-Chair)"
    assert "39 HOMES FOR CHILDREN IN CARE" in texts
    assert "c)\tMembers asked what a young person who must move is told, and by whom." in texts
    assert "Unwell" not in "\n".join(texts)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Dear {{ titel }}", '"titel" is not a field. Did you mean "title"?'),
        ("{% for one in contact %}{{ one.fax }}{% endfor %}", "has no attribute 'fax'"),
        ("{{ title|longdate }}", "longdate is for dates"),
        ("{{ title|wordwrap }}", '"wordwrap" is no filter'),
        ("{{ title", 'A tag is opened and not closed, or closed and not opened, in "{{ ti'),
        ("{{ title < 3 }}", "not supported between instances"),
        ("{{ date|length }}", "has no len()"),
    ],
)
def test_what_cannot_be_filled_is_told_with_its_paragraph(
    text: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(WrongInput) as refused:
        filled(a_template(tmp_path, text))
    assert sentence in str(refused.value)
    assert str(refused.value).startswith("council.docx")


def in_our_styles(folder: Path, *paragraphs: str) -> Path:
    """A template made of one of ours, so that it has our styles."""
    *_, ours = report_folder("covering-report")
    word = docx.Document(str(ours))
    for paragraph in list(word.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    for text in paragraphs:
        word.add_paragraph(text)
    word.add_table(1, 1).cell(0, 0).text = "{{ background }}"
    word.save(str(folder / "ours.docx"))
    return folder / "ours.docx"


WITH_POINTS = covering(background='"Two\\n\\n- one\\n- other\\n\\n| A | B |\\n|:-|:-|\\n| 1 | 2 |"')


def test_a_passage_is_drawn_with_its_lists_and_tables_where_the_template_has_our_styles(
    tmp_path: Path,
) -> None:
    template = in_our_styles(tmp_path, "Before", "{{ background }}", "After")
    word = docx.Document(io.BytesIO(filled(template, WITH_POINTS)))
    styles = [(one.style.name, one.text) for one in word.paragraphs if one.style]
    assert styles == [
        ("Normal", "Before"),
        ("Scrutiny Numbered", "3.1\tTwo"),
        ("Scrutiny Item", "one"),
        ("Scrutiny Item", "other"),
        ("Scrutiny Gap", ""),
        ("Normal", "After"),
    ]
    drawn, cell = word.tables
    assert drawn.style is not None
    assert drawn.style.name == "Scrutiny Table"
    assert [one.text for one in drawn.rows[1].cells] == ["1", "2"]
    assert [one.text for one in cell.cell(0, 0).paragraphs][:3] == ["3.1\tTwo", "one", "other"]


def test_a_passage_that_shares_its_paragraph_or_is_looped_over_stays_text(tmp_path: Path) -> None:
    template = in_our_styles(
        tmp_path,
        "Background: {{ background }}",
        "{%p for one in background %}",
        "[{{ one.text }}]",
        "{%p endfor %}",
    )
    texts = texts_of(filled(template, WITH_POINTS))
    assert texts[0] == "Background: 3.1\tTwo"
    assert texts[-5:] == ["[Two]", "[one]", "[other]", "[A | B]", "[1 | 2]"]


def test_a_template_in_other_styles_has_a_paragraph_for_each_part_in_its_own(
    tmp_path: Path,
) -> None:
    texts = texts_of(filled(a_template(tmp_path, "{{ background }}"), WITH_POINTS))
    assert texts == ["3.1\tTwo", "•\tone", "•\tother", "A | B", "1 | 2"]


def test_an_empty_passage_leaves_no_mark(tmp_path: Path) -> None:
    context = {**covering(), "background": Passage((), ())}
    template = in_our_styles(tmp_path, "{{ background }}")
    assert texts_of(filled(template, context)) == [""]


def test_the_filter_that_draws_passages_is_not_for_templates(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match='"drawn" is no filter'):
        filled(in_our_styles(tmp_path, "{{ title|drawn }}"))


HOSTILE = {
    "reaches into Python": "{{ ''.__class__.__mro__ }}",
    "reaches into Python by a filter": "{{ title|attr('__class__') }}",
    "calls": "{{ title.upper() }}",
    "makes a long text": "{{ 'a' * 999999999 }}",
    "makes a huge number": "{{ 9**9**9 }}",
    "doubles a text": "{% set a = title ~ title %}{{ a }}",
    "counts for ever": "{% for a in range(99999) %}{% endfor %}",
    "loops in loops in loops": "{% for a in sections %}" * 4 + "{% endfor %}" * 4,
    "includes a file": "{% include '/etc/passwd' %}",
    "imports": "{% import 'os' as os %}",
    "defines": "{% macro m() %}{% endmacro %}",
    "formats": "{{ '%999999999d' % 1 }}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_template_that_does_more_than_fill_in_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(WrongInput):
        filled(a_template(tmp_path, text))


def test_a_tag_hidden_where_no_paragraph_shows_it_is_refused_as_well(tmp_path: Path) -> None:
    hide = {
        "word/document.xml": lambda data: data.replace(
            b"<w:body>", b"<w:body><w:p w:rsidR=\"{{ 'a' * 999999999 }}\"/>"
        )
    }
    with pytest.raises(WrongInput, match="may not stand in a template"):
        filled(a_template(tmp_path, "{{ title }}", parts=hide))


def _link(word: docx.document.Document, kind: str, target: str) -> None:
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word.part.relate_to(target, f"{relationships}/{kind}", is_external=True)


def test_a_linked_picture_is_refused_and_the_path_of_its_own_template_dropped(
    tmp_path: Path,
) -> None:
    picture = a_template(
        tmp_path, also=lambda word: _link(word, "image", "https://elsewhere.example/logo.png")
    )
    with pytest.raises(PaperRefused, match="lies in another file or on a website"):
        filled(picture)
    attached = a_template(
        tmp_path, "{{ title }}", also=lambda word: _link(word, "attachedTemplate", "S:/x.dotx")
    )
    assert b"x.dotx" not in filled(attached)


def test_a_template_with_macros_is_refused(tmp_path: Path) -> None:
    named = a_template(tmp_path, parts={"word/vbaProject.bin": lambda _none: b"x"})
    with pytest.raises(PaperRefused, match="holds macros or other programs"):
        filled(named)
    typed = a_template(
        tmp_path,
        parts={TYPES: lambda data: data.replace(b"</Types>", b"<!--macroEnabled--></Types>")},
    )
    with pytest.raises(PaperRefused, match="holds macros"):
        filled(typed)


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "letter.docx"
    text.write_text("Dear Sir", encoding="utf-8")
    with pytest.raises(PaperRefused, match=r"The template letter.docx is refused"):
        filled(text)
    sheet = a_template(
        tmp_path, parts={TYPES: lambda data: data.replace(b"wordprocessingml", b"spreadsheetml")}
    )
    with pytest.raises(PaperRefused, match="is not a Word document"):
        filled(sheet)
    with pytest.raises(NotFound, match="There is no template"):
        filled(tmp_path / "none.docx")


def test_xml_with_a_document_type_is_refused(tmp_path: Path) -> None:
    entity = b'<!DOCTYPE a [<!ENTITY b "b">]><w:document'
    bomb = a_template(
        tmp_path,
        parts={"word/document.xml": lambda data: data.replace(b"<w:document", entity, 1)},
    )
    with pytest.raises(PaperRefused, match="declares a document type"):
        filled(bomb)
