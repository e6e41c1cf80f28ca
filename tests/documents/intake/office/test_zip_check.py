"""What an archive must be before anything opens it, and that the checks are needed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.zip_check import check_archive
from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake.hostile import put
from tests.documents.intake.office import office_files as made

MIB = 1 << 20
DTD = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
ENTITIES = (
    b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><w>&c;</w>'
)
EBCDIC = '<?xml version="1.0" encoding="cp037"?><w/>'.encode("cp037")

REFUSED = {
    "a part above the folder": (made.docx(parts={"../../evil": b""}), "leads elsewhere"),
    "an absolute part": (made.docx(parts={"/etc/evil": b""}), "leads elsewhere"),
    "a drive": (made.docx(parts={"C:evil": b""}), "leads elsewhere"),
    "a backslash": (made.docx(parts={"word\\evil": b""}), "leads elsewhere"),
    "a name twice": (made.docx(parts={"Word/Document.XML": b""}), "the same name"),
    "a document type": (made.docx(parts={"word/theme.xml": DTD}), "declares a document type"),
    "many entities": (made.docx(parts={made.DOCUMENT: ENTITIES}), "declares a document type"),
    "a document type in UTF-16": (
        made.docx(parts={"x": DTD.decode().encode("utf-16")}), "declares a document type",
    ),
    "XML in another alphabet": (made.docx(parts={"word/x.xml": EBCDIC}), "is damaged"),
    "XML that is not well-formed": (made.docx(parts={made.DOCUMENT: b"<a><b></a>"}), "is damaged"),
    "parts under a lock": (made.locked(made.docx()), "locked with a password"),
    "half a file": (made.docx()[:9000], "only part of it arrived"),
    "a part that is larger than it says": (
        made.understated(made.with_zeros("word/x.bin", 3), "word/x.bin", 77777), "damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_or_damaged_archive_is_refused(kind: str, tmp_path: Path) -> None:
    data, because = REFUSED[kind]
    with pytest.raises(PaperRefused, match=because) as refusal:
        check_archive(put(tmp_path, data), Limits())
    assert str(refusal.value).count(". ") >= 1, "says what to do next"


def test_sound_documents_pass(tmp_path: Path) -> None:
    check_archive(put(tmp_path, made.docx()), Limits())
    check_archive(put(tmp_path, made.odt()), Limits())


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = put(tmp_path, made.zipped({f"word/{number}": b"" for number in range(300)}))
    with pytest.raises(PaperRefused, match="more than 299 parts"):
        check_archive(path, Limits(parts=299))
    check_archive(path, Limits(parts=300))


def test_a_directory_of_a_million_parts_is_refused_before_it_is_read(tmp_path: Path) -> None:
    data = bytearray(made.docx())
    at = data.rfind(b"PK\x05\x06")
    data[at + 12 : at + 16] = (64 * MIB).to_bytes(4, "little")
    with pytest.raises(PaperRefused, match="lists more parts"):
        check_archive(put(tmp_path, bytes(data)), Limits())


def test_xml_has_a_smaller_limit_than_pictures(tmp_path: Path) -> None:
    text = b"<w>" + b"word " * MIB + b"</w>"
    path = put(tmp_path, made.docx(parts={"word/long.xml": text}))
    with pytest.raises(PaperRefused, match="unpacks to far more"):
        check_archive(path, Limits(xml_part=4 * MIB))
    check_archive(path, Limits(xml_part=8 * MIB))


def test_a_part_of_800_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = put(tmp_path, made.with_zeros("word/media/sky.bmp", 800))
    assert path.stat().st_size < 4 * MIB
    started = time.monotonic()
    with pytest.raises(PaperRefused, match="unpacks to far more"):
        check_archive(path, Limits())
    assert time.monotonic() - started < 1


@pytest.mark.skipif(sys.platform != "linux", reason="measures with /proc")
def test_memory_stays_small_and_without_the_check_it_does_not(tmp_path: Path) -> None:
    name = "word/media/sky.xml"
    link = made.external("customXml", "media/sky.xml", mode="Internal")
    path = put(tmp_path, made.with_zeros(name, 300, made.docx(links=link)), "bomb.docx")
    # However generous the limits, checking unpacks piece by piece
    generous = f"Limits(unpacked={600 * MIB}, package={600 * MIB})"
    checked = _peak(f"""
from pathlib import Path
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office import zip_check
zip_check._TIGHTEST = 10**6
zip_check.check_archive(Path({str(path)!r}), {generous})""")
    control = _peak(f"import docx\ndocx.Document({str(path)!r})")
    assert checked < 80 * MIB
    assert control > 300 * MIB, "python-docx must read the whole part without the check"


def _peak(program: str) -> int:
    """Run a program in a process of its own; return its peak memory in bytes."""
    # What getrusage tells starts from the size of the process that forked this one
    tail = "\nprint(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
    done = subprocess.run(
        [sys.executable, "-c", program + tail], capture_output=True, text=True, check=True
    )
    return int(done.stdout) * 1024
