"""The executive's forward plan from somebody's table: entries to look at before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CouncilId, PlanEntryId
from scrutiny_app.domain.municipal_year import MunicipalYear, assumed_year
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.lines import listed
from scrutiny_app.domain.programme.preview import ImportProblem
from scrutiny_app.domain.programme.written_days import read_day
from scrutiny_app.domain.read_table import ReadCell, TableFile
from scrutiny_app.domain.table_headings import named_columns

_HEADING_ROWS = 12
_YES = {"yes", "y", "key", "true", "private", "exempt", "part exempt", "part", "x", "1"}
_NO = {"", "no", "n", "non-key", "non key", "false", "public", "open", "0", "none"}


class PlanField(StrEnum):
    """What a column of a forward plan can hold."""

    REFERENCE = "reference"
    TITLE = "title"
    DECISION_MAKER = "decision maker"
    DECISION = "decision date"
    KEY = "key decision"
    PRIVATE = "private"
    NOTICE = "notice published"
    PORTFOLIO_HOLDER = "portfolio holder"
    LEAD_OFFICER = "lead officer"
    DOCUMENTS = "documents"


_HEADINGS: Mapping[PlanField, tuple[str, ...]] = {
    PlanField.REFERENCE: ("reference", "ref", "number", "id"),
    PlanField.TITLE: ("title", "decision", "subject", "item", "matter", "issue", "report title"),
    PlanField.DECISION_MAKER: ("decision maker", "decisionmaker", "to be taken by", "taken by"),
    PlanField.DECISION: (
        "decision date", "date of decision", "date", "meeting date", "decision due", "due date",
    ),
    PlanField.KEY: ("key", "key decision", "key decision y n", "type", "decision type"),
    PlanField.PRIVATE: ("private", "exempt", "private meeting", "open or exempt", "access"),
    PlanField.NOTICE: (
        "notice published", "published", "date published", "notice", "first published",
        "date added",
    ),
    PlanField.PORTFOLIO_HOLDER: (
        "portfolio holder", "cabinet member", "executive member", "lead member", "portfolio",
    ),
    PlanField.LEAD_OFFICER: ("lead officer", "officer", "contact officer", "contact", "author"),
    PlanField.DOCUMENTS: ("documents", "documents submitted", "papers", "background papers"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What an import would bring; ``problems`` stop it, every one of every row."""

    file_name: str
    entries: tuple[PlanEntry, ...]
    problems: tuple[ImportProblem, ...]


def preview_forward_plan(
    file: TableFile, council: CouncilId, *, today: date, new_key: Callable[[], str]
) -> PlanPreview:
    """Return the entries of a forward plan, with every problem of every row.

    A day without a year is the next one from ``today``.

    Source: the particulars that SI 2012/2089 reg 9 asks a notice to state; the headings are those
    of real plans.

    Raises:
        WrongInput: no table has a column of decisions.
    """
    rows, columns = _table(file)
    problems: list[ImportProblem] = []
    entries: list[PlanEntry] = []
    for row in rows:
        cells = {one: row[place] for one, place in columns.items() if place < len(row)}
        if not any(cell.text for cell in row):
            continue
        if not cells[PlanField.TITLE].text:
            place = cells[PlanField.TITLE].place
            problems.append(ImportProblem(place, "the decision has no title. Name it."))
            continue
        entry = PlanEntry(PlanEntryId(new_key()), council, cells[PlanField.TITLE].text)
        entries.append(_filled(entry, cells, today, problems))
    return PlanPreview(file.name, tuple(entries), tuple(problems))


def merge_forward_plan(known: Iterable[PlanEntry], preview: PlanPreview) -> tuple[PlanEntry, ...]:
    """Return the entries of a preview, those that are known already under their own keys.

    The same entry has the same reference, or without one the same title. What the workspace knows
    of it beyond the plan (its committee, its programme item) stays.

    Source: our own rule; an import is whole or not at all.

    Raises:
        WrongInput: the preview has problems; every one is named.
    """
    if preview.problems:
        said = " ".join(problem.sentence for problem in preview.problems)
        raise WrongInput(f"{preview.file_name} was not imported. {said}")
    by_name = {_name(entry): entry for entry in known}
    merged = []
    for entry in preview.entries:
        before = by_name.get(_name(entry))
        merged.append(
            entry
            if before is None
            else replace(entry, id=before.id, committee=before.committee, item=before.item)
        )
    return tuple(merged)


def _name(entry: PlanEntry) -> str:
    return (entry.reference or entry.title).casefold()


def _table(
    file: TableFile,
) -> tuple[tuple[tuple[ReadCell, ...], ...], Mapping[PlanField, int]]:
    for table in file.tables:
        for place, row in enumerate(table.rows[:_HEADING_ROWS]):
            columns = named_columns(row, _HEADINGS)
            if PlanField.TITLE in columns and len(columns) > 1:
                return table.rows[place + 1 :], columns
    raise WrongInput(
        f'{file.name} has no columns called "Title" (or "Decision") and "Decision date". Give the '
        "columns of the forward plan headings and choose the file again."
    )


def _filled(
    entry: PlanEntry,
    cells: Mapping[PlanField, ReadCell],
    today: date,
    problems: list[ImportProblem],
) -> PlanEntry:
    def said(one: PlanField) -> str:
        return cells[one].text if one in cells else ""

    decision, period = _day(cells.get(PlanField.DECISION), today, problems)
    notice, _ = _day(cells.get(PlanField.NOTICE), today, problems)
    documents = cells.get(PlanField.DOCUMENTS)
    return replace(
        entry,
        reference=said(PlanField.REFERENCE),
        decision_maker=said(PlanField.DECISION_MAKER),
        decision_on=decision,
        period=period,
        key=_flag(cells.get(PlanField.KEY), problems),
        private=_flag(cells.get(PlanField.PRIVATE), problems),
        notice_on=notice,
        portfolio_holder=said(PlanField.PORTFOLIO_HOLDER),
        lead_officer=said(PlanField.LEAD_OFFICER),
        documents=() if documents is None else listed(documents),
    )


def _day(
    cell: ReadCell | None, today: date, problems: list[ImportProblem]
) -> tuple[date | None, str]:
    if cell is None or not cell.text:
        return None, ""
    read = read_day(cell.text, _around(today))
    if read.problem:
        problems.append(ImportProblem(cell.place, read.problem))
    return read.day, read.window


def _around(today: date) -> MunicipalYear:
    """Return a year in which the next of a day without a year lies, and any day with one."""
    return replace(assumed_year(today), ends_on=date.max)


def _flag(cell: ReadCell | None, problems: list[ImportProblem]) -> bool:
    said = "" if cell is None else cell.text.strip(" .").lower()
    if cell is not None and said not in _YES | _NO:
        problems.append(ImportProblem(cell.place, f'"{cell.text}" is neither yes nor no.'))
    return said in _YES
