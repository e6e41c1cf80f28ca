"""Makes ``.venv`` beside the code and installs the program into it, once."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from system_packages import CannotSetUp

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOG = VENV / "set-up.log"
STAMP = VENV / "set-up-for.txt"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What ``.venv`` was made for: the print of ``pyproject.toml``, and the groups installed."""

    made_from: str
    groups: frozenset[str]

    @classmethod
    def read(cls) -> Stamp:
        """Return the stamp in ``.venv``; an empty one if there is none yet."""
        if not (STAMP.exists() and PYTHON.exists()):
            return cls("", frozenset())
        made_from, *groups = STAMP.read_text(encoding="utf-8").splitlines()
        return cls(made_from, frozenset(groups))

    def write(self) -> None:
        """Leave the stamp in ``.venv``, for the next run to find."""
        STAMP.write_text("\n".join([self.made_from, *sorted(self.groups)]), encoding="utf-8")


def ready(groups: Collection[str]) -> Path:
    """Return the Python of ``.venv``, with the program and these dependency groups installed.

    Quick when nothing has changed since the last run. ``pip_packages`` must be there.

    Raises:
        CannotSetUp: no pip, or no network at the first run; the sentence tells what to do.
    """
    old, made_from = Stamp.read(), _fingerprint()
    wanted = frozenset(groups)
    if old.made_from == made_from:
        if wanted <= old.groups:
            return PYTHON
        wanted |= old.groups
    _make_venv()
    _give_pip()
    _say("Installing what pyproject.toml lists (a few minutes the first time) ...")
    _pip("pip>=25.1")  # the first that knows dependency groups
    _pip("--editable", str(CHECKOUT), *_group_options(wanted))
    Stamp(made_from, wanted).write()
    return PYTHON


def pip_packages() -> tuple[str, ...]:
    """Return the package of this Python's own copy of pip, if ``.venv`` cannot get pip without.

    Debian and Ubuntu part that copy (``ensurepip``) from Python.
    """
    if _has_pip(PYTHON) or find_spec("ensurepip") or _has_pip(Path(sys.executable)):
        return ()
    return (f"python3.{sys.version_info.minor}-venv",)


def _fingerprint() -> str:
    """Return a hash of ``pyproject.toml`` and of the place an editable install points at."""
    wishes = (CHECKOUT / "pyproject.toml").read_bytes() + str(CHECKOUT).encode()
    return hashlib.sha256(wishes).hexdigest()


def _group_options(groups: Collection[str]) -> list[str]:
    """Return pip's options for these groups, which it looks up in our ``pyproject.toml``."""
    file = CHECKOUT / "pyproject.toml"
    return [word for group in sorted(groups) for word in ("--group", f"{file}:{group}")]


def _make_venv() -> None:
    """Make ``.venv``, unless one with a Python that is new enough stands there."""
    if _succeeds(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"):
        return
    _say(f"Making {VENV} ...")
    command = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise CannotSetUp(f"Python could not make {VENV}: {_last_line(made.stderr)}")


def _give_pip() -> None:
    """Give ``.venv`` its pip: Python's own copy of it, else through the system's pip."""
    if _has_pip(PYTHON) or _succeeds(PYTHON, "-m", "ensurepip"):
        return
    through_the_system = ("-m", "pip", "--python", str(PYTHON), "install", "pip")
    if not _succeeds(Path(sys.executable), *through_the_system):
        raise CannotSetUp(
            "This Python has no pip and no copy of it to install. "
            "Install pip for it, or use the Python of python.org, then give the same command again."
        )


def _pip(*wanted: str) -> None:
    """Install these with the pip of ``.venv``; all it says goes to ``.venv/set-up.log``."""
    command = [str(PYTHON), "-m", "pip", "install", *wanted]
    with LOG.open("w", encoding="utf-8") as log:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, check=False
        )
    if done.returncode:
        words = _last_line(LOG.read_text(encoding="utf-8", errors="replace"))
        raise CannotSetUp(
            f"pip could not install what the program needs. It says: {words}\n"
            "If this machine is offline, connect it for this one command: the program itself "
            f"never uses the network. All that pip said is in {LOG}."
        )


def _has_pip(python: Path) -> bool:
    """Tell whether this Python can install packages."""
    return _succeeds(python, "-m", "pip", "--version")


def _succeeds(python: Path, *arguments: str) -> bool:
    """Tell whether this command ends well; a Python that is not there does not."""
    try:
        command = [str(python), *arguments]
        return not subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:
        return False


def _last_line(words: str) -> str:
    """Return the last line that is not empty: where pip and Python say what went wrong."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return lines[-1] if lines else "nothing."


def _say(words: str) -> None:
    print(words, flush=True)
