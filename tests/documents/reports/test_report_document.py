from dataclasses import replace
from typing import TypeVar

from scrutiny_app.documents.blocks import (
    Document,
    Heading,
    ListBlock,
    Marker,
    NumberedParagraph,
    Paragraph,
    Table,
    Title,
)
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.reports.report_document import report_document
from tests.documents.drawn import NEUTRAL, NOTTINGHAM, page_texts, said
from tests.reports import a_report, a_sample_report, with_lines

T = TypeVar("T")


def of_kind(document: Document, kind: type[T]) -> list[T]:
    return [block for block in document.blocks if isinstance(block, kind)]


def headings(document: Document) -> list[str]:
    return [f"{one.number} {said(one.text)}".strip() for one in of_kind(document, Heading)]


def numbered(document: Document) -> dict[str, str]:
    return {one.number: said(one.text) for one in of_kind(document, NumberedParagraph)}


def test_a_covering_report_has_its_eight_sections_and_numbers() -> None:
    document = report_document(a_sample_report("covering-report"), NEUTRAL)
    assert [one.split()[0] for one in headings(document)] == list("12345678")
    told = numbered(document)
    assert told["2.1"] == "The Committee is asked:"
    assert told["5.1"] == "None"
    assert told["6.2"].startswith("Minutes of the meeting")
    assert told["8.1"].startswith("Joel Hartnoll, Scrutiny Officer, 01632\u00a0960142, joel.")
    assert document.title == (
        "Homes for Children in Care: Children and Families Scrutiny Committee, 18 March 2027"
    )


def test_actions_are_lettered_with_their_stops() -> None:
    document = report_document(a_sample_report("covering-report"), NEUTRAL)
    (actions,) = (one for one in of_kind(document, ListBlock) if one.marker is Marker.LETTER)
    assert said(actions.points[0]).endswith("is attached; and")
    assert said(actions.points[1]).endswith("to Cabinet.")
    assert actions.level == 1


def test_a_single_action_runs_on_from_the_lead() -> None:
    document = report_document(a_report(with_lines(actions='["To note the report"]')), NEUTRAL)
    assert numbered(document)["2.1"] == "The Committee is asked to note the report."
    assert of_kind(document, ListBlock) == []


def test_lists_that_are_not_written_say_none_and_keep_their_section() -> None:
    text = with_lines(attached="", background_papers="", published_documents="")
    told = numbered(report_document(a_report(text), NEUTRAL))
    assert (told["4.1"], told["5.1"], told["6.1"]) == ("None", "None", "None")


def test_a_directorate_report_has_its_box_and_the_authors_sections() -> None:
    document = report_document(a_sample_report("directorate-report"), NOTTINGHAM)
    assert headings(document) == [
        "Summary of issues",
        "Recommendation(s)",
        "1 Background",
        "2 Proposal",
        "3 Next steps",
        "4 Appendices",
    ]
    first, second, _ = of_kind(document, Table)
    assert [said(row[0].paragraphs[0]) for row in first.rows] == [
        "Meeting title",
        "Report title",
        "Meeting date",
    ]
    directors, _, author = second.rows
    assert len(directors[1].paragraphs) == 2
    assert said(author[1].paragraphs[1]).endswith("priti.solanki@kelsham.example")


def test_a_section_without_its_optional_list_is_left_out_with_its_number() -> None:
    report = a_sample_report("directorate-report")
    values = {key: value for key, value in report.values.items() if key != "attached"}
    document = report_document(replace(report, values=values), NEUTRAL)
    assert headings(document)[-1] == "3 Next steps"


def test_a_board_report_says_in_words_which_objectives_it_serves() -> None:
    document = report_document(a_sample_report("partnership-board-report"), NEUTRAL)
    marks = of_kind(document, Table)[1]
    assert [said(row[1].paragraphs[0]) for row in marks.rows] == [
        "Served by this report",
        *["Yes"] * 4,
        "No",
    ]
    assert len([one for one in headings(document) if one[0].isdigit()]) == 8


def test_a_briefing_note_is_for_information_and_has_no_numbers() -> None:
    document = report_document(a_sample_report("briefing-note"), NEUTRAL)
    assert numbered(document) == {}
    first = of_kind(document, Paragraph)[0]
    assert said(first.text) == "Briefing note: for information"
    assert all(run.bold for run in first.text)
    assert "Headline progress (November 2025 to March 2026)" in headings(document)
    assert len(of_kind(document, Title)) == 1


def test_the_line_that_leads_a_list_in_stays_with_it() -> None:
    report = a_sample_report("directorate-report")
    document = report_document(report, NOTTINGHAM)
    (lead,) = (one for one in of_kind(document, NumberedParagraph) if one.number == "2.1")
    assert lead.keep_with_next
    text = page_texts(draw_pdf(document, NOTTINGHAM).data)
    page = next(page for page in text if "It is proposed:" in page)
    assert "to open two small homes" in page


def test_the_line_above_a_table_stays_with_it() -> None:
    document = report_document(a_sample_report("directorate-report"), NOTTINGHAM)
    place = next(n for n, one in enumerate(document.blocks) if isinstance(one, Table) and n > 5)
    lead = document.blocks[place - 1]
    assert isinstance(lead, NumberedParagraph)
    assert lead.keep_with_next


def test_the_last_section_never_stands_alone_on_a_page() -> None:
    document = report_document(a_sample_report("covering-report"), NEUTRAL)
    wards = next(one for one in of_kind(document, NumberedParagraph) if one.number == "7.1")
    assert wards.keep_with_next
    # Two paragraphs and more may look after themselves
    text = with_lines(published_documents='["One", "Two"]')
    document = report_document(a_report(text), NEUTRAL)
    kept = [one.number for one in of_kind(document, NumberedParagraph) if one.keep_with_next]
    assert kept == ["7.1"]
