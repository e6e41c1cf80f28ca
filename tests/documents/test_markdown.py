from __future__ import annotations

import pytest

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Heading,
    ListBlock,
    Marker,
    NumberedParagraph,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Title,
    plain,
)
from scrutiny_app.documents.markdown import document_from_markdown
from scrutiny_app.domain.errors import WrongInput
from tests.documents.drawn import said


def _blocks(text: str) -> tuple[Block, ...]:
    return document_from_markdown(text, title="T", author="C").blocks


def test_headings_take_their_numbers_into_the_margin() -> None:
    assert _blocks("# Report\n\n## 3 Background\n\n### Detail\n\n## 2026 plan") == (
        Title(plain("Report")),
        Heading(1, plain("Background"), number="3"),
        Heading(2, plain("Detail")),
        Heading(1, plain("2026 plan")),
    )


def test_paragraphs_may_be_numbered_and_their_lines_run_on() -> None:
    numbered, other = _blocks("3.4 One\nline\n\n2.5.1. is not a number here")
    assert isinstance(numbered, NumberedParagraph)
    assert (numbered.number, said(numbered.text)) == ("3.4", "One line")
    assert isinstance(other, Paragraph)


def test_bold_italic_and_links_are_runs() -> None:
    (paragraph,) = _blocks("A **b *c*** [d](https://kelsham.example) <mailto:jo@kelsham.example>")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == (
        Run("A "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d", link="https://kelsham.example"),
        Run(" "),
        Run("mailto:jo@kelsham.example", link="mailto:jo@kelsham.example"),
    )


def test_lists_are_bullets_numbers_or_letters() -> None:
    text = "- one\n- two\n\n1) first\n2) second\n\nThe Committee:\na) asks;\nb) notes\n   more"
    bullets, numbers, opening, letters = _blocks(text)
    assert bullets == ListBlock(Marker.BULLET, (plain("one"), plain("two")))
    assert numbers == ListBlock(Marker.NUMBER, (plain("first"), plain("second")))
    assert opening == Paragraph(plain("The Committee:"))
    assert isinstance(letters, ListBlock)
    assert letters.marker is Marker.LETTER
    assert [said(point) for point in letters.points] == ["asks;", "notes more"]


def test_a_table_has_headings_alignments_and_room_for_its_words() -> None:
    (table,) = _blocks("| Service | Cost |\n|:--|--:|\n| Family help for all | 1.2 |")
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == [Align.LEFT, Align.RIGHT]
    assert table.columns[0].width > table.columns[1].width
    assert (table.header_rows, table.row_headers) == (1, False)


def test_a_day_in_a_table_has_room_for_all_of_it() -> None:
    long = "What the committee wants to find out about homes for children in care " * 3
    (table,) = _blocks(f"| Meeting | Purpose |\n|:--|:--|\n| 17 September 2026 | {long} |")
    assert isinstance(table, Table)
    days, whole = table.columns[0].width, sum(column.width for column in table.columns)
    assert days / whole > 0.2


def test_a_table_without_headings_has_them_at_the_side() -> None:
    (table,) = _blocks("| | |\n|--|--|\n| **Date** | 21 January |")
    assert isinstance(table, Table)
    assert (table.header_rows, table.row_headers, len(table.rows)) == (0, True, 1)


def test_a_page_break_is_a_rule_or_a_command() -> None:
    words, *breaks = _blocks("Words\n\n---\n\n\\newpage")
    assert words == Paragraph(plain("Words"))
    assert breaks == [PageBreak(), PageBreak()]


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("ok\n\n![x](x.png)", "a picture", 3),
        ("    code", "code", 1),
        ("a\n\n```\ncode\n```", "code", 3),
        ("some `code`", "code", 1),
        ("> said", "a quotation", 1),
        ("<div>\n</div>", "HTML", 1),
        ("a <b>x</b>", "HTML", 1),
        ("- one\n  - two", "more than one paragraph", 1),
        ("- one\n\n  more", "more than one paragraph", 1),
        ("3) third", "starts at 3", 1),
        ("a) one\nc) three", '"b)" comes next', 1),
    ],
)
def test_what_cannot_be_drawn_is_named_with_its_line(text: str, what: str, line: int) -> None:
    with pytest.raises(WrongInput) as refusal:
        _blocks(text)
    assert what in str(refusal.value).replace("where ", "")
    assert f"ine {line}" in str(refusal.value)
