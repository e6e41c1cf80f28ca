from __future__ import annotations

from datetime import date, time

import pytest

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.committee import Nation, Role, Seat, VotingScope
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.meeting_file import MeetingFile, read_meeting_file
from scrutiny_app.domain.paper import Access, ExemptReason, PaperKind

WHOLE = """
format = 1
[council]
name = "Kelsham City Council"
[committee]
name = "Scrutiny Committee"
members = [
  { name = "Priya Naylor", title = "Councillor", role = "chair" },
  { name = "Ann Lowe", seat = "co_optee" },
  { name = "Rhys Vaughan", seat = "co_optee", voting = "education" },
]
[meeting]
date = 2027-01-21
start = 10:00:00
[[item]]
title = "Apologies for Absence"
kind = "apologies"
[[item]]
title = "Staffing"
[[item.paper]]
title = "Staffing report"
file = "papers/staffing.pdf"
kind = "covering_report"
access = "exempt"
exempt_paragraphs = [1, 3]
public_interest_reason = "it names individuals"
[[item.paper]]
title = "Appendix"
to_follow = true
"""


def read(text: str = WHOLE) -> MeetingFile:
    return read_meeting_file(text, "meeting.toml")


def refusal(text: str) -> str:
    with pytest.raises(WrongInput) as caught:
        read(text)
    return str(caught.value)


def test_a_meeting_file_is_read_whole() -> None:
    file = read()
    assert (file.council, file.nation, file.committee) == (
        "Kelsham City Council",
        Nation.ENGLAND,
        "Scrutiny Committee",
    )
    assert (file.held_on, file.starts_at) == (date(2027, 1, 21), time(10, 0))
    assert [item.kind for item in file.items] == [ItemKind.APOLOGIES, ItemKind.BUSINESS]


def test_a_paper_tells_its_kind_its_access_and_why_it_is_exempt() -> None:
    paper = read().items[1].papers[0]
    assert (paper.kind, paper.access) == (PaperKind.COVERING_REPORT, Access.EXEMPT)
    assert paper.exempt == ExemptReason((1, 3), "it names individuals")


def test_a_paper_may_be_to_follow_when_the_file_says_so() -> None:
    assert read().items[1].papers[1].file == ""


def test_a_co_optee_has_no_vote_unless_the_file_gives_one() -> None:
    chair, lay, parent = read().members
    assert (chair.role, chair.voting) == (Role.CHAIR, VotingScope.ALL)
    assert (lay.seat, lay.voting) == (Seat.CO_OPTEE, VotingScope.NONE)
    assert parent.voting is VotingScope.EDUCATION


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("format = 1", "", "the first line must be format = 1"),
        ("format = 1", "format = 2", "comes from a later version"),
        ("date = 2027-01-21", "", '[meeting]: "date" is missing'),
        ("date = 2027-01-21", 'date = "21 January"', "without quotation marks"),
        ("date = 2027-01-21", "date = 2027-01-21T10:00:00", "must be a date"),
        ("start = 10:00:00", "", '"start" must be a time'),
        ('title = "Staffing"', "", 'item 2: "title" is missing'),
        ('title = "Staffing"', "title = 7", "must be text"),
        ("to_follow = true", "", 'item 2, paper 2: "file" is missing'),
        ("to_follow = true", 'to_follow = true\nfile = "a.pdf"', "take one of them out"),
        ("to_follow = true", 'to_follow = "yes"', "must be true or false"),
        ('access = "exempt"', 'access = "secret"', 'one of "public", "exempt", "confidential"'),
        ('access = "exempt"', "", 'but not access = "exempt"'),
        ("exempt_paragraphs = [1, 3]", 'exempt_paragraphs = "3"', "a list of whole numbers"),
        ('seat = "co_optee" }', 'set = "co_optee" }', 'member 2: "set" is not a key'),
        ('role = "chair"', 'roll = "chair"', 'did you mean "role"?'),
        ("[meeting]", "[meting]\n[meeting]", 'did you mean "meeting"?'),
        ("[[item]]", "[[item]", "Mend that place"),
        ("start = 10:00:00", "start = 10:00:00\nofficer = 4", '"officer" must be a table'),
        ("start = 10:00:00", "start = 10:00:00\nfirst_minute_number = 0", "whole number from 1"),
    ],
)
def test_a_fault_is_told_with_its_place(was: str, becomes: str, told: str) -> None:
    assert was in WHOLE
    sentence = refusal(WHOLE.replace(was, becomes, 1))
    assert sentence.startswith("meeting.toml")
    assert told in sentence


def test_a_meeting_without_items_is_refused() -> None:
    assert "no agenda item" in refusal(WHOLE[: WHOLE.index("[[item]]")])


def test_items_must_be_tables() -> None:
    text = 'item = ["Apologies"]\n' + WHOLE[: WHOLE.index("[[item]]")]
    assert '"item" must be a list of tables' in refusal(text)


def test_a_final_text_is_taken_only_where_every_entry_of_its_file_says_so() -> None:
    entry = '[[item.paper]]\ntitle = "{0}"\nfile = "{0}.docx"\n'
    final = 'markup = "final"\n'
    once, quiet, twice = (entry.format(name) for name in ("once", "quiet", "twice"))
    file = read(WHOLE + once + final + quiet + twice + final + twice)
    assert file.final_texts == {"once.docx"}
    assert 'markup = "finish" is not known' in refusal(WHOLE + once + 'markup = "finish"\n')
