from __future__ import annotations

import pytest

from scrutiny_app.documents.gate.fragments import figures_of, shingles_of, words_of
from scrutiny_app.documents.gate.withheld_matter import Matter, WithheldMatter, withheld_matter

BODY = (
    "Hargreave offered to build the northern depot within fourteen months for £4,812,350.50 in all"
)


def matter(
    *texts: str, names: tuple[str, ...] = (), public: tuple[str, ...] = ()
) -> WithheldMatter:
    return withheld_matter(Matter(texts, names), Matter(public))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("£1,250,000 and £ 40", {"1250000", "40"}),
        ("3.75 per cent of 12345 in 2027", {"3.75", "12345"}),
        ("call 01632 960101, page 12", {"01632", "960101"}),
        ("see v1.2b or A12345", set()),
        ("£1.2m, (0.125)", {"1.2", "0.125"}),
    ],
)
def test_numbers_that_mean_something_by_themselves(text: str, figures: set[str]) -> None:
    assert figures_of(text) == figures


def test_the_same_words_are_known_however_they_are_set() -> None:
    one = words_of("The “northern” DEPOT — ofﬁce, 2nd floor")
    assert one == words_of('the northern\ndepot office 2ND "floor"')


def test_there_is_a_shingle_for_every_eight_words() -> None:
    assert len(list(shingles_of(words_of(BODY)))) == len(words_of(BODY)) - 7
    assert list(shingles_of(words_of("seven words are not enough to know"))) == []


def test_eight_words_in_a_row_are_found_and_seven_are_not() -> None:
    secret = matter(BODY)
    assert secret.found_in("yes: offered to build the northern depot within fourteen months")
    assert secret.found_in("offered to build the northern depot within") == ""


def test_a_find_is_not_told_at_length() -> None:
    assert matter(BODY).found_in(BODY) == 'the words "hargreave offered to …"'


def test_what_stands_in_a_public_paper_too_is_nothing_secret() -> None:
    secret = matter(BODY, names=("Northern depot",), public=(BODY,))
    assert secret.found_in(f"{BODY} Northern depot") == ""


def test_numbers_are_not_looked_for_in_raw_bytes() -> None:
    secret = matter(BODY)
    assert secret.found_in("it costs £4,812,350.50") == 'the number "4812350.50"'
    assert secret.found_in("it costs £4,812,350.50", sure=False) == ""


def test_a_title_is_found_as_whole_words_only() -> None:
    secret = matter(names=("Bids of Lund",))
    assert secret.found_in("see: bids of LUND.")
    assert secret.found_in("see: bids of Lundgren") == ""


@pytest.mark.parametrize("name", ["2", "p. 12", "A1", ""])
def test_a_name_that_says_nothing_is_not_looked_for(name: str) -> None:
    assert matter(names=(name,)).found_in(f"there is {name} and p 12") == ""


def test_a_paper_of_a_few_words_is_found_whole() -> None:
    assert matter("Hargreave has won it").found_in("It says: Hargreave has won it!")


def test_words_the_program_puts_together_are_no_leak_but_a_title_in_them_is() -> None:
    composed = "Kelsham City Council Scrutiny Committee 21 January 2027 ten o'clock"
    secret = withheld_matter(Matter((composed,), ("Scrutiny Committee",)), Matter(), [composed])
    assert secret.shingles == frozenset()
    assert "title" in secret.found_in(composed)
