"""Content that leaves something open or closes too much is mended without changing the picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.intake.graphics_state import balanced
from tests.documents.intake import hostile
from tests.documents.intake.made import made, pixels


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"q 1 0 0 1 0 0 cm Q",
        b"q BT (q q q) Tj ET Q",
        b"(a (nested q \\( q) string q) Tj",
        b"% q in a comment q\nq Q",
        b"<71> Tj /q gs /Q Do",
        b"BI /W 1 /H 1 ID q q q\nEI q Q",
        b"/Span <</MCID 0>> BDC q Q EMC",
        b"[(q)10(q)]TJ",
        b"q[1 2]0 d Q",
    ],
)
def test_sound_content_comes_back_as_it_is(content: bytes) -> None:
    assert balanced(content) is content


@pytest.mark.parametrize(
    ("content", "mended"),
    [
        (b"q q 1 g", b"q q 1 g\nQ Q"),
        (b"1 g Q Q", b"1 g    \n"),
        (b"/A BMC q", b"/A BMC q\nEMC Q"),
        (b"BT (x) Tj", b"BT (x) Tj\nET"),
        (b"EMC q", b"    q\nQ"),
        (b"(unclosed q", None),
    ],
)
def test_unbalanced_content_ends_as_it_began(content: bytes, mended: bytes | None) -> None:
    assert balanced(content) == (content if mended is None else mended)


def test_a_closing_too_many_changes_nothing_on_the_page(tmp_path: Path) -> None:
    content = b"0.5 0 0 0.5 0 0 cm Q 200 200 400 400 re f q q"
    paper = made(tmp_path, hostile.one_page(hostile.stream(content)))
    assert pixels(paper.path) == pixels(tmp_path / "original.pdf")
    assert paper.facts.repaired
