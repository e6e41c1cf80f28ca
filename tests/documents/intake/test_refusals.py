"""What is refused, and that the sentence tells an officer why and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.domain.errors import NotFound, PaperRefused
from tests.build import pdf_bytes
from tests.documents.intake import hostile

REFUSED = {
    "empty": (b"", "the file is empty"),
    "only zeros": (b"\0" * 5000, "the file is empty"),
    "web page": (b"<!DOCTYPE html><html><p>Not found</p></html>", "a web page (HTML)"),
    "Word": (hostile.word_document(), "a Word document"),
    "JPEG": (hostile.jpeg(), "a JPEG picture"),
    "old Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "an old Word document",
    ),
    "rich text": (b"{\\rtf1 hello}", "a rich text document"),
    "plain text": (b"Dear all, the report is attached.", "a text file"),
    "no pages": (hostile.no_pages(), "it has no pages"),
    "page loop": (hostile.page_loop(), "runs in a circle"),
    "a million pages": (hostile.million_pages(), "more than 5,000 pages"),
    "truncated": (hostile.truncated(), "damaged beyond repair"),
    "password": (hostile.locked(user="let me in", strength=6), "locked with a password"),
    "absurd page": (hostile.sized(b"[0 0 1000000000 1000000000]"), "larger than any PDF page"),
    "page without size": (hostile.sized(b"[0 0 0 0]"), "page 1 has no usable size"),
    "undecodable": (hostile.undecodable(), "part of page 1 is damaged"),
    "huge picture": (hostile.huge_picture(), "65,536 by 65,536 dots"),
    "redaction": (hostile.changed(hostile.redaction_marked), "page 2 carries redaction marks"),
    "layer off": (hostile.layered(OFF=True), "layer “Draft” is switched off"),
    "live form": (hostile.changed(hostile.live_form), "a live form"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_become_a_paper_is_refused_with_what_it_is(
    kind: str, warm_child: IntakeChild, tmp_path: Path
) -> None:
    data, because = REFUSED[kind]
    with pytest.raises(PaperRefused) as refusal:
        warm_child.take_in(hostile.put(tmp_path, data, "report.pdf"))
    sentence = str(refusal.value)
    assert sentence.startswith("report.pdf was not taken in: ")
    assert because in sentence
    assert sentence.endswith(".")
    assert len(sentence.split(". ")) > 1, "says what to do next"


def test_a_file_that_is_not_there_is_said_not_to_be(
    warm_child: IntakeChild, tmp_path: Path
) -> None:
    with pytest.raises(NotFound, match=r"There is no file lost\.pdf"):
        warm_child.take_in(tmp_path / "lost.pdf")


def test_a_file_above_the_limit_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = hostile.put(tmp_path, pdf_bytes(1))
    with IntakeChild(tmp_path / "staging", Limits(file_size=100)) as child:
        with pytest.raises(PaperRefused, match="larger than"):
            child.take_in(path)
        assert child.pid is None


def test_a_refusal_leaves_nothing_in_staging(tmp_path: Path) -> None:
    staging = tmp_path / "staging"
    with IntakeChild(staging) as child:
        with pytest.raises(PaperRefused):
            child.take_in(hostile.put(tmp_path, hostile.no_pages()))
        assert list(staging.iterdir()) == []
