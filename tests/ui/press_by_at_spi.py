"""Presses a button the way a screen reader does. Runs with the system's Python, which has pyatspi.

python3 press_by_at_spi.py NAME FOLDER COMMAND... starts a screen, the accessibility bus and the
command, presses the button of that name, and returns 0 once a PDF is in the folder.
It belongs into dbus-run-session.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 60


def main() -> int:
    name, folder, *command = sys.argv[1:]
    children = []
    try:
        read, write = os.pipe()
        screen = ("Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24")
        children.append(subprocess.Popen(screen, pass_fds=(write,), stderr=subprocess.DEVNULL))
        os.environ["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        launcher = next(one for one in LAUNCHERS if Path(one).exists())
        children.append(subprocess.Popen([launcher, "--launch-immediately"]))
        time.sleep(1)
        children.append(subprocess.Popen(command))
        return press(name, Path(folder))
    finally:
        for child in reversed(children):
            child.terminate()
            child.wait(20)


def press(name: str, folder: Path) -> int:
    """Press the button once it is there; tell whether the file came."""
    import pyatspi

    ends = time.monotonic() + PATIENCE
    pressed = False
    while time.monotonic() < ends and not list(folder.glob("*.pdf")):
        if not pressed:
            found = find(pyatspi, pyatspi.Registry.getDesktop(0), name)
            if found is not None:
                sys.stdout.write(f"pressed: {found.getRoleName()} {found.name}\n")
                found.queryAction().doAction(0)
                pressed = True
        time.sleep(0.5)
    return 0 if pressed and list(folder.glob("*.pdf")) else 1


def find(pyatspi: ModuleType, node: Any, name: str) -> Any:
    """Return the button of that name that is shown, None where there is none yet."""
    try:
        if node.getRole() == pyatspi.ROLE_PUSH_BUTTON and node.name == name:
            return node if node.getState().contains(pyatspi.STATE_SHOWING) else None
        children = [node.getChildAtIndex(place) for place in range(node.childCount)]
    except Exception:  # noqa: BLE001  what is being built may vanish while it is looked at
        return None
    for child in children:
        found = find(pyatspi, child, name) if child is not None else None
        if found is not None:
            return found
    return None


if __name__ == "__main__":
    sys.exit(main())
