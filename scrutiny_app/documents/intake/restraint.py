"""What the child does to itself before it touches an outsider's file."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

from scrutiny_app.documents.intake.limits import Limits

_PR_SET_PDEATHSIG = 1  # Source: linux/prctl.h
# After a paper that took more than this share of the memory, the next gets a fresh child: what
# the allocator keeps would count against it
_SPENT_SHARE = 0.4


def restrain(limits: Limits) -> None:
    """Set this process's limits and have it die with its parent.

    On Windows the parent does both with a job object (see ``windows_job``). macOS ignores the
    limit on address space; there, qpdf's own limits and the clock are what holds.
    """
    if sys.platform == "win32":
        return
    import resource

    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource.RLIMIT_FSIZE, limits.output_size)
    if limits.memory:
        _limit(resource.RLIMIT_AS, limits.memory)
    if sys.platform == "linux":
        _die_with_parent()


def renew_processor_time(seconds: float) -> None:
    """Allow so many more seconds of processor time from now; then the system ends the child."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def is_spent(limits: Limits) -> bool:
    """Tell whether this process has grown too large for another paper."""
    if sys.platform == "win32" or not limits.memory:
        return False
    return peak_memory() > _SPENT_SHARE * limits.memory


def peak_memory() -> int:
    """Return the most memory this process has held, in bytes.

    On Linux ``ru_maxrss`` is handed down from the parent across exec: under a window that has
    grown large, every child would look large from the start.
    """
    if sys.platform == "linux":
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _limit(what: int, value: int) -> None:
    """Lower a limit for good; one already lower stays."""
    import resource

    _, hard = resource.getrlimit(what)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (value, value))


def _die_with_parent() -> None:
    """Ask Linux to kill this process when its parent ends, however it ends."""
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent == 1 or os.getppid() != parent:
        # It was gone before the request was made
        os._exit(1)
