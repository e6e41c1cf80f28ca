"""A meeting that was published, and what comes after."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.publish_agenda import publish_agenda
from tests.build import a_meeting_file, a_pdf

DAY = "2027-01-21"
IN_TIME = datetime(2027, 1, 13, 10, 0, tzinfo=UTC)
LATE = datetime(2027, 1, 15, 10, 0, tzinfo=UTC)
TO_FOLLOW = '[[item.paper]]\ntitle = "Annex"\nto_follow = true\n'
EXEMPT = """[[item]]
title = "Contract"
[[item.paper]]
title = "Tender prices"
file = "tender.pdf"
access = "exempt"
exempt_paragraphs = [3]
public_interest_reason = "it would weaken the council in negotiation"
"""


def a_published_file(desk: Desk, tmp_path: Path) -> Path:
    """Papers of 3 and 2 pages (3-6, 7-8), one to follow, an exempt one (9-10); published."""
    file = a_meeting_file(tmp_path / "papers", [3], [2])
    a_pdf(file.parent, "tender.pdf", pages=2, text="Zephyr bid of forty thousand pounds, page")
    add(file, TO_FOLLOW + EXEMPT)
    load_meeting(desk, file)
    publish_agenda(desk, DAY, at=IN_TIME)
    return file


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)


def alter(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def what_came(desk: Desk, file: Path) -> None:
    """A longer paper 2.1 of 5 pages, and the annex of 1 page."""
    a_pdf(file.parent, "2-1.pdf", pages=5, text="Longer words, page")
    a_pdf(file.parent, "annex.pdf", pages=1, text="Words of the annex, page")
    alter(file, "to_follow = true", 'file = "annex.pdf"')
    load_meeting(desk, file)


def stamped(path: Path) -> list[tuple[str, str]]:
    """Every page's label and the number that is printed on it."""
    pdf = pypdfium2.PdfDocument(path)
    pages = []
    for place in range(len(pdf)):
        words = pdf[place].get_textpage().get_text_range().split()
        printed = words[max(at for at, word in enumerate(words) if word == "Page") + 1]
        pages.append((pdf.get_page_label(place), printed))
    return pages


def labels(path: Path) -> str:
    pages = stamped(path)
    assert [label for label, _ in pages] == [printed for _, printed in pages]
    return " ".join(label for label, _ in pages)
