"""Limits for the child on Windows: a job object, set by the parent. Written, not yet tried."""

from __future__ import annotations

import ctypes
from ctypes import wintypes

from scrutiny_app.documents.intake.limits import Limits

# Numbers as in winnt.h
_EXTENDED_LIMIT_INFORMATION = 9
_LIMIT_ACTIVE_PROCESS = 0x0008
_LIMIT_PROCESS_MEMORY = 0x0100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0400
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
        ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the counters between are six 64-bit numbers."""

    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_ulonglong * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class WindowsJob:
    """A job object: processes in it are limited, and end when it is closed or its owner ends.

    Processor time has no limit here, since it cannot be renewed for each paper; the parent's
    clock stands in for it.
    """

    def __init__(self, limits: Limits) -> None:
        self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
        self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
        self._job = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
        wanted = _ExtendedLimits()
        wanted.BasicLimitInformation.LimitFlags = (
            _LIMIT_ACTIVE_PROCESS
            | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
            | _LIMIT_KILL_ON_JOB_CLOSE
            | (_LIMIT_PROCESS_MEMORY if limits.memory else 0)
        )
        wanted.BasicLimitInformation.ActiveProcessLimit = 1
        wanted.ProcessMemoryLimit = limits.memory
        self._check(
            self._kernel.SetInformationJobObject(
                self._job,
                _EXTENDED_LIMIT_INFORMATION,
                ctypes.byref(wanted),
                ctypes.sizeof(wanted),
            )
        )

    def add(self, process_handle: int) -> None:
        """Put a process under the limits; it must not have opened a file yet."""
        handle = wintypes.HANDLE(process_handle)
        self._check(self._kernel.AssignProcessToJobObject(self._job, handle))

    def close(self) -> None:
        """End every process in the job."""
        self._kernel.CloseHandle(self._job)

    def _check(self, succeeded: int) -> None:
        """Raise the system's own error when a call failed."""
        if not succeeded:
            raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined, unused-ignore]
