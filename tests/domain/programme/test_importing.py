from __future__ import annotations

from datetime import date

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.programme.columns import ProgrammeField, ProgrammeMapping
from scrutiny_app.domain.programme.importing import preview_programme
from scrutiny_app.domain.programme.written_days import WrittenDay, read_day, window_ends, year_of
from scrutiny_app.domain.read_table import CellLine, ReadCell, ReadTable, TableFile

YEAR = year_of("2026/27")


def a_file(
    *rows: tuple[str | tuple[CellLine, ...], ...],
    before: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
) -> TableFile:
    """A file with one table; a text is a cell of one plain line for every line of it."""
    return TableFile(
        "programme.csv",
        (
            ReadTable(
                "the table",
                tuple(
                    tuple(
                        ReadCell(
                            cell
                            if isinstance(cell, tuple)
                            else tuple(CellLine(line) for line in cell.splitlines()),
                            f"row {number}, column {column}",
                        )
                        for column, cell in enumerate(row, start=1)
                    )
                    for number, row in enumerate(rows, start=1)
                ),
                before,
            ),
        ),
        after,
    )


def bold(text: str, level: int = 1) -> CellLine:
    return CellLine(text, bold=True, level=level)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 September", WrittenDay(date(2026, 9, 24))),
        ("Thursday, 24th September 2026", WrittenDay(date(2026, 9, 24))),
        ("Thu 24 Sept", WrittenDay(date(2026, 9, 24))),
        ("24/09/2026", WrittenDay(date(2026, 9, 24))),
        ("24.9.26", WrittenDay(date(2026, 9, 24))),
        ("2027-03-25", WrittenDay(date(2027, 3, 25))),
        ("25 March", WrittenDay(date(2027, 3, 25))),
        ("20 May", WrittenDay(date(2026, 5, 20))),
        ("6 May", WrittenDay(date(2027, 5, 6))),
        ("TBC", WrittenDay(window="TBC")),
        ("August 2027", WrittenDay(window="August 2027")),
        ("as soon as space permits", WrittenDay(window="as soon as space permits")),
        ("", WrittenDay()),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, expected: WrittenDay) -> None:
    assert read_day(text, YEAR) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("24 Septembre", '"24 Septembre" is not a day. Write it as 28 September 2026'),
        ("31 September", "is not in the calendar"),
        ("Friday 24 September", "is a Thursday. Correct the day or the weekday"),
        ("24 September 2023", "does not lie in 2026/27"),
    ],
)
def test_a_day_that_cannot_be_is_told(text: str, why: str) -> None:
    assert why in read_day(text, YEAR).problem


def test_a_window_ends_with_its_month() -> None:
    assert window_ends("Update, est Aug 2027") == date(2027, 8, 31)
    assert window_ends("autumn 2027") is None


def test_a_table_with_one_row_an_item_is_read_by_its_headings() -> None:
    preview = preview_programme(
        a_file(
            ("Work programme", "", "", ""),
            ("Meeting date", "Topic", "Purpose", "Lead officer"),
            ("24 September", "Rents", "To scrutinise rents", "Sam Poe"),
            ("", "=HYPERLINK(1)", "", ""),
            ("TBC", "Fees", "", ""),
            ("22 October", "", "", ""),
            ("* Fees each year", "", "", ""),
        ),
        "2026-27",
    )
    assert [(one.title, one.day, one.window) for one in preview.items] == [
        ("Rents", date(2026, 9, 24), ""),
        ("=HYPERLINK(1)", date(2026, 9, 24), ""),
        ("Fees", None, "TBC"),
    ]
    assert preview.items[0].lead_officer == "Sam Poe"
    assert preview.days == (date(2026, 9, 24), date(2026, 10, 22))
    assert preview.footnotes == ("* Fees each year",)
    assert (preview.municipal_year, preview.problems) == ("2026/27", ())


def test_titles_in_bold_part_the_items_of_one_cell_even_over_a_page_break() -> None:
    preview = preview_programme(
        a_file(
            ("Date", "Items"),
            (
                "24 September",
                (bold("Rents"), CellLine("To scrutinise rents"), CellLine("Arrears", level=2)),
            ),
            ("Date", "Items"),
            ("", (CellLine("and evictions"), bold("Fees"), CellLine("To consider fees"))),
        ),
        "2026/27",
    )
    rents, fees = preview.items
    assert (rents.title, rents.purpose) == ("Rents", "To scrutinise rents and evictions")
    assert rents.sub_points == ("Arrears",)
    assert (fees.title, fees.purpose, fees.day) == ("Fees", "To consider fees", rents.day)


def test_without_bold_the_outer_points_are_the_titles_and_else_the_first_line() -> None:
    preview = preview_programme(
        a_file(
            ("Date", "Item"),
            ("24 September", "\u2022 Rents\nTo scrutinise rents\n\u2022 Fees"),
            ("22 October", "Grants\nTo consider grants"),
            ("", "Parks\nTo look at parks"),
        ),
        "2026/27",
    )
    assert [(one.title, one.purpose) for one in preview.items] == [
        ("Rents", "To scrutinise rents"),
        ("Fees", ""),
        ("Grants", "To consider grants"),
        ("Parks", "To look at parks"),
    ]


def test_footnotes_say_what_returns_and_what_may_be_parked() -> None:
    preview = preview_programme(
        a_file(
            ("Date", "Item", "Purpose"),
            ("22 October", "Safeguarding Annual Report", "To consider it"),
            before=("Work Programme 2025/26",),
            after=(
                "*Safeguarding Annual Report to be included on every programme, scheduled for the",
                "October (or the nearest available) meeting",
                "* Update on grants - EST AUG 2027",
            ),
        ),
        "2026/27",
    )
    assert len(preview.footnotes) == 2
    assert preview.items[0].recurs_in == 10
    assert "speaks of 2025/26, and it is imported into 2026/27" in preview.remarks[0]
    assert "returns every year in October" in preview.remarks[1]
    assert "names work to come. Park it" in preview.remarks[2]


def test_what_waits_below_the_table_is_parked_and_an_empty_meeting_is_no_item() -> None:
    preview = preview_programme(
        a_file(
            ("Date", "Items"),
            ("24 September", "Nothing is planned yet."),
            after=(
                "* A note",
                "To be scheduled",
                "Parks: To look at parks (August 2027)",
                "Fees",
                "Not taken into the programme",
                "Zoo. Rejected: no influence.",
            ),
        ),
        "2026/27",
    )
    assert [(one.title, one.purpose, one.window, one.day) for one in preview.items] == [
        ("Parks", "To look at parks", "August 2027", None),
        ("Fees", "", "", None),
    ]
    assert (preview.footnotes, preview.days) == (("* A note",), (date(2026, 9, 24),))


def test_every_problem_of_every_row_is_told_at_once_with_its_cell() -> None:
    preview = preview_programme(
        a_file(
            ("Date", "Item", "Purpose"),
            ("24 Septembre", "Rents", ""),
            ("22 October", "", "To consider fees"),
            ("31 June", "Parks", ""),
        ),
        "2026/27",
    )
    assert [one.sentence.split(":")[0] for one in preview.problems] == [
        "Row 2, column 1",
        "Row 3, column 2",
        "Row 4, column 1",
    ]


def test_a_mapping_of_the_officers_own_is_followed() -> None:
    mapping = ProgrammeMapping(0, -1, {ProgrammeField.DAY: 1, ProgrammeField.ITEM: 0})
    preview = preview_programme(a_file(("Rents", "24 September")), "2026/27", mapping)
    assert [(one.title, one.day) for one in preview.items] == [("Rents", date(2026, 9, 24))]


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (
            a_file(("Ref", "Saving"), ("A1", "5")),
            'its first row .row 1, column 1. says "Ref", "Sav',
        ),
        (TableFile("notes.docx", ()), "notes.docx holds no table"),
    ],
)
def test_a_file_that_is_no_work_programme_is_told_apart(file: TableFile, why: str) -> None:
    with pytest.raises(WrongInput, match=why):
        preview_programme(file, "2026/27")
