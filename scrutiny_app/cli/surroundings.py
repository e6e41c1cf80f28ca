"""Who works here and what time it is: the one place on the command line that asks."""

from __future__ import annotations

import getpass
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from scrutiny_app.domain.notice import local_moment
from scrutiny_app.jobs.desk import Desk


def now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day it is in the United Kingdom."""
    return local_moment(now()).date()


def user() -> str:
    """Return the name the officer is logged in by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # A container may have a user number without a name
        return "unknown"


def desk(workspace: Path) -> Desk:
    """Return the workspace as this officer works on it now."""
    return Desk(workspace, user(), now)


def program() -> Path:
    """Return what to type to start the program again, as it was installed."""
    installed = Path(sys.executable).with_name("scrutiny-app" + Path(sys.executable).suffix)
    return installed if installed.exists() else Path("scrutiny-app")


def again() -> list[str]:
    """Return the command that starts this program once more, as it runs now."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-m", "scrutiny_app"]


def has_display() -> bool:
    """Whether a window could be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
