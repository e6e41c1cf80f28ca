"""Budget proposals as an Excel workbook: real numbers, and text that never becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from scrutiny_app.domain.budget.paper import BudgetPaper
from scrutiny_app.domain.budget.proposal import BudgetProposal
from scrutiny_app.domain.budget.totals import Grouping, Total, totals_by, whole_total
from scrutiny_app.domain.budget.words import BudgetWords

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MILLION = 1_000_000
_MONEY = "#,##0.000;(#,##0.000);0.000"
_POSTS = "0.0;(0.0);0"
# Nothing that a proposal says is run, followed or turned into a number
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SAME_EVERY_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
_TEXTS = (
    "Reference",
    "Service",
    "Group",
    "Option type",
    "Consultation",
    "Department",
    "Title",
    "Narrative",
)
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
_WIDTHS = (14, 22, 24, 16, 22, 20, 32, 60)


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
        self._head: Format = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        self._text: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._money: Format = book.add_format({"num_format": _MONEY, "valign": "top"})
        self._posts: Format = book.add_format({"num_format": _POSTS, "valign": "top"})
        self._bold: Format = book.add_format({"bold": True})
        self._sum: Format = book.add_format({"num_format": _MONEY, "bold": True})

    def write(self) -> None:
        self._proposals(self._book.add_worksheet("Proposals"))
        self._totals(self._book.add_worksheet("Totals"))

    def _proposals(self, sheet: Worksheet) -> None:
        years = [f"{year.label} £m" for year in self._paper.whole.years]
        headings = (*_TEXTS, *years, "Total £m", "Posts FTE", *_DETAILS)
        self._headings(sheet, headings)
        for row, one in enumerate(self._paper.whole.proposals, start=1):
            self._texts(sheet, row, 0, _said(one))
            column = len(_TEXTS)
            for year in self._paper.whole.years:
                sheet.write_number(row, column, one.in_year(year) / _MILLION, self._money)
                column += 1
            sheet.write_number(row, column, one.stated / _MILLION, self._money)
            sheet.write_number(row, column + 1, float(one.posts.fte), self._posts)
            effect = self._words.columns.effect_of(one.stated)
            self._texts(sheet, row, column + 2, (effect, *_details(one)))
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        # On paper the figures matter; with the details beside them nobody could read either
        last = len(_TEXTS) + len(years) + 1
        sheet.print_area(0, 0, len(self._paper.whole.proposals), last)
        sheet.autofilter(0, 0, len(self._paper.whole.proposals), len(headings) - 1)

    def _totals(self, sheet: Worksheet) -> None:
        whole = whole_total(self._paper.whole)
        columns = self._words.columns
        years = [f"{year.label} £m" for year in self._paper.whole.years]
        headings = (columns.service, columns.rows, *years, columns.total, columns.summed)
        self._headings(sheet, (*headings, columns.posts))
        row = 1
        for grouping in (Grouping.SERVICE, Grouping.CONSULTATION, Grouping.OPTION):
            for total in totals_by(self._paper.whole, grouping):
                self._total(sheet, row, total)
                row += 1
            row += 1
        self._total(sheet, row, whole)
        sheet.write_string(row + 2, 0, self._words.schedule.rounding_note, self._bold)
        sheet.set_column(0, 0, 40)

    def _total(self, sheet: Worksheet, row: int, total: Total) -> None:
        sheet.write_string(row, 0, total.name, self._bold)
        sheet.write_number(row, 1, total.rows)
        figures = (*(pounds for _, pounds in total.years), total.stated, total.summed)
        for column, pounds in enumerate(figures, start=2):
            sheet.write_number(row, column, pounds / _MILLION, self._sum)
        sheet.write_number(row, len(figures) + 2, float(total.fte), self._posts)

    def _headings(self, sheet: Worksheet, headings: Sequence[str]) -> None:
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, self._head)
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
        one.reference,
        one.service,
        one.group,
        one.option_text or one.option.label,
        one.consultation.label,
        one.department,
        one.title,
        one.narrative,
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
