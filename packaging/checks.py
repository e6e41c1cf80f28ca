"""Every check of the repository, in order, stopping at the first that fails.

    python packaging/checks.py                    what CI runs
    python packaging/checks.py --without-tests    what a commit needs
    python packaging/checks.py -k notice          all the checks, then only these tests

Run it with the Python of .venv; packaging/start.py does that, and makes .venv first.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from sysconfig import get_path

CHECKOUT = Path(__file__).resolve().parent.parent
WITHOUT_TESTS = "--without-tests"


@dataclass(frozen=True, slots=True)
class Check:
    """One command that must end well."""

    name: str
    command: tuple[str, ...]


def checks(*, tests: bool, test_options: Sequence[str] = ()) -> tuple[Check, ...]:
    """Return the checks in the order they run: the quick ones first."""
    python = (sys.executable, "-m")
    found = (
        Check("ruff format", (*python, "ruff", "format", "--check", "--quiet", ".")),
        Check("ruff check", (*python, "ruff", "check", "--quiet", ".")),
        Check("mypy", (*python, "mypy")),
        Check("mypy packaging", (*python, "mypy", "packaging")),
        Check("lint-imports", (str(Path(get_path("scripts"), "lint-imports")), "--no-logo")),
    )
    # A file's tests stay together, for they share what is made once
    pytest = (*python, "pytest", "-n", "auto", "--dist", "loadfile", *test_options)
    return (*found, Check("pytest", pytest)) if tests else found


def main(arguments: Sequence[str]) -> int:
    """Run the checks; return 0 if all passed, else the exit code of the one that failed."""
    # Tests look at no screen, and find none in CI
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    options = [word for word in arguments if word != WITHOUT_TESTS]
    ran: list[str] = []
    for check in checks(tests=WITHOUT_TESTS not in arguments, test_options=options):
        print(f"== {check.name}", flush=True)
        started = time.perf_counter()
        exit_code = subprocess.call(check.command, cwd=CHECKOUT)
        ran.append(f"{check.name} {time.perf_counter() - started:.1f} s")
        if exit_code:
            print(f"{check.name} failed. Ran: {', '.join(ran)}", flush=True)
            return exit_code
    print(f"All checks passed. Ran: {', '.join(ran)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
