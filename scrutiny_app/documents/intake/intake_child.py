"""An outsider's file becomes a paper, once and safely: the parent's side of the intake."""

from __future__ import annotations

import hashlib
import logging
import shutil
import signal
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from scrutiny_app.documents.converters.chain import convert, usual_converters
from scrutiny_app.documents.converters.converter import Converter
from scrutiny_app.documents.intake import child_job
from scrutiny_app.documents.intake.child_job import Answer, Before, Job, Outcome, Reply, Task
from scrutiny_app.documents.intake.child_process import ChildEnded, ChildProcess, ChildTooSlow
from scrutiny_app.documents.intake.engine import ENGINE
from scrutiny_app.documents.intake.limits import GIBIBYTE, Limits
from scrutiny_app.domain.errors import NotFound, NotWritten, PaperRefused
from scrutiny_app.domain.paper import PaperFacts
from scrutiny_app.domain.read_table import TableFile

_log = logging.getLogger(__name__)

_PIECE = 1 << 20
_LONGEST_NAME = 80
_RESAVE = "Ask its author to save it as PDF again, or print it to PDF and add that file."


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A paper taken in. Both files lie in staging, for the paper folder to take over.

    ``original`` is a copy of the file as received; ``pages_text`` holds one line of text a page.
    Of an attachment, original and normalised are one file.
    """

    original: Path
    original_sha256: str
    normalised: Path
    normalised_sha256: str
    engine: str
    facts: PaperFacts
    pages_text: tuple[str, ...]


class IntakeChild:
    """A warm child process that reads paper after paper; a fresh one when a paper kills it.

    A context manager: leaving it ends the child and removes what was left in staging. Use it from
    one thread.
    """

    def __init__(
        self,
        staging: Path,
        limits: Limits | None = None,
        converters: Sequence[Converter] | None = None,
    ) -> None:
        """``converters`` stand in for those of this machine, which are looked for when needed."""
        self._staging = staging
        self._limits = limits or Limits()
        self._converters = converters
        self._child: ChildProcess | None = None
        self._folders: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_child()
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def pid(self) -> int | None:
        """The number of the child process, or None while there is none."""
        return None if self._child is None else self._child.pid

    def take_in(self, path: Path, *, name: str = "", final: bool = False) -> TakenIn:
        """Return the paper made from the file at ``path``; ``name`` is what to call it.

        ``final``: of a file with tracked changes, comments or hidden text, take the final text;
        otherwise it is refused.

        Raises:
            PaperRefused: the sentence says why and what to do next.
            NotFound: there is no such file.
            NotWritten: staging cannot hold the copy.
        """
        name = _shown(name or path.name)
        folder = self._new_folder()
        original = folder / child_job.ORIGINAL
        try:
            digest = _copy_in(path, original, self._limits.file_size, name)
            job = Job(Task.TAKE_IN, name=path.name, final=final)
            answer = self._do(job, folder, name)
            while answer.to_convert is not None:
                job = self._convert(job, answer, folder, name)
                answer = self._do(job, folder, name)
            facts = answer.facts_of_paper()
            normalised = original if facts.attachment else folder / child_job.NORMALISED
            made = digest if facts.attachment else _sha256(normalised)
            return TakenIn(original, digest, normalised, made, ENGINE, facts, answer.texts)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _convert(self, job: Job, answer: Answer, folder: Path, name: str) -> Job:
        """Have a converter do what the child asked for; return the next job for the child."""
        wanted = answer.to_convert
        if wanted is None:
            raise TypeError("The child asked for no conversion")
        if self._converters is None:
            self._converters = usual_converters(self._new_folder())
        try:
            by = convert(
                self._converters,
                folder / wanted.file,
                folder / wanted.made,
                kind=wanted.kind,
                seconds=self._limits.seconds_to_convert,
            )
        except PaperRefused as refusal:
            raise PaperRefused(f"{name} was not taken in: {refusal}") from refusal
        before = Before(answer.removed, answer.warnings, answer.marked_up, by)
        return replace(job, file=wanted.made, name=wanted.made, before=before)

    def extract_text(self, normalised: Path) -> tuple[str, ...]:
        """Return the words of a normalised file, one line of text a page.

        Raises:
            PaperRefused: the file cannot be read.
        """
        return self._texts(Job(Task.EXTRACT_TEXT, str(normalised.resolve())), normalised.name)

    def attachment_words(self, kept: Path, name: str) -> tuple[str, ...]:
        """Return the texts of an attachment, hidden ones too; ``name`` is what it came as.

        Raises:
            PaperRefused: the file cannot be read.
        """
        return self._texts(Job(Task.ATTACHMENT_WORDS, str(kept.resolve()), name), name)

    def picture_prints(self, file: Path, known: Iterable[str] = ()) -> tuple[str, ...]:
        """Return what the pictures of a PDF look like, but for streams of these SHA-256.

        Raises:
            PaperRefused: the file cannot be read.
        """
        job = Job(Task.PICTURE_PRINTS, str(file.resolve()), known=tuple(known))
        return self._texts(job, file.name)

    def _texts(self, job: Job, name: str) -> tuple[str, ...]:
        folder = self._new_folder()
        try:
            return self._do(job, folder, _shown(name)).texts
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def read_tables(
        self, path: Path, borders: Mapping[int, Sequence[float]] | None = None
    ) -> TableFile:
        """Return the tables of a file: Word, Excel, OpenDocument, CSV or PDF.

        ``borders`` part the columns of a PDF's tables, by page, in points from its left edge.

        Raises:
            PaperRefused: the sentence says why and what to do next.
            NotFound: there is no such file.
            NotWritten: staging cannot hold the copy.
        """
        name = _shown(path.name)
        folder = self._new_folder()
        try:
            _copy_in(path, folder / child_job.ORIGINAL, self._limits.file_size, name)
            parted = tuple((page, tuple(places)) for page, places in (borders or {}).items())
            job = Job(Task.READ_TABLES, name=path.name, borders=parted)
            return self._do(job, folder, name).tables_of_file()
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _do(self, job: Job, folder: Path, name: str) -> Answer:
        """Have the child do a job and read its answer."""
        child_job.write_job(folder, job)
        reply = self._ask(folder, name)
        if reply.outcome is Outcome.UNFORESEEN:
            _log.error("Intake stumbled over %s:\n%s", name, reply.reason)
            raise PaperRefused(
                f"{name} was not taken in: it is built in a way this program cannot read. {_RESAVE}"
            )
        if reply.outcome is Outcome.NOT_WRITTEN:
            raise _not_written(reply.reason)
        if reply.outcome is Outcome.REFUSED:
            raise PaperRefused(f"{name} was not taken in: {reply.reason}")
        answer = child_job.read_answer(folder)
        child_job.clear_notes(folder)
        return answer

    def _ask(self, folder: Path, name: str) -> Reply:
        """Send the job to a living child; one that fails is ended and its paper refused."""
        child = self._living_child()
        try:
            reply = child.ask(folder, seconds=self._limits.seconds)
        except ChildTooSlow as error:
            self._end_child()
            raise PaperRefused(self._too_slow(name)) from error
        except ChildEnded as error:
            self._end_child()
            slow = error.status == -getattr(signal, "SIGXCPU", 0)
            raise PaperRefused(self._too_slow(name) if slow else _killed(name)) from error
        except BaseException:
            # Interrupted while it works: its late answer must not meet the next question
            self._end_child()
            raise
        if reply.spent:
            self._end_child()
        return reply

    def _living_child(self) -> ChildProcess:
        """Return the child, started anew when there is none or it died between papers."""
        if self._child is not None and not self._child.alive:
            self._end_child()
        if self._child is None:
            self._child = ChildProcess(self._limits, self._staging)
        return self._child

    def _end_child(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _new_folder(self) -> Path:
        """Make a folder of its own for one job."""
        folder = self._staging.resolve() / uuid.uuid4().hex
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise _not_written(error.strerror) from error
        self._folders.append(folder)
        return folder

    def _too_slow(self, name: str) -> str:
        """The sentence for a paper that does not come to an end."""
        return (
            f"{name} was not taken in: reading it takes more than {self._limits.seconds:.0f} "
            f"seconds. Split it into smaller papers, or print it to PDF and add that file."
        )


def _killed(name: str) -> str:
    """The sentence for a paper that ended its reader."""
    return (
        f"{name} was not taken in: it made the part of the program that reads papers fail, "
        f"which only a damaged or hostile file does. {_RESAVE}"
    )


def _copy_in(path: Path, to: Path, most: int, name: str) -> str:
    """Copy a file into staging and return its SHA-256 as 64 hex digits.

    The child reads the copy: what is hashed is what is read, even if the file changes meanwhile.
    """
    if path.is_dir():
        raise NotFound(f"{name} at {_shown(str(path.parent))} is a folder. Choose a file in it.")
    if not path.is_file():
        raise NotFound(f"There is no file {name} at {_shown(str(path.parent))}.")
    too_large = PaperRefused(
        f"{name} was not taken in: it is larger than {most / GIBIBYTE:g} GB. "
        "Save it with smaller pictures, or split it into several papers."
    )
    if path.stat().st_size > most:
        raise too_large
    try:
        source = path.open("rb")
    except OSError as error:
        raise PaperRefused(
            f"{name} was not taken in: it cannot be read ({error.strerror}). "
            "Close it in other programs and check that you may open it."
        ) from error
    with source:
        digest, size = _copy(source, to, most)
    if size > most:
        raise too_large
    return digest


def _copy(source: BinaryIO, to: Path, most: int) -> tuple[str, int]:
    """Copy up to ``most`` bytes and a piece more; return their SHA-256 and their number."""
    digest = hashlib.sha256()
    size = 0
    try:
        with to.open("xb") as copy:
            while size <= most and (piece := source.read(_PIECE)):
                digest.update(piece)
                size += copy.write(piece)
    except OSError as error:
        raise _not_written(error.strerror) from error
    return digest.hexdigest(), size


def _not_written(why: str | None) -> NotWritten:
    """The fact that staging cannot be written."""
    return NotWritten(
        f"The workspace cannot hold the paper ({why}). "
        "Free some space on the disk, or check that you may write there."
    )


def _sha256(path: Path) -> str:
    """The SHA-256 of a file as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _shown(name: str) -> str:
    """A file name fit for a sentence: printable, on one line, not too long."""
    plain = "".join(letter if letter.isprintable() else " " for letter in name)
    plain = " ".join(plain.split()) or "The file"
    if len(plain) <= _LONGEST_NAME:
        return plain
    half = _LONGEST_NAME // 2
    return f"{plain[:half]}…{plain[-half:]}"
