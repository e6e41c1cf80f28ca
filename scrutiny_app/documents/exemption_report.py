"""The report on exemptions: what is withheld, why, and what is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    Paragraph,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.domain.exempt_register import RegisterEntry, Review
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.paper import Access
from scrutiny_app.domain.wording import listed, long_date

_MARK = "Not for publication as it stands: it names papers that are withheld"
_HEAD = "{title}. Not for publication as it stands"
_INTRO = (
    "An exemption holds only if, and so long as, the public interest in keeping it outweighs the "
    "public interest in disclosing the information (Local Government Act 1972, Schedule 12A, "
    "paragraph 10). This report lists what was withheld, why, and when each paper is looked at "
    "again. Confidential information may not be disclosed at all while its bar lasts, so it has "
    "no review."
)
_NOTHING = "No paper was withheld."
_SECTIONS = (
    (Review.OVERDUE, "To be reviewed now"),
    (Review.NO_DAY, "Without a day of review"),
    (Review.AHEAD, "To be reviewed later"),
)
_CONFIDENTIAL, _OPENED = "Confidential", "Opened to the public since"
_HEADINGS = ("Meeting", "Paper", "Why it is withheld", "Review")
_SHARES = (19, 29, 36, 16)


def exemption_report(
    entries: Sequence[RegisterEntry],
    style: HouseStyle,
    *,
    council: str,
    year: str,
    today: date,
) -> Document:
    """Compose the report of one municipal year ("2026/27"), or of all without one, as blocks.

    Source: Local Government Act 1972 Sch 12A Part 2 para 10; an annual review is practice.
    """
    title = f"Exempt and confidential papers{f', {year}' if year else ''}"
    day = long_date(today, style.minutes_date)
    return Document(
        title=title,
        author=council,
        language=style.language,
        landscape=True,
        page_numbers=True,
        running_head=_HEAD.format(title=title),
        blocks=(
            Paragraph(plain(_MARK), tone=Tone.LABEL, align=Align.RIGHT),
            Paragraph(plain(council), tone=Tone.COUNCIL, keep_with_next=True),
            Title(plain(title)),
            Paragraph(plain(f"As it stands on {day}. {_counted(entries, today)}")),
            Paragraph(plain(_INTRO)),
            *_parts(entries, style, today),
        ),
    )


def _counted(entries: Sequence[RegisterEntry], today: date) -> str:
    if not entries:
        return _NOTHING
    number = sum(one.access is not Access.PUBLIC for one in entries)
    due = sum(one.review(today) is Review.OVERDUE for one in entries)
    withheld = "1 paper is withheld" if number == 1 else f"{number} papers are withheld"
    reviews = {0: "no review is due", 1: "1 review is due"}.get(due, f"{due} reviews are due")
    return f"{withheld}; {reviews}."


def _parts(entries: Sequence[RegisterEntry], style: HouseStyle, today: date) -> Iterator[Block]:
    for review, heading in _SECTIONS:
        yield from _part(heading, [one for one in entries if one.review(today) is review], style)
    for access, heading in ((Access.CONFIDENTIAL, _CONFIDENTIAL), (Access.PUBLIC, _OPENED)):
        yield from _part(heading, [one for one in entries if one.access is access], style)


def _part(heading: str, entries: Sequence[RegisterEntry], style: HouseStyle) -> Iterator[Block]:
    if not entries:
        return
    yield Heading(1, plain(heading))
    yield Table(
        columns=tuple(map(Column, _SHARES)),
        rows=(
            tuple(Cell((plain(text, bold=True),)) for text in _HEADINGS),
            *(_row(one, style) for one in entries),
        ),
        summary=heading,
    )


def _row(entry: RegisterEntry, style: HouseStyle) -> tuple[Cell, ...]:
    day = long_date(entry.held_on, style.minutes_date)
    return (
        Cell((plain(day), plain(entry.committee))),
        Cell((plain(entry.title, bold=True), plain(f"Item {entry.item}: {entry.item_title}"))),
        Cell(tuple(_why(entry))),
        Cell((plain(_review(entry, style)),)),
    )


def _why(entry: RegisterEntry) -> Iterable[Inline]:
    if entry.access is Access.PUBLIC:
        yield plain(_stopped(entry.made_public_by))
        return
    if entry.paragraphs:
        word = "Paragraph" if len(entry.paragraphs) == 1 else "Paragraphs"
        yield plain(f"{word} {listed(entry.paragraphs)} of Part 1 of Schedule 12A.")
    if entry.reason:
        # A basis is typed as it goes on in a sentence
        yield plain(_stopped(f"{entry.reason[0].upper()}{entry.reason[1:]}"))


def _stopped(sentence: str) -> str:
    """Return a sentence with its full stop, which whoever typed it may have left out."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _review(entry: RegisterEntry, style: HouseStyle) -> str:
    if entry.access is Access.EXEMPT:
        return long_date(entry.review_on, style.minutes_date) if entry.review_on else "No day set"
    return "None is needed"
