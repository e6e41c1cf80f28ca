"""The house rules hold in this repository, and each finds a violation planted for it."""

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

import pytest

from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.house_styles import house_style, house_style_names
from scrutiny_app.rulebook.report_templates import report_kinds
from tests import house_rules

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "scrutiny_app"
OURS = [PACKAGE, CHECKOUT / "packaging", CHECKOUT / "benchmarks"]

# Where every error may be caught, and why
LAST_STOPS = {
    "cli/__init__.py": "the last stop before a traceback in front of an officer",
    "documents/intake/worker.py": "a hostile file may find a fault of ours; the parent logs it",
    "jobs/worker.py": "a fault ends a job of the window's worker, not the worker; it is logged",
    "ui/file_work.py": "a fault met in a thread is raised again on the window's own",
}

HELP_PICTURES = b"python -m tests.ui.help_pictures"
MOST_PICTURE_BYTES = 3_000_000

Rule = Callable[[Path], list[str]]


@pytest.mark.parametrize("folder", OURS, ids=lambda folder: folder.name)
@pytest.mark.parametrize(
    "rule",
    [
        house_rules.long_modules,
        house_rules.long_functions,
        house_rules.roomless_names,
        house_rules.modules_without_docstring,
    ],
    ids=lambda rule: rule.__name__,
)
def test_our_code_keeps_its_size_its_names_and_its_door_signs(rule: Rule, folder: Path) -> None:
    assert rule(folder) == []


def test_every_rule_of_the_domain_names_its_source() -> None:
    assert house_rules.rules_without_source(PACKAGE / "domain") == []


def test_sql_is_written_in_the_store_only() -> None:
    assert outside(house_rules.sql_strings(PACKAGE), "store/") == []


def test_no_error_is_swallowed_but_at_the_last_stops() -> None:
    assert outside(house_rules.broad_excepts(PACKAGE), *LAST_STOPS) == []


def test_only_the_command_line_prints() -> None:
    assert outside(house_rules.prints(PACKAGE), "cli/") == []


def test_nobody_asks_the_clock_but_the_command_line_and_the_window() -> None:
    assert outside(house_rules.clock_questions(PACKAGE), "cli/", "ui/") == []


def test_nothing_reaches_for_a_network() -> None:
    assert house_rules.network_imports(PACKAGE) == []


def test_no_module_imports_itself_in_a_circle() -> None:
    assert house_rules.import_circles(PACKAGE) == []


def test_nobody_is_sent_to_a_document_that_is_not_here() -> None:
    assert house_rules.papers_that_are_not_here(PACKAGE, CHECKOUT) == []


def test_every_file_is_text_but_the_helps_pictures_and_the_reports_word_templates() -> None:
    # That our own code wrote these, part by part, is tests/jobs/test_write_starter.py's to say
    templates = {f"resources/templates/{one.kind}/template.docx" for one in report_kinds()}
    found = house_rules.binary_files(CHECKOUT)
    assert templates <= set(found)
    pictures = [CHECKOUT / one for one in found if one not in templates]
    others = [one for one in pictures if one.parent != CHECKOUT / "resources" / "help"]
    assert others == []
    # What makes them writes its name into each, so that nothing else passes for one
    assert [one.name for one in pictures if HELP_PICTURES not in one.read_bytes()] == []
    assert sum(one.stat().st_size for one in pictures) < MOST_PICTURE_BYTES


def test_every_picture_that_the_help_shows_is_there_and_is_told_in_words() -> None:
    shown = {
        (page.name, words, name)
        for page in resource("help").glob("*.md")
        for words, name in re.findall(
            r"!\[(.*?)\]\((.+?)\)", page.read_text(encoding="utf-8"), flags=re.DOTALL
        )
    }
    assert len(shown) >= 10
    missing = [one for one in shown if not resource("help", one[2]).is_file() or len(one[1]) < 20]
    assert missing == []
    dark = [one[2].replace("-light", "-dark") for one in shown]
    assert [name for name in dark if not resource("help", name).is_file()] == []


def test_no_file_names_a_path_of_one_machine_or_a_package_registry() -> None:
    assert house_rules.words_of_one_machine(CHECKOUT) == []


def test_every_command_has_help_and_stands_in_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    mute = [name for name, parser in commands().items() if not parser.description]
    unheard = [name for name in commands() if not re.search(rf"`{name}[ `]", readme)]
    assert commands()
    assert (mute, unheard) == ([], [])


def test_every_option_of_every_command_has_help() -> None:
    assert [
        f"{name} {action.dest}"
        for name, parser in commands().items()
        for action in parser._actions
        if not action.help
    ] == []


def test_every_house_style_that_ships_can_be_read() -> None:
    shipped = {path.stem for path in resource("house-styles").glob("*.toml")}
    assert shipped
    assert set(house_style_names()) == shipped
    assert {house_style(name).name for name in shipped} == shipped


LONG_BODY = "".join(f"    print({n})\n" for n in range(60))
PLANTED: list[tuple[Rule, str, str]] = [
    (house_rules.long_modules, "agenda.py", "# line\n" * 401),
    (house_rules.long_functions, "agenda.py", f"def order():\n{LONG_BODY}"),
    (house_rules.roomless_names, "store/pdf_utils.py", ""),
    (house_rules.roomless_names, "helpers/__init__.py", ""),
    (house_rules.modules_without_docstring, "store/__init__.py", "import json\n"),
    (
        house_rules.rules_without_source,
        "notice.py",
        'def given(days):\n    """Whether the agenda may be published."""\n',
    ),
    (house_rules.sql_strings, "agenda.py", 'def read(db):\n    return db("select id from item")\n'),
    (house_rules.sql_strings, "agenda.py", 'QUERY = f"Update {paper} set title = ?"\n'),
    (house_rules.broad_excepts, "agenda.py", "try:\n    go()\nexcept:\n    pass\n"),
    (
        house_rules.broad_excepts,
        "agenda.py",
        "try:\n    go()\nexcept (Exception, OSError):\n    1\n",
    ),
    (house_rules.broad_excepts, "agenda.py", "with contextlib.suppress(Exception):\n    go()\n"),
    (house_rules.prints, "agenda.py", "def tell():\n    print(1)\n"),
    (house_rules.clock_questions, "agenda.py", "import datetime\ndatetime.datetime.now()\n"),
    (house_rules.clock_questions, "agenda.py", "from datetime import date\ndate.today()\n"),
    (house_rules.network_imports, "agenda.py", "def go():\n    from urllib import request\n"),
    (house_rules.network_imports, "agenda.py", "from PySide6 import QtNetwork\n"),
]


@pytest.mark.parametrize(("rule", "place", "text"), PLANTED)
def test_each_rule_finds_a_violation_planted_for_it(
    rule: Rule, place: str, text: str, tmp_path: Path
) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text(text, encoding="utf-8")
    assert [found.split(":")[0] for found in rule(tmp_path)] == [place]


def test_tidying_up_and_raising_again_swallows_nothing(tmp_path: Path) -> None:
    text = "try:\n    go()\nexcept BaseException:\n    tidy()\n    raise\n"
    (tmp_path / "agenda.py").write_text(text, encoding="utf-8")
    assert house_rules.broad_excepts(tmp_path) == []


@pytest.mark.parametrize(
    "way_back",
    [
        "from house.agenda import order\n",
        "from .agenda import order\n",
        "def late():\n    from . import agenda\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import house.agenda\n",
    ],
)
def test_a_circle_is_found_however_it_is_closed(way_back: str, tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").touch()
    (house / "agenda.py").write_text("import house.paper\n", encoding="utf-8")
    (house / "paper.py").write_text(way_back, encoding="utf-8")
    assert house_rules.import_circles(house) == ["house.agenda -> house.paper -> house.agenda"]


def test_a_document_that_is_not_there_is_found_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").touch()
    (tmp_path / "here.md").touch()
    (tmp_path / "rule.py").write_text('"""A rule.\n\nSource: here.md; gone.md 4."""\n', "utf-8")
    found = house_rules.papers_that_are_not_here(tmp_path, tmp_path)
    assert found == ["rule.py:3: there is no gone.md"]


def test_binary_files_and_words_of_one_machine_are_found_where_git_would_see_them(
    tmp_path: Path,
) -> None:
    (tmp_path / ".gitignore").write_text("build/\n*.pyc\n", encoding="utf-8")
    (tmp_path / "build").mkdir()
    for place in ("seen.txt", "build/unseen.txt"):
        (tmp_path / place).write_text(f"see /{'root'}/papers/agenda\n", encoding="utf-8")
    for place in ("arial.ttf", "unseen.pyc"):
        (tmp_path / place).write_bytes(b"\0\1\0\0")
    assert house_rules.binary_files(tmp_path) == ["arial.ttf"]
    assert [w.split(":")[0] for w in house_rules.words_of_one_machine(tmp_path)] == ["seen.txt"]


def outside(found: list[str], *allowed: str) -> list[str]:
    """Return the findings that lie in none of the places where they are allowed."""
    return [one for one in found if not one.startswith(allowed)]


def commands() -> dict[str, ArgumentParser]:
    """Return the parser of every command, by the name of the command."""
    # Here, so that a fault in one command hides none of the other rules
    from scrutiny_app.cli.commands import build_parser

    for action in build_parser()._actions:
        if isinstance(action, _SubParsersAction):
            return dict(action.choices)
    return {}
