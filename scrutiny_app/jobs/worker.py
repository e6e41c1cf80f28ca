"""The window's worker: a child that does heavy jobs one after another and never opens the store.

``python -m`` this module with the path of a log for faults; ``worker_messages`` says how it is
spoken to. When its input ends (the window closed it, or died) it leaves within seconds, however
busy, and takes back the file it was writing. A polite signal to end does the same.
"""

from __future__ import annotations

import _thread
import importlib
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from io import FileIO, RawIOBase
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO, TypeAlias

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.jobs.progress import Cancelled
from scrutiny_app.jobs.worker_messages import (
    Answer,
    Done,
    Fault,
    Going,
    Ready,
    Refused,
    Stopped,
    answer_line,
    read_frame,
    read_job,
)

# The functions a job may name, by the rooms of their modules; all take ``progress``
MAY_RUN: Mapping[str, str] = {
    "back_up_workspace": "",
    "check_workspace": "",
    "draw_budget": "budget",
    "lay_out_meeting": "packs",
    "make_agenda": "packs",
    "make_bundle": "packs",
    "make_exemption_report": "",
    "make_first_issue": "",
    "make_minutes": "",
    "make_pack": "packs",
    "make_page_ranges": "packs",
    "make_process": "programme",
    "make_programme": "programme",
    "make_programme_papers": "programme",
    "make_reading_copy": "packs",
    "make_sample": "",
    "make_supplement": "packs",
    "picture_budget": "budget",
    "picture_process": "programme",
    "preview_budget": "budget",
    "read_papers": "papers",
    "read_programme": "programme",
    "read_table_file": "",
    "read_texts": "papers",
    "restore_workspace": "",
}

_SECONDS_TO_LEAVE = 10.0

_Asked: TypeAlias = tuple[bytes, threading.Event]


def main() -> None:
    """Do jobs until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's to answer
    signal.signal(signal.SIGTERM, _leave)
    worker = Worker(_take_output(), Path(sys.argv[1]))
    asked: queue.SimpleQueue[_Asked | None] = queue.SimpleQueue()
    # Not buffered: the interpreter cannot end while a thread waits in a buffered file
    pipe = FileIO(os.dup(0))
    threading.Thread(target=_listen, args=(pipe, asked), daemon=True).start()
    worker.say(Ready())
    while (one := asked.get()) is not None:
        worker.answer(*one)


class Worker:
    """Does one job after another and says how each went."""

    def __init__(self, answers: BinaryIO, log: Path) -> None:
        self._answers = answers
        self._log = log

    def say(self, answer: Answer) -> None:
        """Send one answer."""
        self._answers.write(answer_line(answer))
        self._answers.flush()

    def answer(self, frame: bytes, stopped: threading.Event) -> None:
        """Do a job; whatever happens, say how it went."""

        def progress(stage: str, done: int, of: int) -> None:
            if stopped.is_set():
                raise Cancelled
            self.say(Going(stage, done, of))

        try:
            job = read_job(frame)
            result = _function(job.name)(*job.arguments, **job.keywords, progress=progress)
            answer: Answer = Done(result)
        except Cancelled:
            answer = Stopped()
        except ScrutinyError as refusal:
            answer = Refused(str(refusal), refusal.exit_code)
        except Exception:  # noqa: BLE001 - a bug of ours ends the job, not the worker
            answer = Fault(self._write_down(traceback.format_exc()))
        self.say(answer)

    def _write_down(self, fault: str) -> str:
        """Add a fault to the log and return where that is."""
        sys.stderr.write(fault)
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("a", encoding="utf-8") as file:
            file.write(f"{fault}\n")
        return str(self._log)


def _function(name: str) -> Callable[..., Any]:
    """Return the function that a job names."""
    if name not in MAY_RUN:
        raise ValueError(f"{name} is no job of the worker")
    place = ".".join(filter(None, ("scrutiny_app.jobs", MAY_RUN[name], name)))
    module = importlib.import_module(place)
    function: Callable[..., Any] = getattr(module, name)
    return function


def _listen(pipe: RawIOBase, asked: queue.SimpleQueue[_Asked | None]) -> None:
    """Hand jobs on, each with what stops it; when the pipe closes, end the program."""
    last = threading.Event()
    while (frame := read_frame(pipe)) is not None:
        if frame:
            last = threading.Event()
            asked.put((frame, last))
        else:
            last.set()
    # A worker that waits for a job does not hear the interruption; one that is busy does
    asked.put(None)
    _thread.interrupt_main(signal.SIGTERM)
    time.sleep(_SECONDS_TO_LEAVE)
    os._exit(1)


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Leave through every ``finally``, so that nothing half written stays."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(0)


def _take_output() -> BinaryIO:
    """Keep the pipe for answers; anything a library prints goes where errors go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
