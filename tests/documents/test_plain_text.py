from __future__ import annotations

import pytest

from scrutiny_app.documents.plain_text import settled


@pytest.mark.parametrize(
    ("given", "set_"),
    [
        ("Plain words", "Plain words"),
        ("two  spaces\tand\na line", "two spaces and a line"),
        ("w\u0302y", "ŵy"),
        ("co\u00adopted\u200b\ufeff", "coopted"),
        ("bell\x07 and \ud800half", "bell and half"),
        ("53\u202f-\u00a062", "53\u00a0-\u00a062"),
    ],
)
def test_text_is_settled_before_it_is_set(given: str, set_: str) -> None:
    assert settled(given) == set_
