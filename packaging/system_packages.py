"""The few things pip cannot bring: Qt's system libraries, and programs that some tests use."""

from __future__ import annotations

import ctypes
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# Library to Debian package, found one at a time in a bare Debian 12; Ubuntu knows the same names
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",  # brings a font, and libfreetype6
    "libdbus-1.so.3": "libdbus-1-3",
}
QT_LIBRARIES_FOR_A_DISPLAY = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
PROGRAMS = {
    "javac": "default-jdk-headless",  # veraPDF's verdict on the PDFs we draw
    "qpdf": "qpdf",  # a second opinion on the packs we bind
    "soffice": "libreoffice-writer-nogui",  # PDFs of office papers
    "Xvfb": "xvfb",  # a screen for the window that a screen reader visits
    "dbus-run-session": "dbus-daemon",
}
# What a screen reader speaks through; it is no program on the path
FILES = {
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}


class CannotSetUp(Exception):
    """The machine lacks something; the sentence says what, and the line that mends it."""


def qt_packages(*, display: bool) -> tuple[str, ...]:
    """Return the Debian packages Qt lacks here; more of them if it must show a window."""
    if sys.platform != "linux":
        return ()
    wanted = {**QT_LIBRARIES, **(QT_LIBRARIES_FOR_A_DISPLAY if display else {})}
    return tuple(package for library, package in wanted.items() if not _loads(library))


def program_packages() -> tuple[str, ...]:
    """Return the Debian packages of the programs that tests use and that are not here."""
    if sys.platform != "linux":
        return ()
    programs = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    files = [package for file, package in FILES.items() if not Path(file).exists()]
    return (*programs, *files, *qt_packages(display=True))


def install(packages: Sequence[str]) -> None:
    """Install these Debian packages, if there are any and this user may.

    Raises:
        CannotSetUp: this user may not, or the system is no Debian; the sentence has the line.
    """
    if not packages:
        return
    line = f"apt-get install {' '.join(packages)}"
    if not shutil.which("apt-get"):
        raise CannotSetUp(
            f"These system packages are missing (by their Debian names): {' '.join(packages)}. "
            "Install them with this system's own package manager, then give the same command again."
        )
    prefix = _prefix()
    if not _may_install(prefix):
        raise CannotSetUp(
            f"Some system packages are missing. Run: sudo {line}\n"
            "and then give the same command again."
        )
    print(f"{' '.join(prefix)} {line} ...".strip(), flush=True)
    _refresh_lists(prefix)
    options = ("--yes", "--quiet", "--no-install-recommends")
    done = _run((*prefix, "apt-get", "install", *options, *packages))
    if done.returncode:
        raise CannotSetUp(
            f"apt-get could not install {' '.join(packages)}. Its last words: "
            f"{(done.stderr.strip() or 'none').splitlines()[-1]}\n"
            f"Put that right (is this machine offline?), or run: sudo {line}"
        )


def _loads(library: str) -> bool:
    """Tell whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _prefix() -> tuple[str, ...]:
    """Return what stands before an apt-get command of this user: nothing for root, else sudo."""
    return () if hasattr(os, "geteuid") and os.geteuid() == 0 else ("sudo", "-n")


def _may_install(prefix: tuple[str, ...]) -> bool:
    """Tell whether this user may install without being asked for a password."""
    if not prefix:
        return True
    return bool(shutil.which("sudo")) and _run((*prefix, "true")).returncode == 0


@functools.cache
def _refresh_lists(prefix: tuple[str, ...]) -> None:
    """Fetch apt's lists, once; if that fails, old lists may still do."""
    _run((*prefix, "apt-get", "update", "--quiet"))


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
