from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from scrutiny_app.documents.blocks import Document, PageBreak, Table
from scrutiny_app.documents.front_sheet import front_sheet
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.meeting import ContactOfficer
from scrutiny_app.domain.paper import Access
from tests.build import a_paper, an_agenda, an_item
from tests.documents.drawn import (
    NEUTRAL,
    NOTTINGHAM,
    an_ordinary_agenda,
    ordinary_ranges,
    page_texts,
    said,
    with_style,
)


def _business(document: Document) -> Table:
    return [block for block in document.blocks if isinstance(block, Table)][-1]


def _lines(document: Document, row: int) -> list[str]:
    """The lines of one item in the table of business, counting from 1."""
    return [said(text) for text in _business(document).rows[row - 1][1].paragraphs]


def test_an_ordinary_front_sheet_reads_as_the_councils_do() -> None:
    agenda = an_ordinary_agenda()
    meeting = replace(agenda.meeting, held_on=date(2024, 1, 25), starts_at=time(9, 30))
    agenda = replace(agenda, meeting=meeting)
    drawn = draw_pdf(
        front_sheet(agenda, NOTTINGHAM, ordinary_ranges(agenda), linked=True), NOTTINGHAM
    )
    first, second = page_texts(drawn.data)
    report = "Report of the Statutory Scrutiny Officer"
    assert first.split("\n") == [
        "Public Document Pack",
        "Kelsham City Council",
        "Children and Young People Scrutiny Committee",
        "Date: Thursday, 25 January 2024",
        "Time: 9.30 am",
        "Place: Committee Room 1, Town Hall",
        "Councillors are requested to attend the above meeting to transact the",
        "following business",
        "Director of Law",
        "Scrutiny Officer: Jo Field",
        "Direct Dial: 01632 960101",
        "1 Apologies for Absence",
        "2 Declarations of Interest",
        *("3 Minutes", "To confirm the Minutes of the meeting of 26 November", "3 - 8"),
        *("4 Children's Services Improvement", report, "9 - 52"),
        *("5 Budget Proposals", report, "53 - 62"),
        *("6 Work Programme", report, "63 - 68"),
    ]
    assert "Scrutiny Officer named above" in second.replace("\n", " ")
    assert "visitor badge" in second


def test_each_range_is_a_link_to_its_first_page_only_in_a_bound_pack() -> None:
    agenda = an_ordinary_agenda()
    ranges = ordinary_ranges(agenda)
    for linked, wanted in ((True, "#pack-page-9"), (False, "")):
        table = _business(front_sheet(agenda, NOTTINGHAM, ranges, linked=linked))
        run = table.rows[3][2].paragraphs[0][0]
        assert (run.text, run.link) == ("9\u00a0-\u00a052", wanted)


def test_without_a_pack_there_is_no_column_of_pages() -> None:
    table = _business(front_sheet(an_ordinary_agenda(), NOTTINGHAM, None, linked=False))
    assert len(table.columns) == 2
    assert {len(row) for row in table.rows} == {2}


def test_the_house_style_says_whether_the_business_has_headings_and_the_notices_a_page() -> None:
    agenda = an_ordinary_agenda()
    neutral = front_sheet(agenda, NEUTRAL, ordinary_ranges(agenda), linked=False)
    assert [said(cell.paragraphs[0]) for cell in _business(neutral).rows[0]] == [
        *("Item", "Business", "Pages")
    ]
    assert _business(neutral).header_rows == 1
    assert not any(isinstance(block, PageBreak) for block in neutral.blocks)
    assert draw_pdf(neutral, NEUTRAL).pages == 1


def _with_item(agenda: Agenda, *papers: object) -> Agenda:
    return replace(agenda, items=(an_item("Homes", papers),))  # type: ignore[arg-type]


def test_an_exempt_item_says_by_which_paragraphs() -> None:
    exempt = a_paper("Prices", access=Access.EXEMPT)
    assert exempt.exempt
    other = replace(exempt, exempt=replace(exempt.exempt, paragraphs=(5, 1)))
    document = front_sheet(_with_item(an_agenda(), exempt, other), NOTTINGHAM, {}, linked=False)
    assert "described in paragraphs 1, 3 and 5 of Part 1" in _lines(document, 1)[1]


def test_a_confidential_item_says_so() -> None:
    paper = a_paper("Order", access=Access.CONFIDENTIAL)
    document = front_sheet(_with_item(an_agenda(), paper), NOTTINGHAM, {}, linked=False)
    assert "section 100A(3)" in _lines(document, 1)[1]


def test_an_item_with_a_paper_that_has_no_file_says_that_it_follows() -> None:
    paper = replace(a_paper("Late"), version=None)
    document = front_sheet(_with_item(an_agenda(), paper), NOTTINGHAM, {}, linked=False)
    assert _lines(document, 1) == ["Homes", "To follow"]


def test_an_item_that_has_papers_already_says_which_one_follows() -> None:
    late = replace(a_paper("Equality assessment"), version=None)
    document = front_sheet(_with_item(an_agenda(), a_paper(), late), NOTTINGHAM, {}, linked=False)
    assert _lines(document, 1) == ["Homes", "To follow: Equality assessment"]


def test_a_sheet_by_itself_numbers_its_pages_and_one_in_a_pack_leaves_that_to_the_stamps() -> None:
    alone, bound = (
        page_texts(draw_pdf(front_sheet(an_agenda(), NEUTRAL, {}, linked=linked), NEUTRAL).data)
        for linked in (False, True)
    )
    assert alone[0].splitlines()[-1] == "1"
    assert bound[0].splitlines()[-1] != "1"


def test_every_page_of_the_full_edition_says_that_it_is_not_for_publication() -> None:
    agenda = replace(an_agenda(), items=tuple(an_item(f"Item {place}") for place in range(60)))
    sheet = front_sheet(agenda, NOTTINGHAM, {}, linked=True, edition=Edition.FULL)
    for text in page_texts(draw_pdf(sheet, NOTTINGHAM).data):
        assert NOTTINGHAM.private.full_label in text


def test_what_the_council_has_not_told_leaves_no_empty_label() -> None:
    agenda = an_ordinary_agenda()
    bare = replace(agenda.meeting, place="", signatory="", officer=ContactOfficer())
    document = front_sheet(replace(agenda, meeting=bare), NOTTINGHAM, None, linked=False)
    text = page_texts(draw_pdf(document, NOTTINGHAM).data)[0]
    assert "Place:" not in text
    assert "Direct Dial:" not in text


def test_a_meeting_without_an_officer_still_says_whom_to_ask() -> None:
    agenda = an_ordinary_agenda()
    meeting = replace(agenda.meeting, officer=ContactOfficer(), signatory="")
    agenda = replace(agenda, meeting=meeting)
    for style in (NEUTRAL, NOTTINGHAM):
        text = " ".join(
            page_texts(draw_pdf(front_sheet(agenda, style, None, linked=False), style).data)
        )
        assert "the  " not in text
        assert "the ." not in text
        assert "scrutiny officer" in text.casefold()


def test_the_file_is_called_by_committee_and_day() -> None:
    document = front_sheet(an_agenda(), NOTTINGHAM, None, linked=False)
    wanted = "Agenda: Children and Young People Scrutiny Committee, 21 January 2027"
    assert document.title == wanted
    assert document.author == "Kelsham City Council"


@pytest.mark.parametrize("items", [1, 60])
def test_agendas_of_any_length_can_be_drawn(items: int) -> None:
    agenda = an_agenda(items=items)
    drawn = draw_pdf(front_sheet(agenda, NOTTINGHAM, {}, linked=False), NOTTINGHAM)
    text = "\n".join(page_texts(drawn.data))
    assert f"{items + 2} Further item {items}" in text
    assert drawn.pages == (2 if items == 1 else 4)


def test_a_long_title_and_pages_of_four_figures_keep_clear_of_each_other() -> None:
    long = "Unaccompanied-asylum-seeking-children and Donaudampfschifffahrtsgesellschaften " * 4
    agenda = replace(an_agenda(), items=(an_item(long),))
    span = ordinary_ranges(an_ordinary_agenda()).popitem()[1]
    ranges = {agenda.items[0].id: replace(span, first=1053, last=1998)}
    drawn = draw_pdf(front_sheet(agenda, NOTTINGHAM, ranges, linked=False), NOTTINGHAM)
    assert "1053 - 1998" in page_texts(drawn.data)[0]


def test_a_welsh_council_is_spelt_as_it_spells_itself() -> None:
    agenda = an_agenda()
    welsh = replace(
        agenda,
        council=replace(agenda.council, name="Cyngor Sir Ŵyr"),
        committee=replace(agenda.committee, name="Pwyllgor Craffu Tŷ a Chartref"),
    )
    style = with_style(language="cy-GB")
    text = page_texts(draw_pdf(front_sheet(welsh, style, None, linked=False), style).data)[0]
    assert "Cyngor Sir Ŵyr\nPwyllgor Craffu Tŷ a Chartref" in text
