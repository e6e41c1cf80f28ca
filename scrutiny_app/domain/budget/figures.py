"""The figures of a budget: whole pounds and posts, as read from print and as printed again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from scrutiny_app.domain.errors import WrongInput

MILLION, THOUSAND = 1_000_000, 1_000
# Pounds, or posts. More is a slip, and its sums would not fit a database's whole number
_TOO_MUCH = 1_000_000_000_000
_MINUSES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_NOTHING = frozenset({"", *_MINUSES, "nil", "none", "n/a"})
_MINUS = f"[{re.escape(_MINUSES)}]"
# A sign, a currency and a bracket in any order, the digits, a unit, "FTE", the closing bracket
_NUMBER = re.compile(
    rf"(?P<before>\+|{_MINUS})?\s*£?\s*(?P<open>\()?\s*£?\s*(?P<inner>{_MINUS})?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+|\d+\.)"
    rf"\s*(?P<unit>m|k)?\s*(?:fte)?\s*(?P<close>\))?\s*(?:fte)?\s*(?P<after>{_MINUS})?",
    re.IGNORECASE,
)


class MoneyUnit(StrEnum):
    """What one of a printed figure stands for."""

    MILLIONS = "£m"
    THOUSANDS = "£000"
    POUNDS = "£"

    @property
    def pounds(self) -> int:
        """How many pounds it is."""
        return {MoneyUnit.MILLIONS: MILLION, MoneyUnit.THOUSANDS: THOUSAND}.get(self, 1)


@dataclass(frozen=True, slots=True)
class Amount:
    """Money: whole pounds, a reduction below nought.

    ``text`` is what the source prints ("(0.145)"), ``place`` where ("cell F4", "page 2, row 3,
    column 6"). Both are empty for what was typed here.
    """

    pounds: int
    text: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Posts:
    """Full-time equivalent posts, a reduction below nought; ``text`` and ``place`` as above."""

    fte: Decimal
    text: str = ""
    place: str = ""


def read_number(text: str) -> Decimal:
    """Return the number that a cell prints: "(0.145)" is -0.145, a dash or nothing is 0.

    Raises:
        WrongInput: it is no number.

    Source: practice; domain notes 6.2: brackets are reductions of net spending.
    """
    said = " ".join(text.split())
    if said.lower() in _NOTHING:
        return Decimal(0)
    found = _NUMBER.fullmatch(said)
    if found is None or (found["open"] is None) != (found["close"] is None):
        raise WrongInput(f'"{said}" is not a number')
    number = Decimal(found["digits"].replace(",", ""))
    if found["unit"]:
        raise WrongInput(f'"{said}" says its unit itself; its column is to say it')
    signs = (found["open"], found["inner"], found["after"], found["before"] or "+")
    if number >= _TOO_MUCH:
        raise WrongInput(f'"{said[:20]}" is more than a budget can hold')
    minuses = sum(1 for sign in signs if sign and sign != "+")
    if minuses > 1:
        raise WrongInput(f'"{said}" has two signs')
    return -number if minuses else number


def pounds_of(number: Decimal, unit: MoneyUnit) -> int:
    """Return a printed number as whole pounds, half a pound rounded away from nought.

    Raises:
        WrongInput: it is a trillion pounds or more.
    """
    exact = number * unit.pounds
    if abs(exact) >= _TOO_MUCH:
        raise WrongInput(f"{exact:,.0f} pounds are more than a budget can hold")
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def typed_amount(text: str) -> Amount:
    """Return the amount that an officer types in millions of pounds: "(0.145)", "-0.145".

    It does not claim to stand in the source.

    Raises:
        WrongInput: it is no such figure.

    Source: ours; domain notes 6.2. No change of one council's budget comes to a billion, so such a
    figure was meant in pounds.
    """
    number = _typed_number(text, "(0.145) or 0.145")
    if abs(number) >= THOUSAND:
        raise WrongInput(
            f"{text.strip()} would be more than a billion pounds. Figures here are millions: write "
            "(0.145) for £145,000 less."
        )
    return Amount(pounds_of(number, MoneyUnit.MILLIONS))


def typed_posts(text: str) -> Posts:
    """Return the posts that an officer types: "(6)", "-6", "2.5".

    Raises:
        WrongInput: it is no number.

    Source: ours; domain notes 6.2.
    """
    return Posts(_typed_number(text, "(6) or 6"))


def _typed_number(text: str, such_as: str) -> Decimal:
    try:
        return read_number(text)
    except WrongInput as error:
        raise WrongInput(f"{error}. Write it as {such_as}.") from error


def in_millions(pounds: int) -> str:
    """Return pounds as budget papers print them: "(0.145)", millions to three decimals.

    Source: practice; domain notes 6.2.
    """
    shown = (Decimal(abs(pounds)) / MILLION).quantize(Decimal("0.001"), ROUND_HALF_UP)
    return f"({shown:,})" if pounds < 0 and shown else f"{shown:,}"


def in_words(pounds: int) -> str:
    """Return pounds as a sentence says them: "£2.109m", "£20,000"; without a sign."""
    size = abs(pounds)
    return f"£{Decimal(size) / MILLION:,.3f}m" if size >= MILLION // 10 else f"£{size:,}"


def as_change(pounds: int) -> str:
    """Return a change of spending as a sentence says it: "£2.109m less", "£20,000 more"."""
    if pounds == 0:
        return "no change"
    return f"{in_words(pounds)} {'less' if pounds < 0 else 'more'}"


def in_posts(fte: Decimal) -> str:
    """Return posts as printed: "(6)", "2.5", "0", "(1,250.5)"."""
    shown = f"{abs(fte).normalize():,f}"
    return f"({shown})" if fte < 0 else shown


def spoken(printed: str) -> str:
    """Return a printed figure as it is to be read out: "(0.145)" is "minus 0.145".

    Source: domain notes 10: screen readers often leave brackets out.
    """
    return f"minus {printed[1:-1]}" if printed.startswith("(") else printed


def share(part: int | Decimal, whole: int | Decimal) -> Decimal:
    """Return a part as a percentage to one decimal; of nothing it is 0."""
    if not whole:
        return Decimal("0.0")
    exact = Decimal(part) * 100 / Decimal(whole)
    # Nought of a reduction would be a negative nought
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP) + Decimal("0.0")
