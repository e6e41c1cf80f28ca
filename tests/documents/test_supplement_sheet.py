from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutiny_app.documents.supplement_sheet import collation_notes, said_pages, supplement_sheet
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.supplement import Supplement, lay_out_supplement, plan_supplement
from scrutiny_app.rulebook.house_styles import house_style
from tests.published import a_published_agenda, filed, issue_of, with_item, with_late_paper

STYLE = house_style("neutral")
WORDS = STYLE.supplement


def a_supplement() -> Supplement:
    agenda = a_published_agenda()
    now = filed(filed(agenda, "Progress", pages=5), "Budget report", pages=3)
    now = filed(now, "Tender prices", pages=4)
    now = with_late_paper(now, 3, "Comments", pages=1)
    now = with_item(now, 2, lambda item: replace(item, papers=item.papers[:1]))
    now = with_item(now, 1, lambda item: replace(item, title="Apologies"))
    return plan_supplement(issue_of(agenda), now, front_pages=1)


def text_of(supplement: Supplement) -> str:
    layout = lay_out_supplement(supplement, Edition.PUBLIC)
    sheet = supplement_sheet(supplement, layout, STYLE, published_on=date(2027, 1, 13))
    return repr(sheet.blocks).replace("\u00a0", " ").replace("\\xa0", " ")


def test_the_sheet_says_what_it_brings_and_where() -> None:
    text = text_of(a_supplement())
    for told in (
        "Supplement 1",
        "13 January 2027",
        "go on from page 10",
        "Replaces pages 3 to 5",
        "Marked to follow on the agenda",
        "New since the agenda was published",
        '"Apologies"',
        "Figures (pages 7 to 8) is withdrawn.",
    ):
        assert told in text, told


def test_the_public_sheet_is_silent_on_withheld_papers() -> None:
    assert "Tender prices" not in text_of(a_supplement())


def test_the_collation_note_says_what_to_do_with_paper() -> None:
    supplement = a_supplement()
    notes = collation_notes(supplement, Edition.PUBLIC, WORDS)
    assert notes == (
        "Take out pages 3 to 6 and put in the new pages 3 to 6B.",
        "Insert pages 13 to 16 after page 6B.",
        "Insert pages 17 to 18 after page 16.",
        "Take out pages 7 to 8.",
    )


def test_pages_are_said_in_words() -> None:
    assert said_pages(("9",), WORDS) == "page 9"
    assert said_pages(("9", "10", "71", "12A", "12B"), WORDS) == (
        "pages 9 to 10, page 71 and pages 12A to 12B"
    )
