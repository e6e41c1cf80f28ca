"""Set everything up, then run the demonstration, the checks or the tests.

    python3 packaging/start.py demo     the sample meeting as a pack, minutes and a window
    python3 packaging/start.py check    layout of the code, lint, types and floors
    python3 packaging/start.py test     the same, then the tests

Needs nothing but Python 3.11: the first run makes .venv beside the code and installs what
pyproject.toml lists; later runs find it ready. What follows the verb is handed on: to the
program (demo --no-window) or to the tests (test -k notice). With test, --with-optional first
installs the programs that a few tests need and would otherwise be skipped without.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
WITH_OPTIONAL = "--with-optional"


def main(arguments: Sequence[str]) -> int:
    """Do what the verb says and return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        print(_too_old(), file=sys.stderr)
        return 1
    verb, *rest = arguments or ["--help"]
    if verb not in _VERBS:
        print(__doc__)
        return 0 if verb in ("-h", "--help") else 2
    # Only now: an old Python would meet them with a traceback
    from system_packages import CannotSetUp

    try:
        return subprocess.call(_VERBS[verb](rest))
    except CannotSetUp as fact:
        print(fact, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _demo(rest: Sequence[str]) -> list[str]:
    """Return the command of the demonstration, once it can run."""
    from environment import pip_packages, ready
    from system_packages import CannotSetUp, install, qt_packages

    screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    pip, qt = pip_packages(), qt_packages(display=True) if screen else ()
    try:
        install((*pip, *qt))
    except CannotSetUp as fact:
        if pip:
            raise
        print(f"{fact}\nGoing on: only the window needs them.", file=sys.stderr)
    return [str(ready(groups=())), "-m", "scrutiny_app", "demo", *rest]


def _check(rest: Sequence[str]) -> list[str]:
    """Return the command of the checks without the tests, once it can run."""
    from environment import pip_packages, ready
    from system_packages import install

    install(pip_packages())
    return [str(ready(groups=("test", "lint"))), _CHECKS, "--without-tests", *rest]


def _test(rest: Sequence[str]) -> list[str]:
    """Return the command of the checks and tests, once it can run."""
    from environment import pip_packages, ready
    from system_packages import install, program_packages, qt_packages

    programs = program_packages() if WITH_OPTIONAL in rest else ()
    install((*pip_packages(), *qt_packages(display=False), *programs))
    options = [word for word in rest if word != WITH_OPTIONAL]
    return [str(ready(groups=("test", "lint"))), _CHECKS, *options]


def _too_old() -> str:
    """Return the sentence for a Python that is too old, naming a newer one if there is one."""
    newer = next((f"python3.{n}" for n in range(20, 10, -1) if shutil.which(f"python3.{n}")), "")
    advice = f"Use {newer} instead of python3." if newer else "Install Python 3.11 or later first."
    here = ".".join(str(part) for part in sys.version_info[:2])
    return f"scrutiny_app needs Python 3.11 or later and this is {here}. {advice}"


_CHECKS = str(Path(__file__).resolve().with_name("checks.py"))
_VERBS = {"demo": _demo, "check": _check, "test": _test}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
