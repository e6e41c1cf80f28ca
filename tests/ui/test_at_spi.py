"""A screen reader's way into the real program: through AT-SPI, as Orca goes."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.workspaces import a_loaded_meeting, a_workspace

SYSTEM_PYTHON = "/usr/bin/python3"
CHECKOUT = Path(__file__).resolve().parents[2]
PRESSING = Path(__file__).with_name("press_by_at_spi.py")


def lacking() -> str:
    """Name what this machine lacks for it, in Debian's words; nothing if all is here."""
    if not sys.platform.startswith("linux"):
        return "Linux"
    programs = {"dbus-run-session": "dbus-daemon", "Xvfb": "xvfb"}
    missing = [package for program, package in programs.items() if not shutil.which(program)]
    reader = (SYSTEM_PYTHON, "-c", "import pyatspi")
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run(reader, capture_output=True, check=False).returncode
    ):
        missing.append("at-spi2-core python3-pyatspi gir1.2-atspi-2.0")
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        missing.append("libxcb-cursor0")
    return " ".join(missing)


def test_a_screen_reader_presses_build_pack_and_the_pack_is_there(tmp_path: Path) -> None:
    if missing := lacking():
        pytest.skip(f"this needs {missing}")
    with a_workspace(tmp_path) as store:
        a_loaded_meeting(store)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(CHECKOUT),
        "HOME": str(tmp_path),
    }
    window = (sys.executable, "-m", "tests.ui.window_at_a_meeting", str(tmp_path / "workspace"))
    press = (SYSTEM_PYTHON, str(PRESSING), "Build pack", str(tmp_path / "Packs"))
    done = subprocess.run(
        ("dbus-run-session", "--", *press, *window),
        env=environment,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert "pressed: push button Build pack" in done.stdout, done.stderr
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "Packs").glob("*.pdf"))
