"""Files that are damaged or encrypted but readable go in, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.intake import hostile
from tests.documents.intake.made import made


@pytest.mark.parametrize("build", [hostile.damaged_table, hostile.trailer_lost])
def test_a_damaged_file_is_mended_and_the_officer_is_told(build: object, tmp_path: Path) -> None:
    paper = made(tmp_path, build())  # type: ignore[operator]
    assert paper.facts.page_count == 3
    assert paper.texts[2] == "Page of a paper 3"
    assert paper.facts.repaired
    assert any("damaged and has been mended" in each for each in paper.facts.warnings)


@pytest.mark.parametrize("strength", [3, 4, 6])
def test_a_file_encrypted_with_the_empty_password_goes_in_open(
    strength: int, tmp_path: Path
) -> None:
    paper = made(tmp_path, hostile.locked(user="", strength=strength))
    assert paper.facts.page_count == 2
    assert b"/Encrypt" not in paper.path.read_bytes()
    assert "restrictions on copying and printing" in paper.facts.removed


def test_a_page_whose_edges_are_nonsense_gets_edges_and_a_warning(tmp_path: Path) -> None:
    facts = made(tmp_path, hostile.sized(b"[/a /b /c /d]")).facts
    assert facts.page_count == 1
    assert facts.repaired


def test_a_page_whose_content_is_lost_is_named(tmp_path: Path) -> None:
    data = hostile.one_page(hostile.stream(b"0 0 9 9 re f")).replace(b"4 0 obj", b"9 0 obj")
    warnings = made(tmp_path, data).facts.warnings
    assert any("there is nothing on page 1" in each for each in warnings)


def test_names_in_the_alphabet_of_their_day_are_no_hindrance(tmp_path: Path) -> None:
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Gr#fc#d8n /Encoding /WinAnsiEncoding >>"
    page = b"/Resources << /Font << /F1 5 0 R >> >> /Annots [<< /Subtype /L#d8nk >>]"
    content = hostile.stream(b"BT /F1 12 Tf 72 700 Td (Words) Tj ET")
    data = hostile.one_page(content, page, font)
    data = data.replace(b"/Type /Catalog", b"/Type /Catalog /Dests << /#fc#d8 [3 0 R /Fit] >>")
    facts = made(tmp_path, data).facts
    assert facts.page_count == 1
    assert len(facts.fonts_missing) == 1


def test_a_wrong_count_of_pages_is_put_right(tmp_path: Path) -> None:
    data = hostile.one_page(hostile.stream(b"")).replace(b"/Count 1", b"/Count 9")
    paper = made(tmp_path, data)
    assert paper.facts.page_count == 1
    with paper.open() as pdf:
        assert pdf.Root.Pages.Count == 1
