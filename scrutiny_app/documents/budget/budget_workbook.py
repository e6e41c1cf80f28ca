"""Budget proposals as an Excel workbook: real numbers, and text that never becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from scrutiny_app.documents.sheet_rows import row_height
from scrutiny_app.domain.budget.paper import BudgetPaper
from scrutiny_app.domain.budget.proposal import BudgetProposal
from scrutiny_app.domain.budget.totals import Grouping, Total, totals_by, whole_total
from scrutiny_app.domain.budget.words import BudgetWords

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MILLION = 1_000_000
# Room for the closing bracket behind what has none, so that digits stand below digits
_MONEY = "#,##0.000_);(#,##0.000);0.000_)"
_POSTS = "#,##0.0_);(#,##0.0);0_)"
# Nothing that a proposal says is run, followed or turned into a number
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SAME_EVERY_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
# What is printed comes first: no sheet of paper holds all columns so that they can be read
_FIRST = (("Reference", 16), ("Title", 42), ("Service", 24))
_TEXTS = (
    ("Narrative", 60),
    ("Group", 24),
    ("Option type", 16),
    ("Consultation", 22),
    ("Department", 22),
)
_FIGURE_WIDTH, _DETAIL_WIDTH = 10, 20
_DETAILS = (
    "Effect",
    "Conditions",
    "Funding source",
    "EIA",
    "Wards",
    "Client groups",
    "Owner",
    "Portfolio holder",
    "Rating",
    "Delivered by",
    "Consultation dates",
)


def budget_workbook(paper: BudgetPaper, words: BudgetWords) -> bytes:
    """Return a set as a workbook: the proposals, which can be imported again, and the totals.

    The same set gives the same bytes.
    """
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **_OPTIONS}) as book:
        book.set_properties(
            {
                "title": words.schedule.title.format(year=paper.whole.label),
                "author": paper.council,
                "created": _SAME_EVERY_TIME,
            }
        )
        _Sheets(book, paper, words).write()
    return made.getvalue()


class _Sheets:
    """The two sheets of a workbook being written."""

    def __init__(self, book: Workbook, paper: BudgetPaper, words: BudgetWords) -> None:
        self._book = book
        self._paper = paper
        self._words = words
        plain = {"font_name": "Arial", "font_size": 10}
        head = plain | {"bold": True, "text_wrap": True, "bottom": 1}
        self._plain: Format = book.add_format(plain)
        self._head: Format = book.add_format(head)
        self._figure_head: Format = book.add_format(head | {"align": "right"})
        self._text: Format = book.add_format(plain | {"text_wrap": True, "valign": "top"})
        self._money: Format = book.add_format(plain | {"num_format": _MONEY, "valign": "top"})
        self._posts: Format = book.add_format(plain | {"num_format": _POSTS, "valign": "top"})
        self._bold: Format = book.add_format(plain | {"bold": True})
        self._sum: Format = book.add_format(plain | {"num_format": _MONEY, "bold": True})

    def write(self) -> None:
        self._proposals(self._book.add_worksheet("Proposals"))
        self._totals(self._book.add_worksheet("Totals"))

    def _proposals(self, sheet: Worksheet) -> None:
        years = self._paper.whole.years
        figures = (*(f"{year.label} £m" for year in years), "Total £m", "Posts FTE")
        columns = (
            *_FIRST,
            *((name, _FIGURE_WIDTH) for name in figures),
            *_TEXTS,
            *((name, _DETAIL_WIDTH) for name in _DETAILS),
        )
        self._headings(
            sheet, [name for name, _ in columns], range(len(_FIRST), len(_FIRST) + len(figures))
        )
        widths = [width for _, width in columns]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for row, one in enumerate(self._paper.whole.proposals, start=1):
            before = (one.reference, one.title, one.service)
            after = (*_said(one), self._words.columns.effect_of(one.stated), *_details(one))
            sheet.set_row(row, row_height((*before, *("" for _ in figures), *after), widths))
            self._texts(sheet, row, 0, before)
            pounds = (*(one.in_year(year) for year in years), one.stated)
            for column, amount in enumerate(pounds, start=len(_FIRST)):
                sheet.write_number(row, column, amount / _MILLION, self._money)
            posts = len(_FIRST) + len(pounds)
            sheet.write_number(row, posts, float(one.posts.fte), self._posts)
            self._texts(sheet, row, posts + 1, after)
        last = len(self._paper.whole.proposals)
        sheet.print_area(0, 0, last, len(_FIRST) + len(figures) - 1)
        sheet.autofilter(0, 0, last, len(columns) - 1)

    def _totals(self, sheet: Worksheet) -> None:
        whole = whole_total(self._paper.whole)
        columns = self._words.columns
        years = [f"{year.label} £m" for year in self._paper.whole.years]
        figures = (columns.rows, *years, columns.total, columns.summed, columns.posts)
        self._headings(sheet, (columns.group, *figures), range(1, len(figures) + 1))
        row = 1
        for grouping in (Grouping.SERVICE, Grouping.CONSULTATION, Grouping.OPTION):
            sheet.write_string(row, 0, f"By {grouping.label.lower()}", self._bold)
            totals = totals_by(self._paper.whole, grouping)
            for place, total in enumerate(totals, start=row + 1):
                self._total(sheet, place, total, self._text, self._money)
            row += len(totals) + 2
        self._total(sheet, row, whole, self._bold, self._sum)
        sheet.write_string(row + 2, 0, self._words.schedule.rounding_note, self._plain)
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, len(figures), _FIGURE_WIDTH)

    def _total(self, sheet: Worksheet, row: int, total: Total, text: Format, money: Format) -> None:
        sheet.write_string(row, 0, total.name, text)
        sheet.write_number(row, 1, total.rows, text)
        figures = (*(pounds for _, pounds in total.years), total.stated, total.summed)
        for column, pounds in enumerate(figures, start=2):
            sheet.write_number(row, column, pounds / _MILLION, money)
        sheet.write_number(row, len(figures) + 2, float(total.fte), self._posts)

    def _headings(self, sheet: Worksheet, headings: Sequence[str], figures: range) -> None:
        for column, heading in enumerate(headings):
            head = self._figure_head if column in figures else self._head
            sheet.write_string(0, column, heading, head)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def _texts(self, sheet: Worksheet, row: int, column: int, texts: Sequence[str]) -> None:
        for place, text in enumerate(texts, start=column):
            sheet.write_string(row, place, text, self._text)


def _said(one: BudgetProposal) -> tuple[str, ...]:
    return (
        one.narrative,
        one.group,
        one.option_text or one.option.label,
        one.consultation.label,
        one.department,
    )


def _details(one: BudgetProposal) -> tuple[str, ...]:
    details = one.details
    return (
        details.conditions,
        details.funding,
        details.eia,
        "; ".join(details.wards),
        "; ".join(details.client_groups),
        details.owner,
        details.portfolio_holder,
        details.rating.label,
        details.delivered_by,
        details.consulted,
    )
