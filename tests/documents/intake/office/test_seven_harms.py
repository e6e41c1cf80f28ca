"""Seven ways in which an office file does harm: each a file, a sentence, a bound and a control.

That nothing is fetched for a linked picture, and would be without our care, is shown with a web
server in ``tests/documents/converters/test_libre_office.py``.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from scrutiny_app.documents.intake import file_kind
from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office import old_formats, preparing, zip_check
from scrutiny_app.documents.intake.office.preparing import prepare_word
from scrutiny_app.domain.errors import PaperRefused
from tests.build import a_pdf
from tests.documents.intake import hostile
from tests.documents.intake.hostile import put
from tests.documents.intake.office import office_files as made

MIB = 1 << 20
MOST = 64 * MIB  # that refusing all of them may add to the child's memory
HIDDEN = "the safe's number is 4711"
FIELD = rb"{\rtf1{\field{\*\fldinst INCLUDEPICTURE http://pictures.example/map.png}}}"
PROGRAM = {"word/vbaProject.bin": b"program"}


def reads_file(path: Path) -> bytes:
    """A Word document whose text is that of another file on the same laptop."""
    return made.docx(
        parts={
            made.DOCUMENT: (
                f'<!DOCTYPE w [<!ENTITY x SYSTEM "{path.as_uri()}">]>'
                f'<w:document xmlns:w="{made.W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>'
                "</w:body></w:document>"
            ).encode()
        }
    )


@dataclass(frozen=True)
class Harm:
    """A file by the name it comes with, and what is said of it and to be done."""

    name: str
    data: Callable[[Path], bytes]
    said: str
    advice: str


HARMS = {
    "bomb": Harm(
        "sky.docx",
        lambda _: made.with_zeros("word/media/sky.bmp", 300),
        "it unpacks to far more than its size and its pages could need",
        "ask its author for a new copy.",
    ),
    "external entity": Harm(
        "entity.docx",
        reads_file,
        "the XML inside it declares a document type, through which a file can draw in other files",
        "ask its author for a new copy.",
    ),
    "macro": Harm(
        "macro.docx",
        lambda _: made.docx(parts=PROGRAM),
        "it holds macros, which are programs",
        "Save it without them (in Word: as .docx), or save it as PDF, and add that file.",
    ),
    "encrypted": Harm(
        "secret.docx",
        lambda _: made.ole("EncryptionInfo", "EncryptedPackage"),
        "it is locked with a password",
        "Ask its author for an open copy.",
    ),
    "truncated": Harm(
        "half.docx",
        lambda _: made.docx()[:9000],
        "it is damaged, or only part of it arrived",
        "ask its author to send it again.",
    ),
    "mislabelled": Harm(
        "picture.docx",
        lambda _: hostile.jpeg(),
        "its name ends in .docx, but it is really a JPEG picture",
        "give it the name it should have.",
    ),
    "external link": Harm(
        "link.rtf",
        lambda _: FIELD,
        "it draws in pictures or text from other places, which this program does not fetch",
        "Open it in Word, save it as PDF and add that file.",
    ),
}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file on the laptop that no paper should show."""
    path = tmp_path / "safe.txt"
    path.write_text(HIDDEN, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", HARMS)
def test_each_is_refused_with_what_is_wrong_and_what_to_do(
    kind: str, warm_child: IntakeChild, tmp_path: Path, secret: Path
) -> None:
    harm = HARMS[kind]
    with pytest.raises(PaperRefused) as refused:
        warm_child.take_in(put(tmp_path, harm.data(secret), harm.name))
    sentence = str(refused.value)
    assert sentence.startswith(f"{harm.name} was not taken in: {harm.said}")
    assert sentence.endswith(harm.advice)


@pytest.mark.skipif(sys.platform != "linux", reason="measures with /proc")
def test_refusing_all_of_them_costs_little_memory_and_the_next_paper_goes_in(
    tmp_path: Path, secret: Path
) -> None:
    with IntakeChild(tmp_path / "staging") as child:
        child.take_in(a_pdf(tmp_path))
        first, pid = peak_of(child), child.pid
        for harm in HARMS.values():
            with pytest.raises(PaperRefused):
                child.take_in(put(tmp_path, harm.data(secret), harm.name))
        assert peak_of(child) - first < MOST
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2
        assert child.pid == pid, "none of them cost a child"


@pytest.mark.skipif(sys.platform != "linux", reason="measures with /proc")
def test_control_a_bomb_that_is_let_through_takes_the_memory_it_unpacks_to(tmp_path: Path) -> None:
    path = put(tmp_path, HARMS["bomb"].data(tmp_path), "sky.docx")
    program = f"""
from pathlib import Path
from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office import preparing, zip_check
zip_check._TIGHTEST = 10**6
generous = Limits(unpacked={600 * MIB}, package={600 * MIB})
there = Path({str(tmp_path / "ready")!r})
preparing.prepare_word(Path({str(path)!r}), there, generous, Findings(), final=False)
print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"""
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert int(told.stdout) * 1024 > 300 * MIB


def test_control_without_the_strict_reader_the_entity_brings_the_other_file_in(
    tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, reads_file(secret), "entity.docx")
    monkeypatch.setattr(zip_check, "_refuse_document_type", lambda *_told: None)
    zip_check.check_archive(path, Limits())
    trusting = etree.XMLParser(resolve_entities=True)
    text = etree.fromstring(made.part(path.read_bytes(), made.DOCUMENT), trusting)
    assert HIDDEN in "".join(text.itertext())


def test_control_without_the_look_for_macros_the_program_is_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "_refuse_macros", lambda _package: None)
    assert b"vbaProject" in ready(tmp_path, made.docx(parts=PROGRAM))


def test_control_without_the_look_for_a_lock_a_librarys_error_reaches_the_officer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = made.locked(made.docx())
    with pytest.raises(PaperRefused, match="locked with a password"):
        ready(tmp_path, locked)
    monkeypatch.setattr(zip_check, "_LOCKED_FLAG", 0)
    with pytest.raises(RuntimeError, match="password required"):
        ready(tmp_path, locked)


def test_control_the_whole_of_the_truncated_file_is_made_ready_and_half_is_no_archive(
    tmp_path: Path,
) -> None:
    assert made.part(ready(tmp_path, made.docx()), made.DOCUMENT)
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(HARMS["truncated"].data(tmp_path)))


def test_control_without_the_look_at_its_name_the_picture_passes_as_it_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, hostile.jpeg(), "picture.docx")
    monkeypatch.setattr(file_kind, "_NAMED", {})
    assert file_kind.kind_of(path, path.name) is file_kind.FileKind.JPEG


def test_control_without_the_look_for_fields_the_link_would_be_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, FIELD, "link.rtf")
    monkeypatch.setattr(old_formats, "_RTF_FIELDS", re.compile(rb"(?!)"))
    old_formats.check_rich_text(path)


def ready(folder: Path, data: bytes) -> bytes:
    """What would be handed to a converter."""
    prepare_word(put(folder, data, "given"), folder / "ready", Limits(), Findings(), final=False)
    return (folder / "ready").read_bytes()


def peak_of(child: IntakeChild) -> int:
    """The most memory that a child has had, in bytes."""
    status = Path(f"/proc/{child.pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
