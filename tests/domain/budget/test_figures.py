from __future__ import annotations

from decimal import Decimal

import pytest

from scrutiny_app.domain.budget.figures import (
    Amount,
    MoneyUnit,
    Posts,
    as_change,
    in_millions,
    in_posts,
    in_words,
    pounds_of,
    read_number,
    share,
    spoken,
    typed_amount,
    typed_posts,
)
from scrutiny_app.domain.errors import WrongInput


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(0.145)", "-0.145"),
        ("-0.145", "-0.145"),
        ("\u22120.145", "-0.145"),
        ("\u20130.145", "-0.145"),
        ("0.145-", "-0.145"),
        ("£(1,234)", "-1234"),
        ("(£1,234)", "-1234"),
        ("-£1,234.5", "-1234.5"),
        ("+0.3", "0.3"),
        ("( 6 )", "-6"),
        ("(2.5) FTE", "-2.5"),
        ("2.5 FTE", "2.5"),
        ("0.000", "0"),
        ("-", "0"),
        ("\u2013", "0"),
        ("nil", "0"),
        ("", "0"),
        ("  7 ", "7"),
        (".5", "0.5"),
        ("-9e-05", None),
        ("1,23", None),
        ("(0.145", None),
        ("0.145)", None),
        ("(-0.1)", None),
        ("=1+1", None),
        ("12 of 14", None),
        ("0.145m", None),
    ],
)
def test_a_printed_figure_is_read_as_a_person_reads_it_or_refused(
    text: str, number: str | None
) -> None:
    if number is None:
        with pytest.raises(WrongInput, match='"'):
            read_number(text)
    else:
        assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    ("number", "unit", "pounds"),
    [
        ("-0.145", MoneyUnit.MILLIONS, -145_000),
        ("-0.0945", MoneyUnit.MILLIONS, -94_500),
        ("12.5", MoneyUnit.THOUSANDS, 12_500),
        ("12.5", MoneyUnit.POUNDS, 13),
        ("-12.5", MoneyUnit.POUNDS, -13),
    ],
)
def test_money_is_whole_pounds(number: str, unit: MoneyUnit, pounds: int) -> None:
    assert pounds_of(Decimal(number), unit) == pounds


def test_figures_are_printed_in_millions_with_brackets_for_reductions() -> None:
    assert in_millions(-145_000) == "(0.145)"
    assert in_millions(0) == "0.000"
    assert in_millions(-400) == "0.000"
    assert in_millions(1_234_567_890) == "1,234.568"
    assert [in_posts(Decimal(one)) for one in ("-6", "2.50", "0", "12.0")] == [
        "(6)",
        "2.5",
        "0",
        "12",
    ]
    assert (in_words(-2_109_000), in_words(20_000)) == ("£2.109m", "£20,000")


def test_brackets_are_read_out_as_minus() -> None:
    assert spoken("(0.145)") == "minus 0.145"
    assert spoken("0.145") == "0.145"


def test_a_share_of_nothing_is_nothing() -> None:
    assert str(share(1, 0)) == "0.0"
    assert str(share(-2109 - 1300, -5435)) == "62.7"


def test_an_officer_types_figures_as_they_are_printed() -> None:
    assert typed_amount("(0.145)") == typed_amount("-0.145") == Amount(-145_000)
    assert typed_amount(" 1.5 ") == Amount(1_500_000)
    assert typed_posts("(2.5)") == Posts(Decimal("-2.5"))
    with pytest.raises(WrongInput, match=r'"much" is not a number. Write it as \(0.145\)'):
        typed_amount("much")


def test_pounds_typed_where_millions_are_asked_for_are_refused() -> None:
    with pytest.raises(WrongInput, match="more than a billion pounds"):
        typed_amount("(145,000)")


def test_thousands_have_commas_wherever_figures_stand() -> None:
    assert in_posts(Decimal("-1250.5")) == "(1,250.5)"
    assert as_change(2_144_445_000) == "£2,144.445m more"
