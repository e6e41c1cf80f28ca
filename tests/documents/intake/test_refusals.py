"""What is refused, and that the sentence tells an officer why and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.domain.errors import NotFound, PaperRefused
from tests.build import pdf_bytes
from tests.documents.intake import hostile
from tests.documents.intake.office import office_files

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


MISLABELLED = {
    "report.docx": (hostile.jpeg(), "ends in .docx, but it is really a JPEG picture"),
    "figures.docx": (office_files.workbook(), "ends in .docx, but it is really an Excel workbook"),
    "figures.xlsx": (office_files.docx(), "ends in .xlsx, but it is really a Word document"),
    "plan.png": (b"{\\rtf1 hello}", "ends in .png, but it is really a rich text document"),
    "old.doc": (b"MZ program", "ends in .doc, but it is really a Windows program"),
}
NO_PAPERS = {
    "letter.docx": (office_files.ole("EncryptionInfo", "EncryptedPackage"), "locked with a passw"),
    "mail.msg": (office_files.ole("__substg1.0_"), "an Outlook message (.msg), which cannot be"),
    "logo.gif": (b"GIF89a", "a GIF picture, which cannot be a paper"),
    "papers.zip": (office_files.zipped({"a.pdf": b"x"}), "a ZIP archive, which cannot be a paper"),
    "bomb.docx": (office_files.with_zeros("word/x.bin", 300), "unpacks to far more"),
    "budget.xlsm": (office_files.workbook({"xl/vbaProject.bin": b""}), "holds macros"),
    "bomb.xlsx": (
        office_files.with_zeros("xl/x.bin", 300, office_files.workbook()), "unpacks to far more",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISLABELLED | NO_PAPERS)
def test_office_files_that_are_not_what_they_say_or_do_harm_are_refused(
    name: str, warm_child: IntakeChild, tmp_path: Path
) -> None:
    data, because = (MISLABELLED | NO_PAPERS)[name]
    with pytest.raises(PaperRefused, match=re.escape(because)) as refusal:
        warm_child.take_in(hostile.put(tmp_path, data, name))
    assert str(refusal.value).startswith(f"{name} was not taken in: ")


def test_spreadsheets_and_text_are_kept_as_attachments(
    warm_child: IntakeChild, tmp_path: Path
) -> None:
    for name, data in (
        ("figures.xlsx", office_files.workbook()),
        ("figures.xls", office_files.ole("Workbook")),
        ("figures.csv", b"a,b"),
    ):
        taken = warm_child.take_in(hostile.put(tmp_path, data, name))
        assert taken.facts.attachment
        assert taken.facts.page_count == 0
        assert taken.normalised_sha256 == taken.original_sha256
        assert taken.normalised.read_bytes() == data
        assert "no pack holds it" in taken.facts.warnings[0]
        assert warm_child.extract_text(taken.normalised) == ()


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
