from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.law import Certainty
from scrutiny_app.domain.notice import clear_days, latest_publication
from scrutiny_app.domain.periods import Purpose, last_day
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.exempt_reasons import (
    exempt_descriptions,
    exempt_list,
    exempt_lists,
    read_exempt_lists,
)
from scrutiny_app.rulebook.law_files import read_law_file
from scrutiny_app.rulebook.notice_periods import notice_rule, notice_rules
from scrutiny_app.rulebook.statutory_periods import period_rule, period_rules

TODAY = date(2027, 1, 21)


@pytest.mark.parametrize(
    ("nation", "on", "days", "certainty"),
    [
        (Nation.ENGLAND, TODAY, 5, Certainty.VERIFIED),
        (Nation.ENGLAND, date(2002, 10, 1), 5, Certainty.VERIFIED),
        (Nation.ENGLAND, date(2002, 9, 30), 3, Certainty.VERIFIED),
        (Nation.WALES, TODAY, 3, Certainty.VERIFIED),
        (Nation.SCOTLAND, TODAY, 3, Certainty.BELIEVED),
        (Nation.NORTHERN_IRELAND, TODAY, 5, Certainty.BELIEVED),
    ],
)
def test_each_nation_has_its_days_of_notice(
    nation: Nation, on: date, days: int, certainty: Certainty
) -> None:
    rule = notice_rule(nation, on)
    assert (rule.days, rule.certainty) == (days, certainty)


def test_every_rule_says_where_it_stands_and_how_sure_we_are() -> None:
    for rule in (*notice_rules(), *period_rules(), *exempt_lists()):
        assert rule.source
        assert rule.certainty in Certainty


@pytest.mark.parametrize("nation", Nation)
def test_on_no_day_do_two_rules_on_notice_hold(nation: Nation) -> None:
    for day in (date(1990, 1, 1), date(2002, 9, 30), date(2002, 10, 1), TODAY):
        holding = [one for one in notice_rules() if one.nation is nation and one.in_force(day)]
        assert len(holding) == 1


@pytest.mark.parametrize(
    ("purpose", "end"),
    [
        (Purpose.INSPECTION_OF_MINUTES, date(2030, 1, 24)),
        (Purpose.INSPECTION_OF_BACKGROUND_PAPERS, date(2028, 1, 24)),
        (Purpose.RESPONSE_TO_SCRUTINY, date(2024, 3, 24)),
    ],
)
def test_papers_lie_open_and_answers_are_due_for_their_time(purpose: Purpose, end: date) -> None:
    meeting = date(2024, 1, 25)
    assert last_day(period_rule(Nation.ENGLAND, purpose, meeting), meeting) == end


def test_a_period_that_is_not_in_the_rulebook_is_not_guessed() -> None:
    with pytest.raises(NotFound, match="no period for inspection of minutes for Scotland"):
        period_rule(Nation.SCOTLAND, Purpose.INSPECTION_OF_MINUTES, TODAY)


def test_england_has_seven_paragraphs_of_exempt_information_and_wales_seven_others() -> None:
    assert sorted(exempt_descriptions(Nation.ENGLAND)) == [1, 2, 3, 4, 5, 6, 7]
    assert sorted(exempt_descriptions(Nation.WALES)) == [12, 13, 14, 15, 16, 17, 18]
    assert "business affairs" in exempt_descriptions(Nation.ENGLAND)[3]
    assert "business affairs" in exempt_descriptions(Nation.WALES)[14]


@pytest.mark.parametrize("nation", [Nation.SCOTLAND, Nation.NORTHERN_IRELAND])
def test_a_list_that_is_not_in_the_rulebook_is_empty(nation: Nation) -> None:
    assert exempt_descriptions(nation) == {}


def test_the_list_of_a_day_is_found_or_refused() -> None:
    assert exempt_list(Nation.ENGLAND, TODAY).schedule.startswith("Part 1 of Schedule 12A")
    with pytest.raises(NotFound, match="no list of exempt information for England"):
        exempt_list(Nation.ENGLAND, date(2006, 2, 28))


@pytest.mark.parametrize(
    ("nation", "meeting", "publish_by"),
    [
        (Nation.ENGLAND, date(2024, 1, 25), date(2024, 1, 17)),
        (Nation.ENGLAND, date(2024, 4, 4), date(2024, 3, 25)),
        (Nation.ENGLAND, date(2023, 5, 11), date(2023, 5, 2)),
        (Nation.ENGLAND, date(2027, 1, 7), date(2026, 12, 29)),
        # Three clear days; and Easter Monday is a working day there
        (Nation.WALES, date(2024, 4, 4), date(2024, 3, 27)),
        (Nation.SCOTLAND, date(2024, 4, 4), date(2024, 3, 28)),
        # Five, and 17 March is a holiday
        (Nation.NORTHERN_IRELAND, date(2027, 3, 18), date(2027, 3, 9)),
    ],
)
def test_the_last_day_to_publish_follows_the_nation(
    nation: Nation, meeting: date, publish_by: date
) -> None:
    rule, calendar = notice_rule(nation, meeting), working_calendar(nation, [meeting.year])
    assert latest_publication(meeting, rule, calendar) == publish_by
    assert clear_days(publish_by, meeting, calendar) == rule.days


def test_a_law_file_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "law.toml"
    path.write_text("format = 2\n", encoding="utf-8")
    with pytest.raises(WrongInput, match='the file as a whole: "format" must be 1'):
        read_law_file(path)


def test_a_paragraph_without_a_number_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "law.toml"
    path.write_text(
        "format = 1\n[[rule]]\njurisdiction = 'scotland'\nschedule = 'Schedule 7A'\n"
        "[rule.paragraphs]\none = 'Some description.'\n",
        encoding="utf-8",
    )
    with pytest.raises(WrongInput, match='"one" must be the number of a paragraph'):
        read_exempt_lists(read_law_file(path))
