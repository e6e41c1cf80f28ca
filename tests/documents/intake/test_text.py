"""Words come out as people write them."""

from __future__ import annotations

import pytest

from scrutiny_app.documents.intake.findings import pages_in_words
from scrutiny_app.documents.intake.text import one_line


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("two  words\r\nand\ta\xa0third", "two words and a third"),
        ("e\ufb03cient \ufb01nance", "efficient finance"),
        ("inspec\u0002\r\ntion", "inspection"),
        ("co\u00adopted", "coopted"),
        ("w\u0302yl y ty\u0302", "ŵyl y tŷ"),
        ("12 m² for £½m", "12 m² for £½m"),
        ("a\x00b\x07c\ufeff", "abc"),
        ("emoji 💷 stays", "emoji 💷 stays"),
        ("", ""),
    ],
)
def test_a_page_is_one_clean_line(found: str, wanted: str) -> None:
    assert one_line(found) == wanted


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([3], "page 3"),
        ([1, 2], "pages 1 to 2"),
        ([1, 2, 3, 9], "pages 1 to 3 and 9"),
        ([1, 3, 5], "pages 1, 3 and 5"),
        (list(range(1, 40, 2)), "pages 1, 3, 5, 7, 9, 11, 13, 15 and others"),
    ],
)
def test_pages_are_named_as_an_officer_would(numbers: list[int], words: str) -> None:
    assert pages_in_words(numbers) == words
