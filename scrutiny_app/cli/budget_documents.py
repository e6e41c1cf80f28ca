"""Commands that write documents from budget proposals: schedule, questions, letters, comparison."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.budgets import wanted
from scrutiny_app.cli.surroundings import desk, today
from scrutiny_app.domain.budget.comparison import BudgetComparison, compare_proposals
from scrutiny_app.domain.budget.figures import as_change
from scrutiny_app.domain.budget.totals import Grouping
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.jobs.budget.budget_order import BudgetOrder, BudgetPrint
from scrutiny_app.jobs.budget.find_budget import find_budget
from scrutiny_app.jobs.budget.lay_out_budget import Extract, lay_out_budget


def schedule(arguments: argparse.Namespace) -> Answer:
    """Write the schedule, or an extract of it."""
    extract = None
    if arguments.action == "extract":
        extract = Extract(Grouping(arguments.by), tuple(arguments.only))
    return _written(_order(arguments, BudgetPrint.SCHEDULE, extract), arguments.to)


def questions(arguments: argparse.Namespace) -> Answer:
    """Write the sheet of questions."""
    return _written(_order(arguments, BudgetPrint.QUESTIONS), arguments.to)


def letters(arguments: argparse.Namespace) -> Answer:
    """Write a letter to each portfolio holder."""
    return _written(_order(arguments, BudgetPrint.LETTERS), arguments.to)


def compare(arguments: argparse.Namespace) -> Answer:
    """Tell what changed since the version before, and write it where that is wanted."""
    order = _order(arguments, BudgetPrint.COMPARISON)
    if order.earlier is None:
        raise NotFound("There is no other version to compare with.")
    found = compare_proposals(order.earlier, order.paper.whole)
    if arguments.to:
        _written(order, arguments.to)
    return Answer(
        {
            "before": found.before.label,
            "after": found.after.label,
            "difference": found.pounds,
            "changed": [
                {
                    "reference": one.after.reference,
                    "difference": one.pounds,
                    "fields": [
                        {"name": field.name, "before": field.before, "after": field.after}
                        for field in one.fields
                    ],
                }
                for one in found.changed
            ],
            "added": [one.reference for one in found.added],
            "dropped": [one.reference for one in found.dropped],
            "unchanged": len(found.unchanged),
        },
        tuple(_told(found)),
    )


def _told(found: BudgetComparison) -> list[str]:
    lines = [
        f"{one.after.reference}: {field.name} was {field.before or '-'}, is {field.after or '-'}"
        for one in found.changed
        for field in one.fields
    ]
    lines += [f"{one.reference}: new" for one in found.added]
    lines += [f"{one.reference}: dropped" for one in found.dropped]
    return [*lines, f"From {found.before.label} to {found.after.label}: {as_change(found.pounds)}."]


def _order(
    arguments: argparse.Namespace, what: BudgetPrint, extract: Extract | None = None
) -> BudgetOrder:
    with desk(arguments.workspace).read() as store:
        whole = find_budget(store, wanted(arguments))
        return lay_out_budget(store, whole, what, extract=extract, written_on=today())


def _written(order: BudgetOrder, to: Path) -> Answer:
    from scrutiny_app.jobs.budget.draw_budget import draw_budget

    drawn = draw_budget(order, to)
    record: dict[str, object] = {
        "file": str(to),
        "files": [str(one) for one in drawn.files],
        "rows": len(order.paper.whole.proposals),
    }
    if drawn.pages is not None:
        record["pages"] = drawn.pages
    return Answer(record, tuple(f"{one} is written." for one in drawn.files))
