import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.report_file import kind_of, open_report_file
from tests.reports import COVERING, a_report, a_sample_report, with_lines


def test_a_report_holds_what_its_file_says() -> None:
    report = a_report()
    assert report.text("title") == "School Meals"
    assert report.texts("actions") == ("to note the report",)
    assert [one.name for one in report.contacts("contact")] == ["Jo Field"]
    assert report.house_style == "neutral"
    assert report.marks("contact") == ()


def test_the_samples_hold_marks_and_sections_of_their_own() -> None:
    board = a_sample_report("partnership-board-report")
    assert [one.marked for one in board.marks("objectives")] == [True] * 4 + [False]
    own = a_sample_report("directorate-report").own_sections
    assert [one.heading for one in own] == ["Background", "Proposal", "Next steps"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("format = 1\nkind =", "report.toml is not written as a report file should be"),
        (COVERING.replace("format = 1\n", ""), "the first line must be format = 1"),
        (COVERING.replace("format = 1", "format = 2"), "comes from a later version"),
        (with_lines(title=""), '"title" (Title) is missing; write title = "…"'),
        (with_lines(actions="[]"), '"actions" (Action required) is missing'),
        (with_lines(actions='[""]'), '"actions" has an empty text in its list'),
        (with_lines(actions='"to note"'), '"actions" must be a list of texts'),
        (with_lines(date='"21 January"'), '"date" must be a date such as 2027-01-21'),
        (with_lines(background="3"), '"background" must be text in quotation marks'),
        (COVERING + '\nmobile = "07"', '[[contact]] 1: "mobile" is not a key of this table'),
        ('colour = "red"' + COVERING, '"colour" is not a key of this table'),
    ],
)
def test_what_is_wrong_is_told_with_its_table_and_key(text: str, sentence: str) -> None:
    with pytest.raises(WrongInput) as refused:
        a_report(text)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith((".", "?"))


def test_a_kind_that_is_not_known_is_told_with_the_nearest() -> None:
    whole = open_report_file('format = 1\nkind = "covering_report"', "r.toml")
    with pytest.raises(WrongInput, match='did you mean "covering-report"'):
        kind_of(whole, ["covering-report", "minutes"])
    whole = open_report_file('format = 1\nkind = "poem"', "r.toml")
    with pytest.raises(WrongInput, match="use one of covering-report, minutes"):
        kind_of(whole, ["minutes", "covering-report"])


def test_a_directorate_report_needs_a_section() -> None:
    text = """
format = 1
kind = "directorate-report"
council = "Kelsham"
committee = "Children"
title = "Meals"
date = 2027-01-21
directors = ["Jo Field"]
portfolio_holders = ["Councillor Ash"]
summary = "Short."
recommendations = ["That it is noted."]
[[contact]]
name = "Jo Field"
"""
    with pytest.raises(WrongInput, match=r"has no sections; write at least one \[\[section\]\]"):
        a_report(text, "directorate-report")
