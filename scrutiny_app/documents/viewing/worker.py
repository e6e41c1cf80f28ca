"""The viewer child; ``python -m`` this module with the name of the shared memory.

It takes one question a line and answers each with one line that carries the question's ``id``:

==========  =====================================================  ==============================
``do``      needs                                                  answers with
==========  =====================================================  ==============================
``open``    ``path``, ``password``                                 what ``_open`` returns
``draw``    ``page``, ``piece`` (as ``Piece``), ``at`` (a place    nothing; the pixels are at
            in the shared memory)                                  ``at``
``read``    ``page``                                               text, boxes and links
``search``  ``words``                                              many lines: hits, ``done``
==========  =====================================================  ==============================

A question that cannot be answered gets ``refused``, a sentence, and ``locked`` where a password
would help; it is never written down, here or in the window. A search goes on between other
questions, and a new one replaces it. When its input ends, so does the child.
"""

from __future__ import annotations

import hashlib
import json
import os
import queue
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from scrutiny_app.documents.intake.limits import GIBIBYTE, Limits
from scrutiny_app.documents.intake.restraint import restrain
from scrutiny_app.documents.viewing.page_pixels import Piece
from scrutiny_app.documents.viewing.search_pass import SearchPass
from scrutiny_app.documents.viewing.shared_pixels import SharedPixels
from scrutiny_app.documents.viewing.shown_pdf import FileLocked, ShownPdf
from scrutiny_app.domain.errors import PaperRefused

# About 10 ms of work; a page to be drawn waits no longer
_PAGES_A_STEP = 12
# Address space; a page that wants more ends the child, and the window says so
_MOST_MEMORY = 4 * GIBIBYTE

Fields = dict[str, Any]


class Worker:
    """Answers the questions of one window."""

    def __init__(self, pixels: SharedPixels, answers: BinaryIO) -> None:
        self._pixels = pixels
        self._answers = answers
        self._pdf: ShownPdf | None = None
        self._search: tuple[int, SearchPass] | None = None

    @property
    def searching(self) -> bool:
        """Whether a search waits to be taken further."""
        return self._search is not None

    def answer(self, question: Fields) -> None:
        """Answer one question."""
        number = int(question["id"])
        try:
            told = self._do(question)
        except FileLocked as lock:
            told = {"refused": str(lock), "locked": True}
        except PaperRefused as refusal:
            told = {"refused": str(refusal)}
        if told is not None:
            self._say({"id": number, **told})

    def search_on(self) -> None:
        """Take the search a step further and tell what it found."""
        if self._search is None:
            return
        number, going = self._search
        hits = going.step(_PAGES_A_STEP)
        if going.done:
            self._search = None
        if hits or going.done:
            told = [asdict(hit) for hit in hits]
            limited = going.limited
            self._say({"id": number, "hits": told, "done": going.done, "limited": limited})

    def _do(self, question: Fields) -> Fields | None:
        """Do what is asked; None when the answers come later."""
        if question["do"] == "open":
            return self._open(Path(question["path"]), str(question.get("password", "")))
        if self._pdf is None:
            raise PaperRefused("No file is open.")
        page = int(question.get("page", 0))
        if question["do"] == "draw":
            piece = Piece(**question["piece"])
            self._pdf.draw(page, piece, self._pixels.room(int(question["at"]), piece.size))
            return {}
        if question["do"] == "read":
            links = [asdict(link) for link in self._pdf.links(page)]
            return {**asdict(self._pdf.words(page)), "links": links}
        self._search = None
        words = str(question["words"])
        if words.strip():
            going = SearchPass(words, len(self._pdf), self._pdf.text)
            self._search = (int(question["id"]), going)
        return None

    def _open(self, path: Path, password: str) -> Fields:
        self._search = None
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
        self._pdf = ShownPdf(path, password)
        return {
            "sha256": _sha256(path),
            "sizes": self._pdf.sizes(),
            "labels": self._pdf.labels(),
            "outline": [asdict(entry) for entry in self._pdf.outline()],
            "title": self._pdf.title(),
        }

    def _say(self, told: Fields) -> None:
        self._answers.write(json.dumps(told, separators=(",", ":")).encode() + b"\n")
        self._answers.flush()


def main() -> None:
    """Answer questions until the input ends, or a file asks for more memory than there may be."""
    restrain(Limits(memory=_MOST_MEMORY))
    answers = _take_output()
    worker = Worker(SharedPixels(sys.argv[1]), answers)
    questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    while True:
        try:
            line = questions.get(block=not worker.searching)
        except queue.Empty:
            worker.search_on()
            continue
        if not line:
            return
        worker.answer(json.loads(line))


def _sha256(path: Path) -> str:
    """Return the hash the window knows the file by, wherever it lies."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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
