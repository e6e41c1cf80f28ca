"""The launcher says in a sentence what is missing, and how to mend it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent.parent
DISTRIBUTIONS = "pyproject.toml", "README.md", "LICENSE", "THIRD-PARTY-NOTICES"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a checkout of its own, without a ``.venv``, and no program on its path."""
    clone = tmp_path / "clone"
    shutil.copytree(CHECKOUT / "packaging", clone / "packaging")
    for name in DISTRIBUTIONS:
        shutil.copy(CHECKOUT / name, clone)
    (tmp_path / "no-programs").mkdir()
    return clone


def test_it_tells_how_it_is_used(clone: Path) -> None:
    done = start(clone, "--help")
    assert done.returncode == 0
    assert "packaging/start.py demo" in done.stdout


def test_a_verb_it_does_not_know_gets_the_same_help(clone: Path) -> None:
    done = start(clone, "tset")
    assert done.returncode == 2
    assert "packaging/start.py test" in done.stdout


def test_an_old_python_is_told_which_it_needs(clone: Path) -> None:
    pretend = (
        "import sys; sys.version_info = (3, 9, 18); import start; sys.exit(start.main(['demo']))"
    )
    done = run(clone, [sys.executable, "-c", pretend], cwd=clone / "packaging")
    assert done.returncode == 1
    assert "needs Python 3.11 or later and this is 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_network_it_says_so_in_a_sentence_and_can_be_run_again(clone: Path) -> None:
    for _ in range(2):
        done = start(clone, "demo", PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
        assert done.returncode == 1
        assert "If this machine is offline, connect it for this one command" in done.stderr
        assert "Traceback" not in done.stdout + done.stderr


def test_a_system_without_the_libraries_qt_needs_is_told_their_names(clone: Path) -> None:
    pretend = (
        "import system_packages as s; "
        "s.QT_LIBRARIES['libnosuch.so.1'] = 'libnosuch1'; "
        "print(*s.qt_packages(display=False)); s.install(('libnosuch1',))"
    )
    done = run(clone, [sys.executable, "-c", pretend], cwd=clone / "packaging")
    if sys.platform == "linux":
        assert "libnosuch1" in done.stdout.split()
    assert "libnosuch1. Install them with this system's own package manager" in done.stderr


def start(clone: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the launcher of a checkout."""
    script = clone / "packaging" / "start.py"
    return run(clone, [sys.executable, str(script), *words], cwd=clone, **environment)


def run(
    clone: Path, command: Sequence[str], *, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command where no other program is to be found."""
    path = str(clone.parent / "no-programs")
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
