"""What the command line is drawn up with: a parser that refuses in one sentence, and its list."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from scrutiny_app.cli.answers import Answer
from scrutiny_app.domain.errors import WrongInput

_MOST = 1_000_000

Handler = Callable[[argparse.Namespace], Answer]


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print and leave on."""
        raise WrongInput(f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help")


class Commands:
    """The list of commands being drawn up."""

    def __init__(self, parser: Parser) -> None:
        self._commands = parser.add_subparsers(
            dest="command", metavar="COMMAND", required=True, parser_class=Parser
        )

    def add(
        self, name: str, handler: Handler, tells: str, *, places: Sequence[str] = ()
    ) -> argparse.ArgumentParser:
        """Add a command; ``places`` are its positional arguments, in order."""
        command = self._commands.add_parser(name, help=tells, description=tells)
        for place in places:
            command.add_argument(place.lower(), metavar=place, **_PLACES[place])
        command.add_argument(
            "--json", action="store_true", help="answer as JSON, for other programs"
        )
        command.set_defaults(handler=handler)
        return command

    def add_group(self, name: str, tells: str) -> Actions:
        """Add a command that has actions of its own: ``name WORKSPACE ACTION``."""
        command = self._commands.add_parser(name, help=tells, description=tells)
        command.add_argument("workspace", metavar="WORKSPACE", **_PLACES["WORKSPACE"])
        return Actions(command)


class Actions:
    """The actions of one command being drawn up."""

    def __init__(self, command: argparse.ArgumentParser) -> None:
        self._actions = command.add_subparsers(
            dest="action",
            metavar="ACTION",
            required=True,
            parser_class=Parser,
            help="what to do; ACTION --help tells more",
        )

    def add(self, name: str, handler: Handler, tells: str) -> argparse.ArgumentParser:
        """Add an action."""
        action = self._actions.add_parser(name, help=tells, description=tells)
        action.add_argument(
            "--json", action="store_true", help="answer as JSON, for other programs"
        )
        action.set_defaults(handler=handler)
        return action


_PLACES: dict[str, dict[str, Any]] = {
    "WORKSPACE": {"type": Path, "help": "the folder that holds the committee's records"},
    "MEETING": {"help": "the meeting's id, or its date such as 2027-01-21"},
    "MEETING.toml": {"type": Path, "help": "a meeting described as text"},
    "REPORT.toml": {
        "type": Path,
        "nargs": "?",
        "help": "a report described as text; --example shows how",
    },
    "TEMPLATE": {"type": Path, "help": "a Word template, a .docx or a .dotx, or a template folder"},
    "TEXT": {"help": 'words to look for; "quoted words" are looked for together'},
    "FILE": {"type": Path, "help": "the backup to restore"},
}


def a_number(text: str) -> int:
    """Return a count that was typed: 1 or more, and no more than a database can be asked for."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:10]) <= _MOST):
        raise argparse.ArgumentTypeError(f'"{text[:20]}" is not a number from 1 to {_MOST:,}')
    return int(text)


def a_path_ending(ending: str) -> Callable[[str], Path]:
    """Return what reads a path that was typed, and refuses one without this ending (".pdf")."""

    def read(text: str) -> Path:
        if not text.lower().endswith(ending):
            raise argparse.ArgumentTypeError(f'"{text}" does not end in {ending}')
        return Path(text)

    return read


def add_to(
    command: argparse.ArgumentParser, tells: str, metavar: str = "FILE", *, ending: str = ""
) -> None:
    """Add the option that says where a command writes."""
    read = a_path_ending(ending) if ending else Path
    command.add_argument("--to", type=read, required=True, metavar=metavar, help=tells)
