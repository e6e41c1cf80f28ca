"""The viewer child; ``python -m`` this module with the name of the shared memory.

It says ``{"id": 0}`` once it listens. Then it takes one question a line and answers each with one
line that carries the question's ``id``:

==========  =====================================================  ==============================
``do``      needs                                                  answers with
==========  =====================================================  ==============================
``open``    ``path``, ``password``                                 what ``_open`` returns
``draw``    ``page``, ``piece`` (as ``Piece``), ``at`` (a place    nothing; the pixels are at
            in the shared memory)                                  ``at``
``read``    ``page``                                               text, boxes and links
``search``  ``words``                                              many lines: hits, ``done``
``copy``    ``sides`` (of a print plan), ``to`` (a path)           many lines: ``copied``, ``done``
``stop``    nothing; a copy under way is given up                  nothing
==========  =====================================================  ==============================

A question that cannot be answered gets ``refused``, a sentence, and ``wants_password`` where
one would help; it is never written down, here or in the window. A search goes on between other
questions, and a new one replaces it; so does a copy. When its input ends, so does the child.
"""

from __future__ import annotations

import hashlib
import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from scrutiny_app.documents.intake.limits import GIBIBYTE, Limits
from scrutiny_app.documents.intake.restraint import restrain
from scrutiny_app.documents.viewing.page_copy import PageCopy
from scrutiny_app.documents.viewing.page_pixels import Piece
from scrutiny_app.documents.viewing.search_pass import SearchPass
from scrutiny_app.documents.viewing.shared_pixels import SharedPixels
from scrutiny_app.documents.viewing.shown_pdf import FileLocked, ShownPdf
from scrutiny_app.domain.errors import NotWritten, PaperRefused
from scrutiny_app.domain.print_plan import PagePart, Printed

# About 10 ms of work; a page to be drawn waits no longer
_PAGES_A_STEP = 12
# Address space; a page that wants more ends the child, and the window says so
_MOST_MEMORY = 4 * GIBIBYTE
_MARKED = 1 << 20

Fields = dict[str, Any]


class Worker:
    """Answers the questions of one window."""

    def __init__(self, pixels: SharedPixels, answers: BinaryIO) -> None:
        self._pixels = pixels
        self._answers = answers
        self._pdf: ShownPdf | None = None
        self._search: tuple[int, SearchPass] | None = None
        self._copy: tuple[int, PageCopy] | None = None

    @property
    def busy(self) -> bool:
        """Whether a search or a copy waits to be taken further."""
        return self._search is not None or self._copy is not None

    def answer(self, question: Fields) -> None:
        """Answer one question."""
        number = int(question["id"])
        try:
            told = self._do(question)
        except FileLocked as lock:
            told = {"refused": str(lock), "wants_password": True}
        except PaperRefused as refusal:
            told = {"refused": str(refusal)}
        if told is not None:
            self.say({"id": number, **told})

    def go_on(self) -> None:
        """Take what is under way a step further: the search, for somebody waits, then the copy."""
        if self._search is not None:
            self._search_on()
        elif self._copy is not None:
            number, copy = self._copy
            try:
                told = self._copy_on(copy)
            except (PaperRefused, NotWritten) as refusal:
                self._stop_copy()
                told = {"refused": str(refusal)}
            self.say({"id": number, **told})

    def _copy_on(self, copy: PageCopy) -> Fields:
        if not copy.done:
            copy.step()
            return {"copied": copy.copied, "of": copy.pages, "done": False}
        copy.write()
        self._stop_copy()
        return {"copied": copy.copied, "of": copy.pages, "done": True}

    def _search_on(self) -> None:
        if self._search is None:
            return
        number, going = self._search
        hits = going.step(_PAGES_A_STEP)
        if going.done:
            self._search = None
            if self._pdf is not None:
                self._pdf.rest()
        if hits or going.done:
            told = [asdict(hit) for hit in hits]
            limited = going.limited
            self.say({"id": number, "hits": told, "done": going.done, "limited": limited})

    def _do(self, question: Fields) -> Fields | None:
        """Do what is asked; None when the answers come later."""
        if question["do"] == "open":
            return self._open(Path(question["path"]), str(question.get("password", "")))
        if self._pdf is None:
            raise PaperRefused("No file is open.")
        asked: dict[str, Callable[[ShownPdf, Fields], Fields | None]] = {
            "draw": self._draw,
            "read": _read,
            "search": self._start_search,
            "copy": self._start_copy,
            "stop": self._stop,
        }
        return asked[question["do"]](self._pdf, question)

    def _draw(self, pdf: ShownPdf, question: Fields) -> Fields:
        piece = Piece(**question["piece"])
        pdf.draw(question["page"], piece, self._pixels.room(int(question["at"]), piece.size))
        return {}

    def _start_search(self, pdf: ShownPdf, question: Fields) -> None:
        self._search = None
        words = str(question["words"])
        if words.strip():
            self._search = (int(question["id"]), SearchPass(words, len(pdf), pdf.text))

    def _start_copy(self, pdf: ShownPdf, question: Fields) -> None:
        self._stop_copy()
        sides = [tuple(_place(place) for place in side) for side in question["sides"]]
        self._copy = (int(question["id"]), pdf.copy(sides, Path(question["to"])))

    def _stop(self, _pdf: ShownPdf, _question: Fields) -> Fields:
        self._stop_copy()
        return {}

    def _stop_copy(self) -> None:
        if self._copy is not None:
            self._copy[1].close()
        self._copy = None

    def _open(self, path: Path, password: str) -> Fields:
        self._search = None
        self._stop_copy()
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
        self._pdf = ShownPdf(path, password)
        return {
            "mark": _mark(path),
            "sizes": self._pdf.sizes(),
            "labels": self._pdf.labels(),
            "outline": [asdict(entry) for entry in self._pdf.outline()],
            "title": self._pdf.title(),
            "locked": self._pdf.locked,
        }

    def say(self, told: Fields) -> None:
        """Send one answer."""
        self._answers.write(json.dumps(told, separators=(",", ":")).encode() + b"\n")
        self._answers.flush()


def _read(pdf: ShownPdf, question: Fields) -> Fields:
    page = int(question["page"])
    return {**asdict(pdf.words(page)), "links": [asdict(link) for link in pdf.links(page)]}


def _place(told: Fields | None) -> Printed | None:
    return Printed(int(told["page"]), PagePart(told["part"])) if told else None


def main() -> None:
    """Answer questions until the input ends, or a file asks for more memory than there may be."""
    restrain(Limits(memory=_MOST_MEMORY))
    answers = _take_output()
    worker = Worker(SharedPixels(sys.argv[1]), answers)
    worker.say({"id": 0})
    questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    while True:
        try:
            line = questions.get(block=not worker.busy)
        except queue.Empty:
            worker.go_on()
            continue
        if not line:
            return
        worker.answer(json.loads(line))


def _mark(path: Path) -> str:
    """Return what the window knows the file by, wherever it lies: its length, head and tail.

    A hash of all of it would hold up the first page of a large pack by half a second.
    """
    length = path.stat().st_size
    digest = hashlib.sha256(str(length).encode())
    with path.open("rb") as file:
        digest.update(file.read(_MARKED))
        file.seek(max(0, length - _MARKED))
        digest.update(file.read(_MARKED))
    return digest.hexdigest()


def _listen(questions: queue.SimpleQueue[bytes]) -> None:
    """Hand on every line, and an empty one when there are no more."""
    for line in sys.stdin.buffer:
        questions.put(line)
    questions.put(b"")


def _take_output() -> BinaryIO:
    """Keep the pipe for answers; anything a library prints goes where errors go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


if __name__ == "__main__":
    main()
