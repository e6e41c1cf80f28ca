from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.paper import Bookmark, PageFacts, PaperFacts, TextLayer
from scrutiny_app.store.paper_facts import facts_from, facts_text
from tests.build import some_facts

length = st.floats(min_value=0, max_value=20_000, allow_nan=False)
any_text = st.text(st.characters(), max_size=20)
texts = st.lists(any_text, max_size=3).map(tuple)

pages = st.lists(
    st.builds(
        PageFacts, length, length, st.sampled_from((0, 90, 180, 270)), length, length, st.booleans()
    ),
    max_size=4,
).map(tuple)
bookmarks = st.lists(
    st.builds(Bookmark, any_text, st.integers(1, 5000), st.integers(0, 9)), max_size=3
).map(tuple)
all_facts = st.builds(
    PaperFacts,
    pages=pages,
    text_layer=st.sampled_from(TextLayer),
    tagged=st.booleans(),
    language=any_text,
    title=any_text,
    fonts_missing=texts,
    hidden_layers=st.booleans(),
    unapplied_redactions=st.lists(st.integers(1, 5000), max_size=3).map(tuple),
    bookmarks=bookmarks,
    removed=texts,
    repaired=st.booleans(),
    warnings=texts,
    accessible=st.booleans(),
    barriers=texts,
    converter=any_text,
    marked_up=st.booleans(),
    attachment=st.booleans(),
)


@given(all_facts)
def test_facts_come_back_as_they_went_in(facts: PaperFacts) -> None:
    text = facts_text(facts)
    assert text.isascii()
    assert facts_from(text) == facts


def test_facts_from_before_office_papers_are_read() -> None:
    told = json.loads(facts_text(some_facts()))
    for later in ("converter", "marked_up", "attachment"):
        del told[later]
    assert facts_from(json.dumps(told)) == some_facts()


def test_two_thousand_pages_stay_small() -> None:
    assert len(facts_text(some_facts(2000))) < 100_000
