from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from scrutiny_app.documents.blocks import Document, Figure, Table
from scrutiny_app.documents.budget.budget_workbook import budget_workbook
from scrutiny_app.documents.budget.comparison_document import comparison_document
from scrutiny_app.documents.budget.feedback_letter import feedback_letter
from scrutiny_app.documents.budget.questions_sheet import questions_document
from scrutiny_app.documents.budget.schedule import schedule_document
from scrutiny_app.documents.docx.drawing import draw_docx
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.budget.checks import check_proposals
from scrutiny_app.domain.budget.comparison import compare_proposals
from scrutiny_app.domain.budget.paper import BudgetPaper, extract_of, parts_of_holders
from scrutiny_app.domain.budget.proposal import OptionType, ProposalDetails
from scrutiny_app.domain.budget.questions import questions_for
from scrutiny_app.domain.budget.totals import Grouping
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.jobs.budget.picture_budget import picture_budget
from scrutiny_app.rulebook.budget_rules import budget_rules
from scrutiny_app.rulebook.budget_words import budget_words
from tests.budgets import CARE, LEARNING, a_proposal, a_set, the_twenty
from tests.documents.drawn import NEUTRAL, page_texts, parts, tags
from tests.verapdf.validator import needs_verapdf, ua_verdicts

WORDS = budget_words()
TWENTY = BudgetPaper("Kelsham City Council", "Children's Scrutiny", the_twenty())


def growth_and_reductions() -> BudgetPaper:
    """A paper with both, one proposal of which has the committee's words."""
    kept = ProposalDetails(portfolio_holder="Councillor Garth", feedback="Think again.")
    return replace(
        TWENTY,
        whole=a_set(
            a_proposal("A-1", "-0.100 0 0 0", details=kept),
            a_proposal("G-1", "0.300 0 0 0", title="Fuel", option=OptionType.GROWTH),
            version="Final",
        ),
    )


def schedule() -> Document:
    return schedule_document(TWENTY, WORDS, NEUTRAL)


def letter() -> Document:
    paper = growth_and_reductions()
    part = parts_of_holders(paper.whole)[0]
    return feedback_letter(paper, part, date(2027, 2, 1), WORDS, NEUTRAL)


def comparison() -> Document:
    before, after = a_set(a_proposal("A-1"), a_proposal("A-2")), growth_and_reductions()
    return comparison_document(after, compare_proposals(before, after.whole), WORDS, NEUTRAL)


def questions() -> Document:
    findings = check_proposals(TWENTY.whole, budget_rules())
    sheet = questions_for(TWENTY.whole, findings, budget_rules())
    return questions_document(TWENTY, sheet, WORDS, NEUTRAL)


def text_of(document: Document) -> str:
    return " ".join(" ".join(page_texts(draw_pdf(document, NEUTRAL).data)).split())


def actual_texts(data: bytes) -> Iterator[str]:
    """What is read out in place of what is printed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ActualText" in item:
                yield str(item.ActualText)


def test_the_schedule_has_every_proposal_and_both_totals_on_wide_pages() -> None:
    data = draw_pdf(schedule(), NEUTRAL).data
    text = " ".join(" ".join(page_texts(data)).split())
    assert all(reference in text for reference in TWENTY.whole.references)
    for figure in ("(5.435)", "(5.437)", "(2.317)", "(26)", "£18.589m less", "62.7%", "6.3%"):
        assert figure in text
    with pikepdf.open(io.BytesIO(data)) as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].MediaBox)
        assert right - left > top - bottom


def test_reductions_are_read_out_as_such_and_growth_as_it_is_printed() -> None:
    data = draw_pdf(schedule_document(growth_and_reductions(), WORDS, NEUTRAL), NEUTRAL).data
    said = set(actual_texts(data))
    assert "minus 0.100" in said
    assert not any("0.300" in one for one in said)
    text = text_of(schedule_document(growth_and_reductions(), WORDS, NEUTRAL))
    assert "Reduction" in text
    assert "Growth" in text


def test_every_table_has_headings_and_every_chart_words_and_a_table_with_its_figures() -> None:
    blocks = schedule().blocks
    assert all(one.header_rows == 1 and one.summary for one in blocks if isinstance(one, Table))
    charts = [place for place, one in enumerate(blocks) if isinstance(one, Figure)]
    assert len(charts) == 2
    for place in charts:
        chart, table = blocks[place], blocks[place + 1]
        assert isinstance(chart, Figure)
        assert isinstance(table, Table)
        assert "minus" in chart.alt
    assert tags(draw_pdf(schedule(), NEUTRAL).data).count("Figure") == 2


def test_the_word_schedule_has_pictures_with_words_and_headings_that_repeat() -> None:
    made = parts_of(draw_docx(schedule(), NEUTRAL))
    assert made.count("<w:tblHeader/>") == sum(isinstance(b, Table) for b in schedule().blocks)
    assert 'descr="Bar chart, by service, in millions of pounds' in made
    assert 'w:orient="landscape"' in made


def parts_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


def test_the_same_schedule_gives_the_same_bytes() -> None:
    for draw in (lambda d: draw_pdf(d, NEUTRAL).data, lambda d: draw_docx(d, NEUTRAL)):
        assert draw(schedule()) == draw(schedule())
    assert budget_workbook(TWENTY, WORDS) == budget_workbook(TWENTY, WORDS)


def test_text_that_looks_like_a_formula_stays_text_in_the_workbook() -> None:
    nasty = a_proposal("A-1", title="=1+1", narrative="@SUM(A1)|cmd", department="http://x")
    data = budget_workbook(replace(TWENTY, whole=a_set(nasty)), WORDS)
    sheets = {name: text for name, text in parts(data).items() if "worksheets" in name}
    assert sheets
    assert not any("<f>" in text or "<hyperlink" in text for text in sheets.values())
    assert "=1+1" in parts(data)["xl/sharedStrings.xml"]
    assert "<v>-0.1</v>" in sheets["xl/worksheets/sheet1.xml"]


def test_an_extract_holds_the_named_services_only_and_says_so() -> None:
    cut = extract_of(TWENTY, Grouping.SERVICE, ["learning"])
    text = text_of(schedule_document(cut, WORDS, NEUTRAL))
    assert "This extract holds the proposals for learning only" in text
    assert "DP(A)-2458" in text
    assert "DP(A)-2473" not in text
    assert {one.service for one in cut.whole.proposals} == {LEARNING}
    with pytest.raises(NotFound, match=f"There are proposals for: {CARE}; {LEARNING}"):
        extract_of(TWENTY, Grouping.SERVICE, ["Roads"])


def test_a_letter_has_the_committees_words_and_names_what_it_says_nothing_of() -> None:
    holders = parts_of_holders(growth_and_reductions().whole)
    assert [one.holder for one in holders] == ["Councillor Garth", ""]
    text = text_of(letter())
    for words in ("To Councillor Garth", "1 February 2027", "Think again.", "minus"):
        assert (words in text) is (words != "minus")
    whole = growth_and_reductions()
    silent = feedback_letter(whole, holders[1], date(2027, 2, 1), WORDS, NEUTRAL)
    assert "The Committee makes no comment on these proposals." in text_of(silent)
    assert "take its comments into account" in text
    assert "take its comments into account" not in text_of(silent)
    assert "To the portfolio holder" in text_of(silent)


def test_the_comparison_tells_what_is_new_dropped_and_changed() -> None:
    text = text_of(comparison())
    assert "between 2024/25 and 2024/25 (Final)" in text
    assert "Proposals that changed: 0. New: 1. Dropped: 1. The same: 1." in text
    assert "£0.200m more, against £0.200m less before" in text


def test_the_questions_begin_with_the_whole_and_then_take_the_largest() -> None:
    text = text_of(questions())
    assert text.index("On the budget as a whole") < text.index("DP(C)-2403 Reduce what")
    assert text.index("DP(C)-2403 Reduce what") < text.index("DP(E)-2401 Restructure")
    assert "What happens if the condition is not met" in text


@needs_verapdf
def test_every_budget_document_passes_every_machine_rule_of_pdf_ua(tmp_path: Path) -> None:
    files = []
    for number, document in enumerate((schedule(), letter(), comparison(), questions())):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(draw_pdf(document, NEUTRAL).data)
    verdicts = ua_verdicts(files)
    assert [verdict.broken for verdict in verdicts.values()] == [()] * 4
    assert all(verdict.checks > 200 for verdict in verdicts.values())


def test_the_charts_are_pictures_for_the_window_too() -> None:
    first, second = picture_budget(TWENTY.whole, scale=1.0)
    assert first.png.startswith(b"\x89PNG")
    assert first.alt.startswith("Bar chart, by service")
    assert (second.title, second.width) == ("When the reductions fall", first.width)


def test_a_letter_lies_upright_and_tells_what_each_year_brings() -> None:
    text = text_of(letter())
    assert "£0.100m less in 2024/25." in text
    with pikepdf.open(io.BytesIO(draw_pdf(letter(), NEUTRAL).data)) as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].MediaBox)
        assert right - left < top - bottom


def test_a_letter_names_what_the_committee_says_nothing_of() -> None:
    kept = ProposalDetails(feedback="Think again.")
    whole = a_set(a_proposal("A-1", details=kept), a_proposal("A-2"), a_proposal("A-3"))
    part = parts_of_holders(whole)[0]
    said = feedback_letter(replace(TWENTY, whole=whole), part, date(2027, 2, 1), WORDS, NEUTRAL)
    assert "The Committee makes no comment on A-2 and A-3." in text_of(said)


def test_a_service_without_groups_has_no_heading_for_one() -> None:
    text = text_of(schedule())
    assert "Not stated" not in text
    assert f"Total {CARE} Reduction" in text
    mixed = a_set(a_proposal("A-1", group="Cuts"), a_proposal("A-2"))
    divided = text_of(schedule_document(replace(TWENTY, whole=mixed), WORDS, NEUTRAL))
    assert "Group not stated" in divided


def test_a_set_without_proposals_says_so_and_asks_about_the_whole_alone() -> None:
    empty = replace(TWENTY, whole=a_set())
    document = schedule_document(empty, WORDS, NEUTRAL)
    assert "There are no proposals." in text_of(document)
    assert not any(isinstance(block, Table | Figure) for block in document.blocks)
    sheet = questions_for(empty.whole, (), budget_rules())
    asked = text_of(questions_document(empty, sheet, WORDS, NEUTRAL))
    assert "On the budget as a whole" in asked
    assert "On single proposals" not in asked


def test_the_printed_columns_of_the_workbook_fit_on_a_sheet_and_its_rows_hold_their_text() -> None:
    long = a_proposal("A-1", narrative="word " * 100)
    data = parts(budget_workbook(replace(TWENTY, whole=a_set(long)), WORDS))
    assert "Proposals!$A$1:$I$2" in data["xl/workbook.xml"], "up to the posts"
    assert 'ht="121.5"' in data["xl/worksheets/sheet1.xml"], "nine lines"
