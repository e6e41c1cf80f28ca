from __future__ import annotations

from dataclasses import replace

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.exclusion import (
    exclusion_purpose,
    exclusion_resolution,
    marking_of,
    problems_of_order,
    reason_line,
    with_private_business,
)
from scrutiny_app.domain.paper import Access, ExemptReason, Paper
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
from scrutiny_app.rulebook.house_styles import house_style
from tests.build import a_paper, an_agenda, an_item

WORDS = house_style("neutral").private
ENGLAND = exempt_descriptions(Nation.ENGLAND)


def exempt(*paragraphs: int, reason: str = "it would weaken the council in negotiation") -> Paper:
    paper = a_paper("Prices", access=Access.EXEMPT)
    return replace(paper, exempt=ExemptReason(paragraphs, reason))


def agenda_of(*items: AgendaItem) -> Agenda:
    return replace(an_agenda(), items=items)


EXCLUSION = an_item("Exclusion of the public", kind=ItemKind.EXCLUSION)


def test_the_exclusion_names_each_item_with_its_paragraphs_by_the_public_title() -> None:
    secret = replace(an_item("Hargreave", [exempt(3)]), public_title="Depot")
    agenda = agenda_of(an_item("Open"), EXCLUSION, secret, an_item("Staff", [exempt(4, 1)]))
    purpose = exclusion_purpose(agenda, WORDS)
    assert "item 3 (Depot, paragraph 3) and item 4 (Staff, paragraphs 1 and 4), on the" in purpose
    assert "in the paragraphs named" in purpose
    assert "section 100A(4)" in purpose
    assert "Hargreave" not in purpose


def test_the_resolution_states_the_descriptions() -> None:
    agenda = agenda_of(EXCLUSION, an_item("Depot", [exempt(3)]), an_item("Staff", [exempt(1)]))
    resolution = exclusion_resolution(agenda, WORDS, ENGLAND)
    assert resolution.startswith("Resolved to exclude the public")
    assert f"(1) {ENGLAND[1]} (3) {ENGLAND[3]}" in resolution


def test_confidential_business_needs_no_resolution_and_no_public_interest_test() -> None:
    agenda = agenda_of(an_item("Order", [a_paper(access=Access.CONFIDENTIAL)]))
    said = exclusion_resolution(agenda, WORDS, ENGLAND)
    assert "item 1 (Order)" in said
    assert "without a resolution" in said
    assert "public interest" not in said
    assert "Resolved" not in said


def test_without_private_business_nothing_is_said() -> None:
    agenda = agenda_of(EXCLUSION, an_item("Open", [a_paper()]))
    assert exclusion_purpose(agenda, WORDS) == ""
    assert exclusion_resolution(agenda, WORDS, ENGLAND) == ""


def test_a_purpose_that_the_officer_wrote_stands() -> None:
    own = replace(EXCLUSION, purpose="As the Chair has it")
    minutes = an_item("Exempt minutes", kind=ItemKind.EXEMPT_MINUTES)
    agenda = with_private_business(agenda_of(own, an_item("Depot", [exempt(3)]), minutes), WORDS)
    assert [item.purpose for item in agenda.items] == [
        "As the Chair has it",
        "",
        WORDS.exempt_minutes_purpose,
    ]


def test_every_page_of_an_exempt_paper_says_not_for_publication_and_the_description() -> None:
    assert marking_of(exempt(3), WORDS, ENGLAND) == (
        "NOT FOR PUBLICATION. This paper contains exempt information as described in paragraph "
        f"3 of Part 1 of Schedule 12A to the Local Government Act 1972: {ENGLAND[3]}"
    )
    both = marking_of(exempt(3, 5), WORDS, ENGLAND)
    assert "paragraphs 3 and 5 of" in both
    assert both.endswith(f"(3) {ENGLAND[3]} (5) {ENGLAND[5]}")


def test_a_confidential_paper_is_marked_in_words_of_its_own() -> None:
    marking = marking_of(a_paper(access=Access.CONFIDENTIAL), WORDS, ENGLAND)
    assert marking.startswith("NOT FOR PUBLICATION")
    assert "100A(2) and (3)" in marking
    assert "Schedule 12A" not in marking


def test_a_nation_whose_list_is_not_known_is_sent_to_the_schedule() -> None:
    assert marking_of(exempt(3), WORDS, {}).endswith("as described there.")


def test_a_reason_goes_on_after_because() -> None:
    begun = "It is not in the public interest to disclose this information because "
    said = {
        "It would weaken us.": "it would weaken us.",
        "Because it would weaken us": "it would weaken us.",
        "Hargreave would lose": "Hargreave would lose.",
        "it names people": "it names people.",
        "Naming the bidders would weaken us": "naming the bidders would weaken us.",
        "Worthing would lose": "Worthing would lose.",
    }
    for reason, wanted in said.items():
        assert reason_line(exempt(3, reason=reason), WORDS) == begun + wanted
    assert reason_line(a_paper(), WORDS) == ""


def test_private_business_is_expected_last() -> None:
    agenda = agenda_of(
        EXCLUSION, an_item("Depot", [exempt(3)]), an_item("Open", [a_paper()]), an_item("Late")
    )
    (problem,) = problems_of_order(agenda)
    assert "for item 2 and come back for item 4" in problem


def test_private_business_at_the_end_behind_its_exclusion_is_in_order() -> None:
    minutes = an_item("Exempt minutes", kind=ItemKind.EXEMPT_MINUTES)
    agenda = agenda_of(an_item("Open"), EXCLUSION, minutes, an_item("Depot", [exempt(3)]))
    assert list(problems_of_order(agenda)) == []


def test_an_exempt_item_needs_an_exclusion_before_it_and_a_confidential_one_does_not() -> None:
    (problem,) = problems_of_order(agenda_of(an_item("Depot", [exempt(3)]), EXCLUSION))
    assert "no item before it excludes the public" in problem
    assert "choose Exclusion of the public" in problem
    confidential = an_item("Order", [a_paper(access=Access.CONFIDENTIAL)])
    assert list(problems_of_order(agenda_of(an_item("Open"), confidential))) == []
