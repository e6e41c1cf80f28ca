from __future__ import annotations

from datetime import date

import pytest

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.law import Certainty, Rule, rule_in_force


def a_rule(**dates: date) -> Rule:
    return Rule(nation=Nation.WALES, source="a test", certainty=Certainty.VERIFIED, **dates)


OLD = a_rule(effective_to=date(2002, 9, 30))
NEW = a_rule(effective_from=date(2002, 10, 1))


@pytest.mark.parametrize(
    ("day", "rule"), [(date(2002, 9, 30), OLD), (date(2002, 10, 1), NEW), (date(2027, 1, 1), NEW)]
)
def test_the_rule_of_the_day_is_found(day: date, rule: Rule) -> None:
    assert rule_in_force((OLD, NEW), Nation.WALES, day, "rule") is rule


def test_a_nation_without_a_rule_is_told_so() -> None:
    with pytest.raises(NotFound, match="no rule on notice for Northern Ireland on Friday 1 Jan"):
        rule_in_force((OLD, NEW), Nation.NORTHERN_IRELAND, date(2027, 1, 1), "rule on notice")
