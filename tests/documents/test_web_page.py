from __future__ import annotations

import re

from scrutiny_app.documents.blocks import (
    Cell,
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
    plain,
)
from scrutiny_app.documents.front_sheet import front_sheet
from scrutiny_app.documents.web_page import web_page
from scrutiny_app.domain.agenda_pack import PageSpan
from scrutiny_app.rulebook.house_styles import house_style
from tests.build import a_paper, an_agenda
from tests.documents.web import seen_page

EVERYTHING = Document(
    "Every block",
    "Kelsham City Council",
    (
        Title(plain("The title")),
        Heading(1, plain("First"), number="1"),
        Paragraph((Run("bold", bold=True), Run("slanted", italic=True))),
        NumberedParagraph("1.1", plain("a point of a report")),
        ListBlock(Marker.BULLET, (plain("a bullet"),)),
        ListBlock(Marker.LETTER, (plain("the third"),), start=3),
        Table(
            (Column(1), Column(1)),
            (
                (Cell((plain("Head"),)), Cell((plain("Other head"),))),
                (Cell((plain("Row"),)), Cell((plain("datum"),))),
            ),
            row_headers=True,
            summary="What the table tells",
        ),
        PageBreak(),
        Signature("Chair", "Date of signing"),
    ),
)


def test_the_page_says_its_language_and_title_and_skips_no_block() -> None:
    page = seen_page(web_page(EVERYTHING))
    assert (page.lang, page.title) == ("en-GB", "Every block")
    assert page.headings == [(1, "The title"), (2, "1First")]
    for told in ("bold", "slanted", "a point of a report", "a bullet", "the third", "datum"):
        assert told in page.words
    assert "Chair" in page.words
    assert "Date of signing" in page.words


def test_every_table_has_a_caption_and_its_headings_say_what_they_head() -> None:
    page = seen_page(web_page(EVERYTHING))
    assert page.captions == ["What the table tells"]
    assert page.heads == [("col", "Head"), ("col", "Other head"), ("row", "Row")]


def test_a_list_goes_on_where_it_should() -> None:
    assert '<ol type="a" start="3">' in web_page(EVERYTHING)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    html = web_page(EVERYTHING)
    page = seen_page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "form"}
    assert not {one for one in page.attributes if one.startswith("on")}
    assert not re.search(r"url\(|@import|https?:", html)


def test_what_is_written_cannot_become_markup() -> None:
    wicked = '<script>alert(1)</script> & "quoted"'
    document = Document(wicked, wicked, (Title(plain(wicked)), Paragraph(plain(wicked))))
    page = seen_page(web_page(document))
    assert "script" not in page.tags
    assert page.headings == [(1, wicked)]
    assert page.title == wicked


def test_the_colours_stand_out_from_white() -> None:
    html = web_page(EVERYTHING)
    colours = re.findall(r"(?:^|[ {;])color: (#[0-9a-f]+)", html)
    assert colours
    assert min(contrast_with_white(colour) for colour in colours) >= 7


def contrast_with_white(colour: str) -> float:
    """WCAG 2.2's ratio: 1 to 21."""
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_a_front_sheets_pages_lead_to_files() -> None:
    agenda = an_agenda([a_paper("Budget")])
    span = {agenda.items[1].id: PageSpan(3, 4, told="3 - 4A")}
    sheet = front_sheet(agenda, house_style("neutral"), span, linked=True)
    page = seen_page(web_page(sheet, {"#pack-page-3": "02-budget.pdf"}))
    assert page.links == [("02-budget.pdf", "3\u00a0-\u00a04A")]
    assert page.headings[0] == (1, agenda.committee.name)
    assert "#pack-page" not in web_page(sheet)


def test_no_line_of_a_web_page_parts_what_a_no_break_space_holds_together() -> None:
    document = Document("T", "C", (Paragraph(plain("Pages 9\u00a0-\u00a052, 60 of them")),))
    assert '<span class="whole">9\u00a0-\u00a052,</span>' in web_page(document)
    assert "white-space: nowrap" in web_page(document)
