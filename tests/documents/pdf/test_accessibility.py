"""Every kind of document that we draw, before veraPDF; Java is started once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app.documents.blocks import (
    Document,
    Heading,
    ListBlock,
    Marker,
    NumberedParagraph,
    Paragraph,
    Run,
    Signature,
    Title,
    plain,
)
from scrutiny_app.documents.front_sheet import front_sheet
from scrutiny_app.documents.minutes_document import minutes_document
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.programmes.process_document import process_document
from scrutiny_app.domain.minutes.minutes import outline_minutes
from scrutiny_app.rulebook.prioritisation_methods import prioritisation_method
from tests.build import an_agenda, pdf_bytes
from tests.documents.drawn import (
    LOREM,
    NEUTRAL,
    NOTTINGHAM,
    a_document,
    a_picture,
    a_table,
    a_table_with_lists,
    an_ordinary_agenda,
    ordinary_ranges,
)
from tests.verapdf.validator import Verdict, needs_verapdf, ua_verdicts

pytestmark = needs_verapdf


def _report() -> Document:
    return a_document(
        Title(plain("Report")),
        Heading(2, plain("A level left out"), number="1"),
        NumberedParagraph("1.1", plain(LOREM)),
        *(Paragraph(plain(LOREM * 4)) for _ in range(10)),
        ListBlock(Marker.LETTER, tuple(plain(LOREM) for _ in range(30))),
        ListBlock(Marker.BULLET, (plain("one"),)),
        a_table(60, summary="Rows"),
        a_table(3, header_rows=0, row_headers=True, words=LOREM * 20),
        a_table(2, ruled=False),
        Paragraph((Run("See "), Run("the policy " * 12, link="https://kelsham.example/"))),
        Paragraph(plain("")),
        Signature("Chair", "Date"),
        page_numbers=True,
        initials="Initials",
        running_head="Kelsham",
    )


def _front(style: str) -> Document:
    agenda = an_ordinary_agenda()
    chosen = NOTTINGHAM if style == "nottingham" else NEUTRAL
    return front_sheet(agenda, chosen, ordinary_ranges(agenda), linked=False)


DRAWN: dict[str, Callable[[], Document]] = {
    "a report with everything in it": _report,
    "a landscape report": lambda: replace(_report(), landscape=True),
    "the Nottingham front sheet": lambda: _front("nottingham"),
    "the neutral front sheet": lambda: _front("neutral"),
    "sixty items": lambda: front_sheet(an_agenda(items=60), NEUTRAL, {}, linked=False),
    "the minutes template": lambda: minutes_document(
        outline_minutes(an_ordinary_agenda(), first_number=24), NOTTINGHAM
    ),
    "letters of many languages": lambda: a_document(
        Title(plain("Tŷ Ŵyl → Łódź ⅖")), Paragraph(plain("Αθήνα, Việt Nam, Київ")), language="cy"
    ),
    "a table with lists, and a picture": lambda: a_document(
        Title(plain("Programme")), a_table_with_lists(), a_picture()
    ),
    "a way of prioritising": lambda: process_document(prioritisation_method("gates"), "Kelsham"),
    "a document without headings": lambda: a_document(Paragraph(plain("Only text"))),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    folder = tmp_path_factory.mktemp("ua")
    for number, make in enumerate(DRAWN.values()):
        (folder / f"{number}.pdf").write_bytes(draw_pdf(make(), NOTTINGHAM).data)
    # A control that must fail: nothing in it is tagged
    (folder / f"{len(DRAWN)}.pdf").write_bytes(pdf_bytes(1))
    files = [folder / f"{number}.pdf" for number in range(len(DRAWN) + 1)]
    found = ua_verdicts(files)
    return dict(zip([*DRAWN, "untagged"], (found[file] for file in files), strict=True))


@pytest.mark.parametrize("name", DRAWN)
def test_what_we_draw_passes_every_machine_rule_of_pdf_ua(
    name: str, verdicts: dict[str, Verdict]
) -> None:
    assert verdicts[name].broken == ()
    assert verdicts[name].checks > 50


def test_an_untagged_file_does_not_pass(verdicts: dict[str, Verdict]) -> None:
    assert verdicts["untagged"].broken


def test_the_driver_reads_paths_as_they_are(tmp_path: Path) -> None:
    odd = tmp_path / "Tŷ a chartref.pdf"
    odd.write_bytes(draw_pdf(a_document(), NOTTINGHAM).data)
    assert ua_verdicts([odd])[odd].broken == ()
