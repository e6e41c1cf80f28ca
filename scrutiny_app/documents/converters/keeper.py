"""Runs a converter, and ends it with all that it started once whoever asked for it is gone.

Run as a program, with the converter's command. Its input is a pipe that nobody writes into: when
the other end closes, by whatever death, the converter has nobody to work for any more. It knows
nothing but the standard library, so that it starts in a moment.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path


def main() -> None:
    """Run the command, and end as it ends."""
    running = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # noqa: S603 - no shell
    threading.Thread(target=_watch, args=(running.pid,), daemon=True).start()
    sys.exit(running.wait() & 0xFF)


def end_tree(pid: int) -> None:
    """End a process with its children on Windows. Written, not yet tried."""
    system = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
    subprocess.run(  # noqa: S603 - a program of the system, by its whole path
        [str(system), "/F", "/T", "/PID", str(pid)], capture_output=True, check=False
    )


def _watch(pid: int) -> None:
    """Wait for the end of the input; then end everything, ourselves too."""
    sys.stdin.buffer.read()
    if sys.platform == "win32":
        end_tree(pid)
        os._exit(1)
    # We were started as the first of a group of our own
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    main()
