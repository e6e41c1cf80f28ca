from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from scrutiny_app.documents.blocks import (
    Align,
    Column,
    Document,
    Heading,
    ListBlock,
    Marker,
    NumberedParagraph,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.documents.docx.drawing import draw_docx
from scrutiny_app.documents.front_sheet import front_sheet
from scrutiny_app.documents.minutes_document import minutes_document
from scrutiny_app.domain.minutes.minutes import outline_minutes
from tests.documents.drawn import (
    NEUTRAL,
    NOTTINGHAM,
    a_document,
    a_table,
    an_ordinary_agenda,
    cells,
    ordinary_ranges,
    parts,
)

WHOLE = a_document(
    Paragraph(plain("Label"), tone=Tone.LABEL, align=Align.RIGHT),
    Title(plain("Title")),
    Heading(1, plain("Purpose"), number="1"),
    NumberedParagraph("1.1", plain("Text")),
    ListBlock(Marker.LETTER, (plain("one"), plain("two"))),
    ListBlock(Marker.NUMBER, (plain("one"),)),
    a_table(3, summary="Who came"),
    Paragraph((Run("See "), Run("here", link="https://kelsham.example/?a=1&b=2"))),
    PageBreak(),
    Signature("Chair", "Date"),
    page_numbers=True,
    initials="Initials",
    running_head="Kelsham",
)


def _word(document: Document = WHOLE) -> docx.document.Document:
    return docx.Document(io.BytesIO(draw_docx(document, NOTTINGHAM)))


def test_every_paragraph_has_a_style_of_ours() -> None:
    word = _word()
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    paragraphs = [*word.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    names = {one.style.name for one in paragraphs if one.style}
    assert all(name.startswith("Scrutiny ") for name in names)
    assert {table.style.name for table in word.tables if table.style} == {"Scrutiny Table"}


def test_headings_follow_words_own_so_that_its_navigation_knows_them() -> None:
    styles = _word().styles
    bases = [
        styles[name].base_style.name
        for name in ("Scrutiny Title", "Scrutiny Heading 1", "Scrutiny Numbered Heading 1")
    ]
    assert bases == ["Heading 1", "Heading 2", "Scrutiny Heading 1"]


def test_fonts_and_sizes_are_the_house_styles() -> None:
    body = _word().styles["Scrutiny Body"]
    assert (body.font.name, body.font.size) == ("Arial", Pt(12))
    assert "Theme=" not in parts(draw_docx(WHOLE, NOTTINGHAM))["word/styles.xml"].replace(
        "themeColor=", ""
    )


def test_lists_are_numbered_by_word_and_each_begins_anew() -> None:
    xml = parts(draw_docx(WHOLE, NOTTINGHAM))
    word = _word()
    points = [one for one in word.paragraphs if one.style and one.style.name == "Scrutiny Item"]
    numbers = [one._p.pPr.numPr.numId.val for one in points]
    assert [one.text for one in points] == ["one", "two", "one"]
    assert numbers[0] == numbers[1] != numbers[2]
    assert '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>' in xml["word/numbering.xml"]
    assert xml["word/numbering.xml"].count("<w:startOverride") == 2


def test_table_headings_repeat_and_rows_stay_whole() -> None:
    table = _word().tables[0]
    marks = [[child.tag for child in row._tr.trPr] for row in table.rows]
    assert marks == [[qn("w:cantSplit"), qn("w:tblHeader")], *[[qn("w:cantSplit")]] * 3]
    assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == "Who came"


def test_the_sheet_is_a4_with_the_styles_margins_and_turns_for_landscape() -> None:
    section = _word().sections[0]
    assert round(section.page_width.mm) == 210
    assert abs(section.left_margin - Mm(22)) < Pt(0.1)
    section = _word(a_document(a_table(1), landscape=True)).sections[0]
    assert round(section.page_width.mm) == 297


def test_the_foot_holds_the_page_number_and_the_box_for_initials() -> None:
    word = _word()
    footer = word.sections[0].footer
    assert "PAGE" in footer._element.xml
    assert [cell.text for cell in footer.tables[0].rows[0].cells][2:] == ["Initials", ""]


def test_the_running_head_stands_above_every_page_but_the_first() -> None:
    section = _word().sections[0]
    assert section.header.paragraphs[0].text == "Kelsham"
    assert section.different_first_page_header_footer
    assert "PAGE" in section.first_page_footer._element.xml
    assert section.first_page_header.paragraphs[0].text == ""


def test_a_document_without_page_numbers_has_an_empty_foot() -> None:
    assert "footer" not in " ".join(parts(draw_docx(a_document(), NOTTINGHAM)))


def test_a_page_break_belongs_to_what_follows_it() -> None:
    last = _word().paragraphs[-1]
    assert last.paragraph_format.page_break_before
    assert last.text.startswith("Chair")


def test_a_table_may_start_a_page_and_two_tables_stay_two() -> None:
    word = _word(a_document(PageBreak(), a_table(1), a_table(1)))
    assert len(word.tables) == 2
    assert word.tables[0].cell(0, 0).paragraphs[0].paragraph_format.page_break_before
    assert [one.style.name for one in word.paragraphs if one.style] == ["Scrutiny Gap"] * 2
    assert (word.paragraphs[0].paragraph_format.space_before or 0) > Pt(9)


def kept_rows(rows: int, *, words: str = "word") -> list[bool]:
    """Of each row of a table, its headings first, whether it stays with the next one."""
    table = _word(a_document(a_table(rows, words=words))).tables[0]
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]


def test_a_short_table_stays_on_one_page_and_no_first_or_last_row_stands_alone() -> None:
    assert kept_rows(4) == [True, True, True, True, False]
    assert kept_rows(5) == [True, True, False, False, True, False]
    assert kept_rows(3, words="word " * 30) == [True, True, True, False]
    assert kept_rows(3, words="word " * 60) == [True, False, False, False]
    assert kept_rows(1) == [True, False]


def test_a_boxed_table_has_a_frame_and_stands_in_from_it() -> None:
    xml = parts(draw_docx(a_document(a_table(1, header_rows=0, boxed=True)), NOTTINGHAM))
    assert '<w:tblStyle w:val="ScrutinyBox"/>' in xml["word/document.xml"]
    box = xml["word/styles.xml"].partition('w:styleId="ScrutinyBox"')[2]
    assert box.index("<w:top ") < box.index("<w:left ") < box.index("<w:insideV ")
    assert '<w:left w:w="120" w:type="dxa"/>' in box
    widths = [
        column.width
        for column in _word(a_document(a_table(1, header_rows=0, boxed=True))).tables[0].columns
    ]
    assert sum(width or 0 for width in widths) == pytest.approx(Mm(166), abs=Pt(1))


def test_what_goes_on_below_a_number_is_set_in_without_one() -> None:
    first, second = _word(
        a_document(
            NumberedParagraph("2.4", plain("She wrote:")), NumberedParagraph("", plain("No."))
        )
    ).paragraphs
    assert (first.text, second.text) == ("2.4\tShe wrote:", "No.")
    assert second.style is not None
    assert second.style.name == "Scrutiny Numbered"
    assert second.paragraph_format.first_line_indent == 0


def test_a_list_that_is_kept_whole_and_bold_is_so_to_its_marks() -> None:
    points = (plain("note it; and", bold=True), plain("ask again.", bold=True))
    first, second = _word(a_document(ListBlock(Marker.NUMBER, points, whole=True))).paragraphs
    assert first.paragraph_format.keep_with_next
    assert not second.paragraph_format.keep_with_next
    assert "<w:b/>" in first._p.pPr.find(qn("w:rPr")).xml


def test_links_lead_outside_and_those_into_a_pack_become_text() -> None:
    xml = parts(draw_docx(WHOLE, NOTTINGHAM))
    assert "https://kelsham.example/?a=1&amp;b=2" in xml["word/_rels/document.xml.rels"]
    pack = a_document(Paragraph((Run("3 - 8", link="#pack-page-3"),)))
    assert "w:hyperlink" not in parts(draw_docx(pack, NOTTINGHAM))["word/document.xml"]


def test_the_file_tells_title_council_and_language_and_nothing_else() -> None:
    xml = parts(draw_docx(a_document(title="A & B"), NOTTINGHAM))
    assert "<dc:title>A &amp; B</dc:title>" in xml["docProps/core.xml"]
    assert "<dc:creator>Kelsham City Council</dc:creator>" in xml["docProps/core.xml"]
    assert "dcterms" not in xml["docProps/core.xml"]
    assert 'w:lang w:val="en-GB"' in xml["word/styles.xml"]
    assert "en-US" not in "".join(xml.values())
    assert "python-docx" not in "".join(xml.values())
    assert set(xml) & {"docProps/thumbnail.jpeg", "docProps/app.xml"} == set()


@pytest.mark.parametrize("style", [NOTTINGHAM, NEUTRAL], ids=lambda style: style.name)
def test_the_same_agenda_and_minutes_give_the_same_bytes(style: object) -> None:
    agenda = an_ordinary_agenda()
    for document in (
        front_sheet(agenda, NOTTINGHAM, ordinary_ranges(agenda), linked=False),
        minutes_document(outline_minutes(agenda, first_number=24), NOTTINGHAM),
    ):
        assert draw_docx(document, NOTTINGHAM) == draw_docx(document, NOTTINGHAM)


def test_characters_that_word_refuses_are_left_out() -> None:
    word = _word(a_document(Paragraph(plain("Tŷ\x0b \x00Ŵyl 🙂 中"))))
    assert word.paragraphs[0].text == "Tŷ Ŵyl 🙂 中"


def test_a_long_figure_widens_its_column_rather_than_being_cut() -> None:
    heads = cells("What it is that would change", "Total")
    table = Table((Column(20), Column(1, Align.FIGURES)), (heads, cells("Pay", "(1,218.510)")))
    cell = _word(a_document(table)).tables[0].cell(1, 1)
    assert cell.width > Pt(60)


def test_a_letter_that_only_word_has_does_not_stop_a_table() -> None:
    assert _word(a_document(Table((Column(1),), (cells("\u4e2d"),)))).tables


def test_figures_without_a_bracket_leave_room_for_one() -> None:
    rows = (cells("Year", "Change"), cells("2027/28", "(0.145)"), cells("2028/29", "0.145"))
    table = _word(a_document(Table((Column(1), Column(1, Align.FIGURES)), rows))).tables[0]
    indents = [row.cells[1].paragraphs[0].paragraph_format.right_indent for row in table.rows]
    assert indents[1] is None
    assert indents[0] == indents[2] == Pt(4)


def test_a_number_and_what_it_counts_are_held_together() -> None:
    text = _word(a_document(Paragraph(plain("on 26 November at 10.30 am")))).paragraphs[0].text
    assert text == "on 26\u00a0November at 10.30\u00a0am"


def test_a_signature_stays_with_the_text_before_it_and_its_long_label_stands_above() -> None:
    label = "On behalf of the Children and Families Scrutiny Committee"
    word = _word(a_document(Paragraph(plain("Text")), Signature(label, "Date")))
    text, above, signed = word.paragraphs
    assert text.paragraph_format.keep_with_next
    assert (above.text, above.paragraph_format.keep_with_next) == (label, True)
    assert signed.text == "\t\tDate \t"


def test_neither_the_first_point_of_a_list_nor_the_last_stands_alone() -> None:
    points = ListBlock(Marker.NUMBER, tuple(plain(text) for text in "abcd"))
    kept = [one.paragraph_format.keep_with_next for one in _word(a_document(points)).paragraphs]
    assert kept == [True, None, True, None]


def test_what_ends_in_a_colon_stays_with_what_it_leads_to() -> None:
    text = (Paragraph(plain("Resolved to:")), NumberedParagraph("2", plain("To agree:")))
    kept = [one.paragraph_format.keep_with_next for one in _word(a_document(*text)).paragraphs]
    assert kept == [True, True]


def test_words_stand_off_the_figures_in_the_column_before_them() -> None:
    columns = (Column(1), Column(1, Align.FIGURES), Column(1))
    table = _word(a_document(Table(columns, (cells("2027/28", "0.145", "Growth"),)))).tables[0]
    indents = [cell.paragraphs[0].paragraph_format.left_indent for cell in table.rows[0].cells]
    assert indents == [None, None, Pt(8)]
