"""The tables of a budget paper become proposals, always shown first, with every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from scrutiny_app.domain.budget.columns import Column, ColumnRole, ColumnWords
from scrutiny_app.domain.budget.figures import MoneyUnit
from scrutiny_app.domain.budget.finding import CheckSeverity
from scrutiny_app.domain.budget.proposal import BudgetProposal, PrintedTotal, ProposalDetails
from scrutiny_app.domain.budget.rows import ImportProblem, RowReader
from scrutiny_app.domain.budget.table import (
    HeadedTable,
    ImportChoices,
    Row,
    headed_tables,
    step_of,
    texts_of,
    unit_of,
)
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import ProposalId
from scrutiny_app.domain.read_table import ReadTable, TableFile


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """One column of a table in the preview: its heading and what it is taken to hold."""

    heading: str
    role: ColumnRole


@dataclass(frozen=True, slots=True)
class PreviewTable:
    """One table of the file: its columns, and the rows below their headings as they were read.

    ``read`` tells whether proposals were read from it; the others show what they might hold.
    """

    name: str
    columns: tuple[PreviewColumn, ...]
    rows: tuple[Row, ...] = ()
    read: bool = True


@dataclass(frozen=True, slots=True)
class ProposalPreview:
    """What an import would bring; nothing is recorded yet.

    ``proposals`` have no keys of their own yet. ``unit`` is None where the file does not tell it.
    """

    file_name: str
    tables: tuple[PreviewTable, ...]
    years: tuple[FinancialYear, ...]
    unit: MoneyUnit | None
    rounded_to: int
    proposals: tuple[BudgetProposal, ...]
    printed_totals: tuple[PrintedTotal, ...]
    problems: tuple[ImportProblem, ...]

    @property
    def references(self) -> tuple[str, ...]:
        """Every reference, in printed order."""
        return tuple(one for proposal in self.proposals for one in proposal.references)

    @property
    def errors(self) -> tuple[ImportProblem, ...]:
        """The problems that must be put right before it can be recorded."""
        return tuple(one for one in self.problems if one.severity is CheckSeverity.ERROR)


def preview_proposals(
    file: TableFile, words: ColumnWords, reference: str, choices: ImportChoices | None = None
) -> ProposalPreview:
    """Return what the tables of a file hold, and everything that is wrong with them.

    ``reference`` is the pattern of a proposal's reference.

    Source: ours: all errors of all rows at once, and always a preview.
    """
    choices = choices or ImportChoices()
    headed = headed_tables(file.tables, words, choices)
    if not headed:
        return _without_table(file, words)
    said, is_said = unit_of(headed)
    unit = choices.unit or said
    problems = list(_unit_problems(unit, is_said=is_said or choices.unit is not None))
    reader = RowReader(words, reference, unit or MoneyUnit.POUNDS)
    for one in headed:
        reader.read(one)
    problems += reader.problems
    if not reader.proposals and not problems:
        problems.append(ImportProblem(CheckSeverity.ERROR, _NO_ROWS, ""))
    return ProposalPreview(
        file.name,
        tuple(_shown(one) for one in headed),
        tuple(sorted({role.year for one in headed for role in one.roles if role.year})),
        unit,
        step_of(headed, unit) if unit else 1,
        tuple(reader.proposals),
        tuple(reader.totals),
        tuple(problems),
    )


def choose_role(
    choices: ImportChoices, table: PreviewTable, heading: str, role: ColumnRole
) -> ImportChoices:
    """Return choices by which a column holds something; whichever held it before is left out.

    Source: ours: two columns cannot both be the title.
    """
    held = {
        one.heading: ColumnRole(Column.IGNORED)
        for one in table.columns
        if one.role == role and one.heading != heading and role.column is not Column.IGNORED
    }
    return replace(choices, columns={**choices.columns, **held, heading: role})


_LOOKED_AT = 25
_NO_TABLE = (
    "It has no table with proposals: a row of headings is needed that names a reference or a "
    "title, and at least one year such as 2024/25. {looked}"
)
_NO_ROWS = "It has headings and no row of figures below them. Choose the file with the figures."
_NO_UNIT = (
    "The file does not say whether its figures are pounds, thousands or millions. Say which it is."
)
_GUESSED = (
    "The file does not say its unit. The figures have decimals and none reaches a thousand, so "
    "they are taken as millions of pounds."
)


def _without_table(file: TableFile, words: ColumnWords) -> ProposalPreview:
    looked = (
        "; ".join(_first_row(table) for table in file.tables[:3]) or "It holds no table at all."
    )
    message = _NO_TABLE.format(looked=looked)
    problem = ImportProblem(CheckSeverity.ERROR, message, "")
    tables = tuple(_unread(table, words) for table in file.tables if table.rows)
    return ProposalPreview(file.name, tables, (), None, 1, (), (), (problem,))


def _unread(table: ReadTable, words: ColumnWords) -> PreviewTable:
    """Return a table whose headings were not understood: its fullest row is taken for them."""
    filled = [sum(1 for text in texts_of(row) if text) for row in table.rows[:_LOOKED_AT]]
    place = filled.index(max(filled))
    columns = (PreviewColumn(text, words.role_of(text)) for text in texts_of(table.rows[place]))
    return PreviewTable(table.name, tuple(columns), table.rows[place + 1 :], read=False)


def _first_row(table: ReadTable) -> str:
    row = next((row for row in table.rows if any(cell.text for cell in row)), ())
    first = next((cell for cell in row if cell.text), None)
    if first is None:
        return f"The {table.name} is empty."
    said = ", ".join(cell.text for cell in row if cell.text)[:80]
    return f"It begins at {first.place} with: {said}."


def _unit_problems(unit: MoneyUnit | None, *, is_said: bool) -> Iterator[ImportProblem]:
    if unit is None:
        yield ImportProblem(CheckSeverity.ERROR, _NO_UNIT, "")
    elif not is_said:
        yield ImportProblem(CheckSeverity.WARNING, _GUESSED, "")


def _shown(headed: HeadedTable) -> PreviewTable:
    columns = zip(headed.headings, headed.roles, strict=True)
    shown = tuple(PreviewColumn(*one) for one in columns)
    return PreviewTable(headed.table.name, shown, tuple(headed.rows))


def refuse_unsound(preview: ProposalPreview, year: FinancialYear) -> None:
    """Return quietly when a preview can be recorded as the proposals for a year.

    Raises:
        WrongInput: the file has errors, every one of which is told, or no figures for the year.

    Source: ours.
    """
    if preview.errors:
        said = " ".join(one.message for one in preview.errors)
        raise WrongInput(f"{preview.file_name} was not imported: {said}")
    if year not in preview.years:
        held = ", ".join(one.label for one in preview.years)
        raise WrongInput(
            f"{preview.file_name} was not imported: it has figures for {held} and none for "
            f"{year.label}. Choose one of its years."
        )


def settle_proposals(
    new: Sequence[BudgetProposal], before: Sequence[BudgetProposal], new_key: Callable[[], str]
) -> tuple[BudgetProposal, ...]:
    """Return imported proposals with keys: those that were there keep theirs, and their details.

    What an officer added by hand stands where the file says nothing.

    Source: ours.
    """
    known = {reference: one for one in before for reference in one.references}
    taken: set[str] = set()
    settled = []
    for one in new:
        old = next((known[key] for key in one.references if key in known), None)
        if old is None or old.id in taken:
            settled.append(replace(one, id=ProposalId(new_key())))
        else:
            taken.add(old.id)
            details = _filled(one.details, old.details)
            settled.append(replace(one, id=old.id, details=details))
    return tuple(settled)


def _filled(new: ProposalDetails, old: ProposalDetails) -> ProposalDetails:
    """Return new details, the old ones where the new say nothing."""
    empty = ProposalDetails()
    return replace(
        new,
        **{
            name: getattr(old, name)
            for name in ProposalDetails.__dataclass_fields__
            if getattr(new, name) == getattr(empty, name)
        },
    )
