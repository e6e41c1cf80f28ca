"""The budget's commands, their arguments and their help; what each does is in ``budgets``."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app.cli import budget_documents, budgets
from scrutiny_app.cli.parser import Actions, Commands, add_to
from scrutiny_app.domain.budget.effect import EffectOn
from scrutiny_app.domain.budget.totals import Grouping

_UNITS = ("millions", "thousands", "pounds")


def add_commands(commands: Commands) -> None:
    """Add the budget's commands."""
    actions = commands.add_group(
        "budget",
        "Import budget proposals, check and total them, and draw what the committee needs.",
    )
    _import(actions)
    actions.add("list", budgets.sets, "List the sets of proposals.")
    _about(actions.add("check", budgets.check, "Check figures and words; no figure is changed."))
    totals = _about(actions.add("totals", budgets.totals, "Total by group, stated and summed."))
    totals.add_argument(
        "--by",
        choices=[one.value for one in Grouping],
        default=Grouping.SERVICE.value,
        help="what to group by (default service)",
    )
    _documents(actions)
    _amending(actions)


def _about(action: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Add what says which proposals are meant, where a workspace has several."""
    action.add_argument("--committee", default="", metavar="NAME", help="whose proposals")
    action.add_argument("--year", default="", metavar="2024/25", help="the budget's year")
    action.add_argument("--version", default="", metavar="NAME", help="the paper's version")
    return action


def _import(actions: Actions) -> None:
    action = actions.add(
        "import", budgets.import_, "Import a paper: Word, Excel, OpenDocument, CSV or PDF."
    )
    action.add_argument("file", type=Path, metavar="FILE", help="the paper")
    action.add_argument("--committee", required=True, metavar="NAME", help="whose proposals")
    action.add_argument("--year", required=True, metavar="2024/25", help="the budget's year")
    action.add_argument(
        "--version", default="", metavar="NAME", help="tells papers for one year apart: Final"
    )
    action.add_argument(
        "--unit", choices=_UNITS, help="what the figures are in, where the paper does not say"
    )
    action.add_argument(
        "--preview", action="store_true", help="only show what an import would bring"
    )


def _documents(actions: Actions) -> None:
    """Add what writes files."""
    schedule = _about(
        actions.add("schedule", budget_documents.schedule, "Write every proposal, with totals.")
    )
    add_to(schedule, "the schedule to write, a .pdf, a .docx or an .xlsx")
    extract = _about(
        actions.add(
            "extract", budget_documents.schedule, "Write the schedule of some of the proposals."
        )
    )
    add_to(extract, "the extract to write, a .pdf, a .docx or an .xlsx")
    extract.add_argument(
        "--by",
        choices=[one.value for one in Grouping],
        default=Grouping.SERVICE.value,
        help="what the names are of (default service)",
    )
    extract.add_argument(
        "--only", required=True, nargs="+", metavar="NAME", help="the services, wards or holders"
    )
    questions = _about(
        actions.add("questions", budget_documents.questions, "Write questions for members.")
    )
    add_to(questions, "the sheet to write, a .pdf or a .docx")
    compare = _about(
        actions.add(
            "compare", budget_documents.compare, "Tell what changed since the version before."
        )
    )
    compare.add_argument("--to", type=Path, metavar="FILE", help="also write it, a .pdf or a .docx")
    letters = _about(
        actions.add("letters", budget_documents.letters, "Write a letter to each portfolio holder.")
    )
    add_to(letters, "the folder for the letters, which are Word files", "DIR")
    effects = actions.add(
        "effects", budgets.effects, "Add several years up for services, wards or client groups."
    )
    effects.add_argument("--committee", default="", metavar="NAME", help="whose proposals")
    effects.add_argument(
        "--on",
        choices=[one.value for one in EffectOn],
        default=EffectOn.SERVICE.value,
        help="whom or what to add up for (default service)",
    )


def _amending(actions: Actions) -> None:
    """Add what records what the paper does not say."""
    amend = _about(
        actions.add("amend", budgets.amend, "Record what the paper does not say of a proposal.")
    )
    amend.add_argument("reference", metavar="REFERENCE", help="one of the proposal's references")
    for name, tells in _DETAILS.items():
        amend.add_argument(f"--{name}", metavar="TEXT", help=tells)
    waive = _about(
        actions.add("waive", budgets.waive, "Set a finding of a check aside, with the reason.")
    )
    waive.add_argument("check", metavar="CHECK", help="the check's id, such as B15")
    waive.add_argument(
        "reference", nargs="?", default="", metavar="REFERENCE", help="as the finding has it"
    )
    waive.add_argument("--reason", required=True, help="why; it is kept with the finding")


_DETAILS = {
    "owner": "who answers for its delivery",
    "portfolio-holder": "whose portfolio it is in",
    "eia": "the reference of its equality impact assessment",
    "conditions": "what it depends on",
    "funding": "where the money comes from",
    "wards": "the wards it touches, with semicolons between",
    "client-groups": "the people it touches, with semicolons between",
    "rating": "red, amber or green",
    "delivered-by": "when it is to be delivered",
    "consulted": "the dates of its consultation",
    "feedback": "what the committee says of it to the portfolio holder",
}
