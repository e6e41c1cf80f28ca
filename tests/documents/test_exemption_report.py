from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2

from scrutiny_app.documents.docx.drawing import draw_docx
from scrutiny_app.documents.exemption_report import exemption_report
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.exempt_register import RegisterEntry
from scrutiny_app.domain.paper import Access
from scrutiny_app.rulebook.house_styles import house_style
from tests.documents.drawn import page_texts
from tests.verapdf.validator import needs_verapdf, ua_verdicts

TODAY = date(2027, 3, 1)
ENTRY = RegisterEntry(
    held_on=date(2027, 1, 21),
    municipal_year="2026/27",
    committee="Children and Young People Scrutiny Committee",
    item=5,
    item_title="Procurement of residential placements",
    title="Tender evaluation",
    access=Access.EXEMPT,
    paragraphs=(3,),
    reason="The council would get a worse price if bidders knew of one another.",
    review_on=date(2027, 2, 1),
    made_public_by="",
)
ENTRIES = (
    ENTRY,
    replace(ENTRY, title="Legal advice", paragraphs=(3, 5), review_on=date(2028, 1, 21)),
    replace(ENTRY, title="Bids", review_on=None),
    replace(ENTRY, title="Case review", access=Access.CONFIDENTIAL, paragraphs=(), reason="Court"),
    replace(ENTRY, title="Old contract", access=Access.PUBLIC, made_public_by="Director of Law"),
)


def text_of(entries: tuple[RegisterEntry, ...], year: str = "2026/27") -> str:
    style = house_style("nottingham")
    report = exemption_report(entries, style, council="Kelsham", year=year, today=TODAY)
    pdf = pypdfium2.PdfDocument(draw_pdf(report, style).data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_every_paper_stands_under_what_is_to_be_done_with_it() -> None:
    text = text_of(ENTRIES)
    headings = (
        "To be reviewed now",
        "Tender evaluation",
        "Without a day of review",
        "Bids",
        "To be reviewed later",
        "Legal advice",
        "Confidential",
        "Case review",
        "Opened to the public since",
        "Old contract",
    )
    places = [text.index(told, text.index("review.")) for told in headings]
    assert places == sorted(places)
    assert "4 papers are withheld; 1 review is due." in text
    assert "Court." in text, "a sentence is ended"
    assert "Not for publication as it stands" in text


def test_every_page_says_that_it_is_not_for_publication() -> None:
    style = house_style("neutral")
    report = exemption_report(ENTRIES * 6, style, council="Kelsham", year="", today=TODAY)
    pages = page_texts(draw_pdf(report, style).data)
    assert len(pages) > 2
    assert all("Not for publication as it stands" in page for page in pages)


def test_a_year_without_any_says_so() -> None:
    assert "No paper was withheld." in text_of(())


@needs_verapdf
def test_everyone_can_read_it(tmp_path: Path) -> None:
    paths = [tmp_path / f"{house}.pdf" for house in ("neutral", "nottingham")]
    for path in paths:
        style = house_style(path.stem)
        report = exemption_report(ENTRIES * 6, style, council="Kelsham", year="", today=TODAY)
        path.write_bytes(draw_pdf(report, style).data)
        assert draw_docx(report, style).startswith(b"PK")
    for verdict in ua_verdicts(paths).values():
        assert verdict.checks > 1000
        assert verdict.broken == ()
