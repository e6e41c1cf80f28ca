"""One file received in the child: made a paper, made ready for a converter, or kept as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from scrutiny_app.documents.intake.child_job import NORMALISED, Answer, Job, ToConvert
from scrutiny_app.documents.intake.file_kind import (
    OLD_ATTACHMENTS,
    PICTURES,
    ZIPPED_ATTACHMENTS,
    FileKind,
    kind_of,
    no_paper,
)
from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.old_formats import (
    check_old_office,
    check_old_word,
    check_rich_text,
)
from scrutiny_app.documents.intake.office.preparing import (
    check_attachment,
    prepare_open_document,
    prepare_word,
)
from scrutiny_app.documents.intake.pictures import draw_pictures
from scrutiny_app.documents.intake.taking_in import make_paper
from scrutiny_app.domain.paper import PaperFacts, TextLayer

# Converters go by the ending of a name
_MADE_READY = {
    FileKind.WORD: ("paper.docx", prepare_word),
    FileKind.OPEN_TEXT: ("paper.odt", prepare_open_document),
}
_MODERNISED = {
    FileKind.OLD_WORD: ("old.doc", check_old_word),
    FileKind.RICH_TEXT: ("old.rtf", check_rich_text),
}
_DRAWN = "drawn.pdf"


def receive(folder: Path, job: Job, limits: Limits) -> Answer:
    """Return what becomes of the file a job names: a paper, or what a converter must do first.

    Raises:
        PaperRefused: with the reason and what to do next, starting in lower case, to follow
            the paper's name.

    Source: ours: an outsider's file is opened in a child (ARCHITECTURE.md, promises).
    """
    findings = Findings(job.before.removed, job.before.warnings)
    findings.marked_up = job.before.marked_up
    original = folder / job.file
    kind = kind_of(original, job.name)
    if kind is FileKind.PDF:
        return _paper(original, folder, job, limits, findings)
    if kind in PICTURES:
        draw_pictures(original, folder / _DRAWN, limits, findings)
        return _paper(folder / _DRAWN, folder, job, limits, findings)
    if kind in _MADE_READY:
        return _make_ready(original, kind, job, limits, findings)
    if kind in _MODERNISED:
        return _modernise(original, kind, findings)
    return _attachment(original, kind, limits)


def _paper(path: Path, folder: Path, job: Job, limits: Limits, findings: Findings) -> Answer:
    facts, texts = make_paper(path, folder / NORMALISED, limits, findings, job.before.converter)
    return Answer(texts, facts)


def _make_ready(
    original: Path, kind: FileKind, job: Job, limits: Limits, findings: Findings
) -> Answer:
    """Make an office paper safe and ask for a PDF of it."""
    file, prepare = _MADE_READY[kind]
    prepare(original, original.with_name(file), limits, findings, final=job.final)
    return _asking(ToConvert(file, "paper.pdf", kind.value), findings)


def _modernise(original: Path, kind: FileKind, findings: Findings) -> Answer:
    """Look at an old office paper and ask for a .docx of it, which is then made ready itself."""
    file, check = _MODERNISED[kind]
    check(original)
    shutil.copyfile(original, original.with_name(file))
    return _asking(ToConvert(file, "modern.docx", kind.value), findings)


def _asking(wanted: ToConvert, findings: Findings) -> Answer:
    return Answer(
        (),
        to_convert=wanted,
        removed=findings.removed,
        warnings=findings.warnings,
        marked_up=findings.marked_up,
    )


def _attachment(original: Path, kind: FileKind, limits: Limits) -> Answer:
    """Keep a file that has no pages of its own.

    Raises:
        PaperRefused: it is of a kind that is not kept, or hostile.
    """
    if kind in ZIPPED_ATTACHMENTS:
        check_attachment(original, limits)
    elif kind in OLD_ATTACHMENTS:
        check_old_office(original)
    elif kind is not FileKind.TEXT:
        raise no_paper(kind)
    warning = (
        f"It is {kind} and is kept as an attachment: no pack holds it. To have it in the pack, "
        "save what should be seen as PDF and give that file instead."
    )
    facts = PaperFacts((), TextLayer.TEXT, warnings=(warning,), attachment=True)
    return Answer((), facts)
