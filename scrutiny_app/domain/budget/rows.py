"""The rows of a budget paper's tables, read one by one: proposals, headings and totals."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from scrutiny_app.domain.budget.columns import Column, ColumnWords
from scrutiny_app.domain.budget.figures import Amount, MoneyUnit, Posts, pounds_of, read_number
from scrutiny_app.domain.budget.finding import CheckSeverity
from scrutiny_app.domain.budget.proposal import (
    NO_POSTS,
    BudgetProposal,
    Consultation,
    OptionType,
    PrintedTotal,
    ProposalDetails,
    YearAmount,
)
from scrutiny_app.domain.budget.table import FIGURES, HeadedTable, Row, caption_of, texts_of
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import ProposalId
from scrutiny_app.domain.read_table import ReadCell

_BETWEEN = re.compile(r"[\s,;&/+]+|\band\b")
_PARTS = re.compile(r"\s*[;,\n]\s*")
_TELLING = (Column.TITLE, Column.NARRATIVE)


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """One thing wrong in a file; an error has to be put right before anything is recorded.

    ``message`` names the row and the cell; ``place`` is that place alone.
    """

    severity: CheckSeverity
    message: str
    place: str


class RowReader:
    """Reads table after table of one file; headings hold on from a table to its continuation."""

    def __init__(self, words: ColumnWords, reference: str, unit: MoneyUnit) -> None:
        self._words = words
        self._reference = re.compile(reference)
        self._unit = unit
        self._service = ""
        self._group = ""
        self._headings: tuple[str, ...] = ()
        self._known: set[str] = set()
        self.proposals: list[BudgetProposal] = []
        self.totals: list[PrintedTotal] = []
        self.problems: list[ImportProblem] = []

    def read(self, headed: HeadedTable) -> None:
        """Read the rows of one table."""
        self._enter(headed)
        self._require(headed)
        for place, row in enumerate(headed.rows):
            self._read_row(headed, row, opens=place == 0)
        self._headings = headed.headings

    def _enter(self, headed: HeadedTable) -> None:
        """Take the service from what stands above a table, unless it only goes on from the last."""
        caption = caption_of(headed)
        service = self._words.service_in(caption)
        goes_on = headed.headings == self._headings
        if service and (service != caption or not goes_on):
            self._service, self._group = service, ""
        elif not goes_on:
            self._service, self._group = _sheet_name(headed), ""

    def _require(self, headed: HeadedTable) -> None:
        if not headed.has(Column.REFERENCE):
            self._wrong(
                f"The {headed.table.name} has no column of references. Say which of its columns "
                "holds them.",
                headed.table.name,
            )

    def _read_row(self, headed: HeadedTable, row: Row, *, opens: bool) -> None:
        texts = [text for text in texts_of(row) if text]
        if not texts:
            return
        if len(set(texts)) == 1 and not _is_number(texts[0]):
            self._heading_or_rest(headed, row, texts[0], opens=opens)
        elif self._is_total(headed, row):
            self._total(headed, row)
        elif _figures(headed, row) or headed.cell(row, Column.REFERENCE).text:
            self._proposal(headed, row)
        elif self.proposals and (opens or headed.cell(row, Column.NARRATIVE).text):
            self._rest(headed, row)
        else:
            self._note(f"{_at(row)} has no reference and no figures, and was left out.", _at(row))

    def _heading_or_rest(self, headed: HeadedTable, row: Row, text: str, *, opens: bool) -> None:
        """Take a row with one text as a heading, or as the rest of a row cut by a page's end."""
        if self._words.is_total(text):
            return
        if self._words.names_a_group(text):
            self._group = text
        elif opens and self.proposals and text[:1].islower():
            self._rest(headed, row)
        else:
            self._service, self._group = self._words.service_in(text) or text, ""

    def _rest(self, headed: HeadedTable, row: Row) -> None:
        """Add what stands in a row without a reference to the proposal above it."""
        last = self.proposals[-1]
        added = {
            column: " ".join(filter(None, (held, headed.cell(row, column).text)))
            for column, held in zip(_TELLING, (last.title, last.narrative), strict=True)
        }
        self.proposals[-1] = replace(
            last, title=added[Column.TITLE], narrative=added[Column.NARRATIVE]
        )
        self._note(
            f"{_at(row)} has no reference and no figures: it was taken as the rest of "
            f"{last.reference}.",
            _at(row),
        )

    def _is_total(self, headed: HeadedTable, row: Row) -> bool:
        if self._reference.search(headed.cell(row, Column.REFERENCE).text):
            return False
        if self._words.is_total(_label(headed, row)):
            return True
        named = (headed.cell(row, column).text for column in (Column.REFERENCE, Column.TITLE))
        return _figures(headed, row) and not any(named)

    def _total(self, headed: HeadedTable, row: Row) -> None:
        total, posts = self._sums(headed, row)
        self.totals.append(
            PrintedTotal(
                _label(headed, row),
                self._years(headed, row),
                total,
                posts,
                headed.cell(row, Column.SERVICE).text or self._service,
                headed.cell(row, Column.GROUP).text or self._group,
                _at(row),
            )
        )

    def _proposal(self, headed: HeadedTable, row: Row) -> None:
        title = headed.cell(row, Column.TITLE).text
        total, posts = self._sums(headed, row)
        proposal = BudgetProposal(
            ProposalId(f"row {len(self.proposals) + 1}"),
            self._references(headed, row),
            title or headed.cell(row, Column.NARRATIVE).text,
            self._years(headed, row),
            total,
            posts or NO_POSTS,
            headed.cell(row, Column.NARRATIVE).text,
            headed.cell(row, Column.SERVICE).text or self._service,
            headed.cell(row, Column.GROUP).text or self._group,
            department=headed.cell(row, Column.DEPARTMENT).text,
            details=self._details(headed, row),
            place=_at(row),
        )
        if not _figures(headed, row):
            self._wrong(f"{_at(row)}, {proposal.reference}, has no figures. Add them.", _at(row))
        if not proposal.title and headed.has(Column.TITLE):
            self._wrong(f"{_at(row)}, {proposal.reference}, has no title. Add it.", _at(row))
        self.proposals.append(self._classed(proposal, headed, row))

    def _classed(self, proposal: BudgetProposal, headed: HeadedTable, row: Row) -> BudgetProposal:
        """Return a proposal with its consultation and kind: from its cells, else its headings."""
        said = headed.cell(row, Column.CONSULTATION).text
        option = headed.cell(row, Column.OPTION).text
        consultation = self._words.consultation_in(said or proposal.group)
        kind = self._words.option_in(option or proposal.group)
        if kind in (OptionType.REDUCE_COSTS, OptionType.CHARGE_MORE) and not option:
            kind = OptionType.SAVING
        if kind is OptionType.GROWTH and not said:
            consultation = Consultation.UNSTATED
        if option and kind is OptionType.UNSTATED:
            cell = headed.cell(row, Column.OPTION)
            self._note(f'{_place(cell)}: "{option}" is not an option type we know.', cell.place)
        group = proposal.group or said
        return replace(
            proposal, consultation=consultation, option=kind, option_text=option, group=group
        )

    def _references(self, headed: HeadedTable, row: Row) -> tuple[str, ...]:
        cell = headed.cell(row, Column.REFERENCE)
        found = tuple(self._reference.findall(cell.text))
        rest = _BETWEEN.sub("", self._reference.sub("", cell.text))
        if not cell.text and headed.has(Column.REFERENCE):
            self._wrong(
                f"{_at(row)} has figures and no reference. Add it at {cell.place}.", cell.place
            )
        elif cell.text and (rest or not found):
            self._note(
                f'{_place(cell)}: "{cell.text}" is not written as references are.', cell.place
            )
            return (cell.text,)
        doubled = [one for one in found if one in self._known]
        self._known.update(found)
        if doubled:
            self._note(f"{_place(cell)}: {doubled[0]} is in the file already.", cell.place)
        return found

    def _years(self, headed: HeadedTable, row: Row) -> tuple[YearAmount, ...]:
        """Return the figures of the years, the first year first, however the columns stand."""
        found = [
            YearAmount(role.year, self._amount(cell))
            for role, cell in headed.year_cells(row)
            if role.year
        ]
        return tuple(sorted(found, key=lambda one: one.year))

    def _sums(self, headed: HeadedTable, row: Row) -> tuple[Amount | None, Posts | None]:
        money = headed.cell(row, Column.CUMULATIVE)
        posts = headed.cell(row, Column.POSTS)
        return (
            self._amount(money) if money.text else None,
            Posts(self._number(posts), posts.text, posts.place) if posts.text else None,
        )

    def _amount(self, cell: ReadCell) -> Amount:
        number = self._number(cell)
        try:
            pounds = pounds_of(number, self._unit)
        except WrongInput as error:
            self._wrong(f"{_place(cell)}: {error}. Correct it, or its unit.", cell.place)
            pounds = 0
        return Amount(pounds, cell.text, cell.place)

    def _number(self, cell: ReadCell) -> Decimal:
        try:
            return read_number(cell.text)
        except WrongInput as error:
            self._wrong(f"{_place(cell)}: {error}. Write it as (0.145) or 0.145.", cell.place)
            return Decimal(0)

    def _details(self, headed: HeadedTable, row: Row) -> ProposalDetails:
        def said(column: Column) -> str:
            return headed.cell(row, column).text

        return ProposalDetails(
            said(Column.CONDITIONS),
            said(Column.FUNDING),
            said(Column.EIA),
            _listed(headed.cell(row, Column.WARDS)),
            _listed(headed.cell(row, Column.CLIENT_GROUPS)),
            said(Column.OWNER),
            said(Column.PORTFOLIO_HOLDER),
            self._words.rating_in(said(Column.RATING)),
            said(Column.DELIVERED_BY),
            said(Column.CONSULTED),
        )

    def _wrong(self, message: str, place: str) -> None:
        self.problems.append(ImportProblem(CheckSeverity.ERROR, _opened(message), place))

    def _note(self, message: str, place: str) -> None:
        self.problems.append(ImportProblem(CheckSeverity.WARNING, _opened(message), place))


def _sheet_name(headed: HeadedTable) -> str:
    """Return what a sheet is called, where somebody gave it a name."""
    kind, _, name = headed.table.name.partition(" ")
    unnamed = re.fullmatch(r"sheet ?\d*|table ?\d*", name, re.IGNORECASE)
    return name if kind == "sheet" and not unnamed else ""


def _label(headed: HeadedTable, row: Row) -> str:
    """Return what a row is called: by its reference, title or narrative, else its first words."""
    telling = (headed.cell(row, column).text for column in (Column.REFERENCE, *_TELLING))
    first = (text for text in texts_of(row) if text and not _is_number(text))
    return next((text for text in (*telling, *first) if text), "Total")


def _figures(headed: HeadedTable, row: Row) -> bool:
    """Whether a row has anything in its columns of money."""
    return any(cell.text for column in FIGURES for cell in headed.cells(row, column))


def _is_number(text: str) -> bool:
    try:
        read_number(text)
    except WrongInput:
        return False
    return True


def _at(row: Row) -> str:
    """Return where a row stands: "row 7", "table 1, row 7"; in a sheet, its first cell."""
    place = row[0].place
    return place.rpartition(", column")[0] or place


def _place(cell: ReadCell) -> str:
    return cell.place


def _opened(message: str) -> str:
    """Return a message with a capital letter."""
    return message[:1].upper() + message[1:]


def _listed(cell: ReadCell) -> tuple[str, ...]:
    lines = "\n".join(line.text for line in cell.lines)
    return tuple(part for part in _PARTS.split(lines) if part)
