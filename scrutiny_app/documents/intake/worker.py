"""The child that reads outsiders' files; ``python -m`` this module, with the limits as JSON.

It opens no database, takes one line of JSON a job from its input and answers with one line.
When its input ends, so does it.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import traceback
from pathlib import Path
from typing import BinaryIO

from scrutiny_app.documents.intake.child_job import (
    Answer,
    Outcome,
    Reply,
    Task,
    read_job,
    write_answer,
)
from scrutiny_app.documents.intake.file_kind import is_pdf
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.restraint import is_spent, renew_processor_time, restrain
from scrutiny_app.domain.errors import PaperRefused

_READY = Reply(Outcome.DONE, "ready")
_TOO_BIG = (
    "it needs more memory to read than any sound paper does. "
    "Do not open it elsewhere; ask its author for a new copy."
)

_TOO_LONG = (
    "made safe, it is larger than a paper may be. "
    "Save it with smaller pictures, or split it into several papers."
)


def main() -> None:
    """Serve jobs until the input ends."""
    limits = Limits(**json.loads(sys.argv[1]))
    replies = _take_output()
    restrain(limits)
    from scrutiny_app.documents.intake.opening import set_reading_limits

    set_reading_limits(limits)
    _say(replies, _READY)
    for line in sys.stdin.buffer:
        renew_processor_time(limits.seconds)
        reply = _serve(Path(json.loads(line)["folder"]), limits)
        _say(replies, reply)
        if reply.spent:
            break


def _serve(folder: Path, limits: Limits) -> Reply:
    """Do one job; whatever happens, say how it went."""
    try:
        _work(folder, limits)
    except PaperRefused as refusal:
        return Reply(Outcome.REFUSED, str(refusal), is_spent(limits))
    except OSError as error:
        return _not_written(error)
    except MemoryError:
        return Reply(Outcome.REFUSED, _TOO_BIG, spent=True)
    except Exception:  # noqa: BLE001 - a hostile file may find a fault of ours; the parent logs it
        return Reply(Outcome.UNFORESEEN, traceback.format_exc(), spent=True)
    return Reply(Outcome.DONE, spent=is_spent(limits))


def _not_written(error: OSError) -> Reply:
    """Tell a paper that grows beyond its limit from a disk that is full."""
    if error.errno == errno.EFBIG:
        return Reply(Outcome.REFUSED, _TOO_LONG)
    return Reply(Outcome.NOT_WRITTEN, error.strerror or str(error))


def _work(folder: Path, limits: Limits) -> None:
    """Read the job, do it and write the answer."""
    from scrutiny_app.documents.intake.receiving import receive
    from scrutiny_app.documents.intake.text import pages_text

    job = read_job(folder)
    if job.task is Task.TAKE_IN:
        write_answer(folder, receive(folder, job, limits))
        return
    if job.task is Task.READ_TABLES:
        from scrutiny_app.documents.intake.tables.reading import read_tables

        tables = read_tables(folder / job.file, job.name, limits, dict(job.borders))
        write_answer(folder, Answer((), tables=tables))
        return
    if job.task is Task.ATTACHMENT_WORDS:
        from scrutiny_app.documents.intake.attachment_words import attachment_words

        write_answer(folder, Answer(attachment_words(Path(job.file), job.name, limits)))
        return
    if job.task is Task.PICTURE_PRINTS:
        from scrutiny_app.documents.intake.picture_prints import picture_prints

        prints = picture_prints(Path(job.file), frozenset(job.known), limits)
        write_answer(folder, Answer(prints))
        return
    # An attachment is kept as it came; it has no pages
    file = Path(job.file)
    write_answer(folder, Answer(pages_text(file) if is_pdf(file) else ()))


def _take_output() -> BinaryIO:
    """Keep the pipe for replies; anything a library prints goes where errors go."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return replies


def _say(replies: BinaryIO, reply: Reply) -> None:
    """Send one reply."""
    replies.write(reply.line())
    replies.flush()


if __name__ == "__main__":
    main()
