"""What parent and child tell each other: a job file, an answer file, and one line each way.

A job is a folder in ``staging/``. The parent puts ``job.json`` and, for a new paper, the original
there and sends the folder's name as one line of JSON. The child writes the normalised file and
``answer.json`` there and replies with one line: an ``Outcome`` and, for a refusal, its reason.
Facts and words are too long for a line, so they lie in the answer file.

An office paper takes more than one turn: the child makes it safe and answers what to convert, the
parent has a converter do so, and sends the child what came of it with what was found ``before``.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from scrutiny_app.documents.intake.tables.carried import tables_from
from scrutiny_app.domain.paper import Bookmark, PageFacts, PaperFacts, TextLayer
from scrutiny_app.domain.read_table import TableFile

ORIGINAL = "original"
NORMALISED = "normalised.pdf"
_JOB = "job.json"
_ANSWER = "answer.json"


class Task(StrEnum):
    """What the child is asked to do."""

    TAKE_IN = "take in"
    EXTRACT_TEXT = "extract text"
    READ_TABLES = "read tables"
    ATTACHMENT_WORDS = "read the words of an attachment"
    PICTURE_PRINTS = "tell what pictures look like"


class Outcome(StrEnum):
    """How it went: done, refused, not written, or stumbled over by a fault of our own."""

    DONE = "done"
    REFUSED = "refused"
    NOT_WRITTEN = "not written"
    UNFORESEEN = "unforeseen"


@dataclass(frozen=True, slots=True)
class Before:
    """What was found in an office paper before it was converted, and by what it was."""

    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    marked_up: bool = False
    converter: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work.

    ``file`` is the file to take in, by its name in the job's folder, or the normalised file
    whose words are wanted, by its whole path. ``name`` is what the officer calls it, for what its
    ending promises; ``final`` says that the final text of a marked-up file may be published.
    ``known`` are SHA-256 of pictures that need not be looked at.
    ``borders`` part the columns of a PDF's tables: each a page and its places in points.
    """

    task: Task
    file: str = ORIGINAL
    name: str = ""
    final: bool = False
    before: Before = Before()
    known: tuple[str, ...] = ()
    borders: tuple[tuple[int, tuple[float, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ToConvert:
    """Two names in the job's folder: what is there, and what a converter is to make of it.

    ``kind`` is what the officer's file is, in words.
    """

    file: str
    made: str
    kind: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child found: one text a page and the facts of a new paper, or what to convert.

    ``removed``, ``warnings`` and ``marked_up`` tell what was found so far in what is to be
    converted. ``tables`` is there when tables were asked for.
    """

    texts: tuple[str, ...]
    facts: PaperFacts | None = None
    to_convert: ToConvert | None = None
    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    marked_up: bool = False
    tables: TableFile | None = None

    def facts_of_paper(self) -> PaperFacts:
        """The facts, where a paper was asked for.

        Raises:
            TypeError: the child answered another question; a fault of ours.
        """
        if self.facts is None:
            raise TypeError("The child answered without facts")
        return self.facts

    def tables_of_file(self) -> TableFile:
        """The tables, where they were asked for.

        Raises:
            TypeError: the child answered another question; a fault of ours.
        """
        if self.tables is None:
            raise TypeError("The child answered without tables")
        return self.tables


@dataclass(frozen=True, slots=True)
class Reply:
    """The child's line. ``reason`` is for the officer; a traceback when unforeseen.

    ``spent``: the child has used so much memory that it must not be given another paper.
    """

    outcome: Outcome
    reason: str = ""
    spent: bool = False

    def line(self) -> bytes:
        """The reply as it crosses the pipe."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Reply:
        """Read a reply back."""
        said = json.loads(line)
        return cls(Outcome(said["outcome"]), said["reason"], said["spent"])


def write_job(folder: Path, job: Job) -> None:
    """Put a job into its folder."""
    (folder / _JOB).write_text(json.dumps(asdict(job)), encoding="utf-8")


def read_job(folder: Path) -> Job:
    """Read the job of a folder."""
    said = json.loads((folder / _JOB).read_text(encoding="utf-8"))
    before = Before(**_with_tuples(said["before"]))
    task, known = Task(said["task"]), tuple(said["known"])
    borders = tuple((page, tuple(places)) for page, places in said["borders"])
    return Job(task, said["file"], said["name"], said["final"], before, known, borders)


def write_answer(folder: Path, answer: Answer) -> None:
    """Put an answer into the job's folder."""
    (folder / _ANSWER).write_text(json.dumps(asdict(answer)), encoding="utf-8")


def read_answer(folder: Path) -> Answer:
    """Read the answer of a job."""
    said = json.loads((folder / _ANSWER).read_text(encoding="utf-8"))
    facts, wanted, tables = said["facts"], said["to_convert"], said["tables"]
    made_again = {
        "facts": None if facts is None else _facts(facts),
        "to_convert": None if wanted is None else ToConvert(**wanted),
        "tables": None if tables is None else tables_from(tables),
    }
    return Answer(**(_with_tuples(said) | made_again))


def clear_notes(folder: Path) -> None:
    """Remove job and answer, leaving the paper's two files."""
    for name in (_JOB, _ANSWER):
        (folder / name).unlink(missing_ok=True)


def _facts(said: dict[str, Any]) -> PaperFacts:
    """Make the record again; JSON knows neither tuples nor enumerations."""
    flat = _with_tuples(said)
    flat["pages"] = tuple(PageFacts(**page) for page in said["pages"])
    flat["text_layer"] = TextLayer(said["text_layer"])
    flat["bookmarks"] = tuple(Bookmark(**bookmark) for bookmark in said["bookmarks"])
    return PaperFacts(**flat)


def _with_tuples(said: dict[str, Any]) -> dict[str, Any]:
    """Return what JSON told with its lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}
