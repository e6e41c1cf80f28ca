"""The budget's commands, their arguments and their help; what each does is in ``budgets``."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrutiny_app.cli import budgets
from scrutiny_app.cli.parser import Commands, Handler, Parser
from scrutiny_app.domain.budget_totals import Grouping

_UNITS = ("millions", "thousands", "pounds")


class _Actions:
    """The actions of ``budget WORKSPACE``, being drawn up."""

    def __init__(self, command: argparse.ArgumentParser) -> None:
        self._actions = command.add_subparsers(
            dest="action",
            metavar="ACTION",
            required=True,
            parser_class=Parser,
            help="what to do with them; budget WORKSPACE ACTION --help tells more",
        )

    def add(self, name: str, handler: Handler, tells: str) -> argparse.ArgumentParser:
        """Add one action."""
        action = self._actions.add_parser(name, help=tells, description=tells)
        # Left alone where it was written before the action's name
        action.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="answer as JSON, for other programs",
        )
        action.set_defaults(handler=handler)
        return action

    def add_about(self, name: str, handler: Handler, tells: str) -> argparse.ArgumentParser:
        """Add an action on proposals that are there already, and the options that choose them."""
        action = self.add(name, handler, tells)
        action.add_argument("--committee", default="", metavar="NAME", help="whose proposals")
        action.add_argument("--year", default="", metavar="2024/25", help="the budget's year")
        action.add_argument("--version", default="", metavar="NAME", help="the paper's version")
        return action


def add_commands(commands: Commands) -> None:
    """Add the budget's commands."""
    budget = commands.add(
        "budget",
        budgets.sets,
        "Import budget proposals, check and total them, and draw what the committee needs.",
        places=["WORKSPACE"],
    )
    actions = _Actions(budget)
    _import(actions)
    actions.add("list", budgets.sets, "List the sets of proposals.")
    actions.add_about("check", budgets.check, "Check the figures and the words; changes nothing.")
    totals = actions.add_about("totals", budgets.totals, "Total by group, stated and summed.")
    totals.add_argument(
        "--by",
        choices=[one.value for one in Grouping],
        default=Grouping.SERVICE.value,
        help="what to group by (default service)",
    )


def _import(actions: _Actions) -> None:
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
        "--council", default="", metavar="NAME", help="whose committee it is, where that is new"
    )
    action.add_argument(
        "--unit", choices=_UNITS, help="what the figures are in, where the paper does not say"
    )
    action.add_argument(
        "--preview", action="store_true", help="only show what an import would bring"
    )
