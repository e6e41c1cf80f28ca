"""Draw a document from budget proposals: what was read goes in, a file comes out; no workspace.

Everything here takes records, so that the window's worker can draw while the workspace stays open
elsewhere. ``lay_out_budget`` reads them.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain, count
from pathlib import Path

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.budget.budget_workbook import budget_workbook
from scrutiny_app.documents.budget.comparison_document import comparison_document
from scrutiny_app.documents.budget.feedback_letter import feedback_letter
from scrutiny_app.documents.budget.questions_sheet import questions_document
from scrutiny_app.documents.budget.schedule import schedule_document
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.budget.comparison import compare_proposals
from scrutiny_app.domain.budget.paper import HolderPart, parts_of_holders
from scrutiny_app.domain.budget.questions import questions_for
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.jobs.budget.budget_order import BudgetOrder, BudgetPrint, DrawnBudget
from scrutiny_app.jobs.make_folder import make_folder
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.budget_rules import budget_rules
from scrutiny_app.rulebook.budget_words import budget_words
from scrutiny_app.rulebook.house_styles import house_style

# Letters and digits of a portfolio in a file's name: every system keeps so many
_LONGEST_NAME = 100


def draw_budget(order: BudgetOrder, to: Path, *, progress: Progress = silent) -> DrawnBudget:
    """Write what an order asks for: a .pdf, a .docx, for a schedule also an .xlsx.

    Letters are written into the folder ``to``, one a portfolio holder, as Word files to sign.

    Raises:
        NotFound: there is nothing to compare with.
        WrongInput: the name ends in none of these, or a letter is in none of our fonts.
        NotWritten: the destination cannot be written.
    """
    progress("Drawing", 0, 1)
    if order.what is BudgetPrint.LETTERS:
        return DrawnBudget(_letters(order, to))
    if order.what is BudgetPrint.SCHEDULE:
        return _schedule(order, to)
    pages = write_document(_composed(order), house_style(order.style), to)
    return DrawnBudget((to,), pages)


def _schedule(order: BudgetOrder, to: Path) -> DrawnBudget:
    match to.suffix.lower():
        case ".xlsx":
            data = budget_workbook(order.paper, budget_words())
            write_atomically(to, lambda part: part.write_bytes(data))
            return DrawnBudget((to,))
        case ".pdf" | ".docx":
            return DrawnBudget(
                (to,), write_document(_composed(order), house_style(order.style), to)
            )
    raise WrongInput(
        f'A schedule cannot be written as "{to.name}". Give the file a name that ends in .pdf, '
        ".docx or .xlsx."
    )


def _composed(order: BudgetOrder) -> Document:
    words, style = budget_words(), house_style(order.style)
    match order.what:
        case BudgetPrint.QUESTIONS:
            sheet = questions_for(order.paper.whole, order.findings, budget_rules())
            return questions_document(order.paper, sheet, words, style)
        case BudgetPrint.COMPARISON:
            if order.earlier is None:
                raise NotFound("There is no other version to compare with.")
            found = compare_proposals(order.earlier, order.paper.whole)
            return comparison_document(order.paper, found, words, style)
    return schedule_document(order.paper, words, style)


def _letters(order: BudgetOrder, folder: Path) -> tuple[Path, ...]:
    make_folder(folder)
    style = house_style(order.style)
    written_on = order.written_on or order.paper.whole.year.starts_on
    files: list[Path] = []
    for part in parts_of_holders(order.paper.whole):
        file = folder / _letter_name(part, {one.name.casefold() for one in files})
        letter = feedback_letter(order.paper, part, written_on, budget_words(), style)
        write_document(letter, style, file)
        files.append(file)
    return tuple(files)


def _letter_name(part: HolderPart, taken: Collection[str]) -> str:
    """Return the name of a letter's file, which every system can keep and no other letter has."""
    named = part.holder or "portfolio holder"
    plain = "".join(one if one.isalnum() or one in " -" else " " for one in named)
    stem = f"Budget letter, {' '.join(plain.split())[:_LONGEST_NAME]}"
    names = chain((f"{stem}.docx",), (f"{stem} ({number}).docx" for number in count(2)))
    return next(name for name in names if name.casefold() not in taken)
