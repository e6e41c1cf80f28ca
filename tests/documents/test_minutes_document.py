from __future__ import annotations

from dataclasses import replace
from datetime import time

from scrutiny_app.documents.blocks import (
    Heading,
    ListBlock,
    Marker,
    Paragraph,
    Signature,
    Table,
)
from scrutiny_app.documents.minutes_document import minutes_document
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.committee import Person, Role
from scrutiny_app.domain.ids import PersonId
from scrutiny_app.domain.minutes.minutes import (
    Adjournment,
    Attendance,
    Minute,
    MinutesOutline,
    Resolution,
    outline_minutes,
)
from tests.build import a_key, an_agenda
from tests.documents.drawn import (
    NEUTRAL,
    NOTTINGHAM,
    an_ordinary_agenda,
    page_texts,
    said,
    with_style,
)


def _template() -> MinutesOutline:
    return outline_minutes(an_ordinary_agenda(), first_number=24)


def _taken() -> MinutesOutline:
    outline = _template()
    came = (
        Attendance.PRESENT,
        Attendance.ABSENT_APOLOGIES,
        Attendance.SUBSTITUTED,
        Attendance.ABSENT_NO_APOLOGIES,
    )
    substitute = Person(PersonId(a_key()), "Asha Grant", "Councillor")
    attendance = [
        replace(one, attendance=how, reason="Unwell")
        for one, how in zip(outline.attendance, came, strict=True)
    ]
    attendance[0] = replace(attendance[0], member=replace(attendance[0].member, role=Role.CHAIR))
    attendance[2] = replace(attendance[2], substitute=substitute)
    return replace(
        outline,
        attendance=tuple(attendance),
        others=(Person(PersonId(a_key()), "Sam Reed"),),
        started_at=time(10, 2),
        ended_at=time(12, 31),
    )


def _headings(outline: MinutesOutline) -> list[str]:
    document = minutes_document(outline, NOTTINGHAM)
    return [
        f"{block.number} {said(block.text)}".strip()
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def test_every_item_has_a_minute_whose_number_goes_on_from_the_last_meeting() -> None:
    assert _headings(_template())[1:] == [
        "24 APOLOGIES FOR ABSENCE",
        "25 DECLARATIONS OF INTEREST",
        "26 MINUTES",
        "27 CHILDREN'S SERVICES IMPROVEMENT",
        "28 BUDGET PROPOSALS",
        "29 WORK PROGRAMME",
    ]


def test_the_house_style_says_how_minutes_are_numbered_and_written() -> None:
    scheme = replace(NOTTINGHAM.minute_scheme, pattern="{number}/{year}", capital_titles=False)
    document = minutes_document(_template(), with_style(minute_scheme=scheme))
    first = [block for block in document.blocks if isinstance(block, Heading)][1]
    assert (first.number, said(first.text)) == ("24/2026/27", "Apologies for Absence")


def test_the_template_leaves_room_for_all_that_is_not_known() -> None:
    first, second = page_texts(draw_pdf(minutes_document(_template(), NOTTINGHAM), NOTTINGHAM).data)
    assert "on 21 January 2027 from 10.00 am - …" in first.replace("\n", " ")
    assert "Membership Present Absent" in first
    assert "Councillor Priya Naylor □ □" in first
    assert "were confirmed as a true record and signed by the Chair." in first.replace("\n", " ")
    assert "The following points were highlighted:\na) …" in first
    assert "Resolved to:\n1) …" in second
    assert "The Committee noted the work programme." in second
    assert "Chair Date" in second


def test_every_leaf_has_its_number_and_a_box_for_initials() -> None:
    document = minutes_document(_template(), NOTTINGHAM)
    for number, text in enumerate(page_texts(draw_pdf(document, NOTTINGHAM).data), start=1):
        assert f"{number} Initials" in text
    scheme = replace(NOTTINGHAM.minute_scheme, initials_on_each_leaf=False)
    assert minutes_document(_template(), with_style(minute_scheme=scheme)).initials == ""


def test_those_who_came_stand_apart_from_those_who_did_not() -> None:
    document = minutes_document(_taken(), NOTTINGHAM)
    table = next(block for block in document.blocks if isinstance(block, Table))
    here, gone = ([said(text) for text in cell.paragraphs] for cell in table.rows[1])
    assert here == [
        "Councillor Priya Naylor (Chair)",
        "Councillor Asha Grant (substitute for Councillor Wren Okafor)",
    ]
    assert gone == ["Councillor Tom Ashdown", "Councillor Wren Okafor", "Councillor Liz Carrow"]


def test_apologies_are_named_without_their_reasons() -> None:
    document = minutes_document(_taken(), NOTTINGHAM)
    lists = [block for block in document.blocks if isinstance(block, ListBlock)]
    assert [said(point) for point in lists[1].points] == [
        "Councillor Tom Ashdown",
        "Councillor Liz Carrow - no apologies received",
    ]
    assert "Unwell" not in str(document)


def test_taken_minutes_hold_what_was_said_and_resolved() -> None:
    outline = _taken()
    minute = replace(
        outline.minutes[3],
        text="Sam Reed introduced the report.\n\nTwo pages were tabled.",
        highlighted=("first",),
        raised=("second", "third"),
        resolutions=(Resolution(1, "note the report"), Resolution(2, "ask again in May")),
        adjournments=(Adjournment(time(11, 0), "a short break", time(11, 10)),),
    )
    minutes = (*outline.minutes[:3], minute, *outline.minutes[4:])
    document = minutes_document(replace(outline, minutes=minutes), NEUTRAL)
    text = "\n".join(page_texts(draw_pdf(document, NEUTRAL).data))
    for words in (
        "• Sam Reed",
        "Sam Reed introduced the report.\nTwo pages were tabled.",
        "The committee heard that:\na) first",
        "points were made:\na) second\nb) third",
        "Resolved to:\n1) note the report; and\n2) ask again in May.",
    ):
        assert words in text
    flowing = text.replace("\n", " ")
    assert "on 21 January 2027, 10.02 am to 12.31 pm" in flowing
    assert "adjourned at 11.00 am to allow for a short break and resumed at 11.10 am." in flowing
    assert "To confirm" not in text


def test_what_was_resolved_is_bold_and_stays_together_while_it_is_short() -> None:
    outline = _taken()
    for count, whole in ((5, True), (6, False)):
        resolved = tuple(Resolution(number, "note it") for number in range(1, count + 1))
        minute = replace(outline.minutes[3], resolutions=resolved)
        document = minutes_document(replace(outline, minutes=(minute,)), NEUTRAL)
        (points,) = (
            block
            for block in document.blocks
            if isinstance(block, ListBlock) and block.marker is Marker.NUMBER
        )
        assert points.whole is whole
        assert all(run.bold for point in points.points for run in point)


def test_who_presided_in_the_chairs_absence_stands_before_those_who_came() -> None:
    outline = replace(_taken(), presiding="Councillor Asha Grant")
    texts = [
        said(block.text) if isinstance(block, Paragraph) else type(block).__name__
        for block in minutes_document(outline, NEUTRAL).blocks
    ]
    assert texts.index("Councillor Asha Grant presided.") == texts.index("Table") - 1


def test_an_urgent_item_says_why_it_could_not_wait() -> None:
    agenda = an_agenda()
    item = replace(agenda.items[1], urgency_reason="the lease ends on Friday")
    outline = outline_minutes(replace(agenda, items=(item,)), first_number=1)
    texts = [
        said(block.text)
        for block in minutes_document(outline, NOTTINGHAM).blocks
        if isinstance(block, Paragraph)
    ]
    assert any("because the lease ends on Friday" in text for text in texts)


def test_sixty_points_and_a_long_minute_fill_pages_without_harm() -> None:
    outline = _taken()
    long = Minute(27, outline.minutes[3].item, "Word " * 900, tuple(["point " * 30] * 60))
    document = minutes_document(replace(outline, minutes=(long,)), NOTTINGHAM)
    drawn = draw_pdf(document, NOTTINGHAM)
    assert "hhh) point" in "\n".join(page_texts(drawn.data))
    assert isinstance(document.blocks[-1], Signature)


def test_each_loose_leaf_says_whose_minutes_it_belongs_to_and_whether_it_is_private() -> None:
    document = minutes_document(_template(), NOTTINGHAM, private=True)
    _, second = page_texts(draw_pdf(document, NOTTINGHAM).data)
    assert "Scrutiny Committee, 21 January 2027. Full Minutes: Not for Publication" in second
