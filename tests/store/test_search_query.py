from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.store.search_query import search_query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("budget", '"budget" *'),
        ("children's budget", '"children\'s" "budget" *'),
        ('"looked after" children', '"looked after" "children" *'),
        ('budget "looked  after"', '"budget" "looked after"'),
        ("co-optee", '"co-optee" *'),
        ("to", '"to"'),
        ("a OR b", '"a" "OR" "b"'),
        ("NEAR(a b)", '"NEAR(a" "b)"'),
        ('half "open phrase', '"half" "open" "phrase" *'),
        ("“looked after”", '"looked after"'),
        ("budget & - ( ) *", '"budget" *'),
        ("tŷ bach", '"tŷ" "bach" *'),
    ],
)
def test_what_is_typed_is_taken_as_it_stands(typed: str, query: str) -> None:
    assert search_query(typed) == query


@pytest.mark.parametrize("typed", ["", "   ", "& - *", '""', '"', "«»", "\0"])
def test_nothing_to_look_for_is_said(typed: str) -> None:
    with pytest.raises(WrongInput, match="nothing to look for"):
        search_query(typed)


def test_too_many_words_are_refused() -> None:
    with pytest.raises(WrongInput, match="at most 32"):
        search_query("word " * 33)


@given(st.text(max_size=60))
def test_nothing_that_is_typed_can_break_the_search(typed: str) -> None:
    words = sqlite3.connect(":memory:")
    try:
        words.execute("create virtual table t using fts5(b, tokenize = 'porter unicode61')")
        words.execute("insert into t values ('the budget of the council')")
        query = search_query(typed.encode("utf-8", "replace").decode())
        words.execute("select count(*) from t where t match ?", (query,)).fetchall()
    except WrongInput:
        assert not any(sign.isalnum() for sign in typed)
    finally:
        words.close()
