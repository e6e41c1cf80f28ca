r"""What the window and its worker say to one another.

To the worker, one frame a job: four bytes, its length (big-endian), then a pickle of the job. A
frame of length 0 stops the job that was sent last. From the worker, one line of JSON at a time:

===================================================  ==========================================
``{"ready": true}``                                  once, when it listens
``{"stage": "Binding", "done": 1, "of": 4}``         how far the job has got
``{"done": "gASV…"}``                                its result, a pickle in base64; or
``{"refused": "A sentence.", "exit_code": 5}``       a fact the officer can put right; or
``{"stopped": true}``                                it was stopped and left nothing; or
``{"fault": "faults.log"}``                          a bug of ours, written into this log
===================================================  ==========================================

Pickles are safe here because both ends are this program: they pass through pipes that only the
parent and its own child hold, never through a file or a network, and the worker reads no more of
an outsider's file than the parent would by itself; hostile ones are opened by the intake child.
"""

from __future__ import annotations

import base64
import json
import pickle
import struct
from dataclasses import dataclass, field
from io import RawIOBase
from typing import Any, TypeAlias

_LENGTH = struct.Struct(">I")
STOP = _LENGTH.pack(0)


@dataclass(frozen=True, slots=True)
class Job:
    """A job by the name of its function, and what it is called with; all of it can be pickled."""

    name: str
    arguments: tuple[Any, ...] = ()
    keywords: dict[str, Any] = field(default_factory=dict)

    def frame(self) -> bytes:
        """Return the job as it is sent."""
        data = pickle.dumps(self, protocol=pickle.HIGHEST_PROTOCOL)
        return _LENGTH.pack(len(data)) + data


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker listens."""


@dataclass(frozen=True, slots=True)
class Going:
    """How far a job has got: ``stage`` in the officer's words."""

    stage: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Done:
    """A job's result."""

    result: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """A job met a fact that the officer can put right: the sentence says which."""

    sentence: str
    exit_code: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """A job was stopped; everything is as it was before it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A job met a bug of ours; ``log`` is where its traceback is."""

    log: str


Answer: TypeAlias = Ready | Going | Done | Refused | Stopped | Fault


def read_frame(pipe: RawIOBase) -> bytes | None:
    """Return the next frame's content, empty for a stop; None when the pipe is closed."""
    head = _read_whole(pipe, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    return _read_whole(pipe, length)


def _read_whole(pipe: RawIOBase, length: int) -> bytes | None:
    """Return so many bytes, None when the pipe ends before."""
    data = bytearray()
    while len(data) < length:
        piece = pipe.read(length - len(data))
        if not piece:
            return None
        data += piece
    return bytes(data)


def read_job(frame: bytes) -> Job:
    """Return the job that a frame holds."""
    job = pickle.loads(frame)  # noqa: S301 - from our own parent alone, see the module
    if not isinstance(job, Job):
        raise TypeError("The frame holds no job")
    return job


def answer_line(answer: Answer) -> bytes:
    """Return an answer as the worker writes it."""
    match answer:
        case Ready():
            told: dict[str, object] = {"ready": True}
        case Going():
            told = {"stage": answer.stage, "done": answer.done, "of": answer.of}
        case Done():
            data = pickle.dumps(answer.result, protocol=pickle.HIGHEST_PROTOCOL)
            told = {"done": base64.b64encode(data).decode("ascii")}
        case Refused():
            told = {"refused": answer.sentence, "exit_code": answer.exit_code}
        case Stopped():
            told = {"stopped": True}
        case Fault():
            told = {"fault": answer.log}
    return json.dumps(told, separators=(",", ":")).encode("ascii") + b"\n"


def read_answer(line: bytes) -> Answer:
    """Return what a line from the worker says."""
    told = json.loads(line)
    if "stage" in told:
        return Going(told["stage"], told["done"], told["of"])
    if "done" in told:
        data = base64.b64decode(told["done"])
        return Done(pickle.loads(data))  # noqa: S301 - from our own child alone, see the module
    if "refused" in told:
        return Refused(told["refused"], told["exit_code"])
    if "fault" in told:
        return Fault(told["fault"])
    return Stopped() if "stopped" in told else Ready()
