"""Old Word and rich text files that reach out or carry programs are told by their bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.intake.office.old_formats import (
    check_old_office,
    check_old_word,
    check_rich_text,
)
from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake.hostile import put
from tests.documents.intake.office.office_files import ole

WEB = "http://pictures.example/map.png"
WORD_STREAM = b"\xec\xa5".ljust(10, b"\0")


@pytest.mark.parametrize(
    "rtf",
    [
        r"{\rtf1{\object\objemb{\*\objdata 0105}}}",
        r"{\rtf1{\object\objautlink{\*\objdata 0105}}}",
    ],
)
def test_rich_text_with_an_object_is_refused(rtf: str, tmp_path: Path) -> None:
    with pytest.raises(PaperRefused, match="carries an object"):
        check_rich_text(put(tmp_path, rtf.encode()))


@pytest.mark.parametrize(
    "rtf",
    [
        rf'{{\rtf1{{\field{{\*\fldinst INCLUDEPICTURE "{WEB}"}}{{\fldrslt x}}}}}}',
        rf"{{\rtf1{{\field{{\*\fldinst {{INCLU}}{{\b DEPICTURE}} {WEB}}}}}}}",
        rf"{{\rtf1{{\field{{\*\fldinst \'49NCLUDETEXT {WEB}}}}}}}",
        rf"{{\rtf1{{\*\template {WEB}}}}}",
        r"{\rtf1{\*\template \\\\server\\share\\a.dot}}",
    ],
)
def test_rich_text_that_draws_in_other_files_is_refused(rtf: str, tmp_path: Path) -> None:
    with pytest.raises(PaperRefused, match="draws in pictures or text"):
        check_rich_text(put(tmp_path, rtf.encode()))


def test_plain_rich_text_with_a_hyperlink_and_a_local_template_passes(tmp_path: Path) -> None:
    rtf = rf'{{\rtf1{{\*\template C:\\Normal.dot}}{{\field{{\*\fldinst HYPERLINK "{WEB}"}}}}}}'
    check_rich_text(put(tmp_path, rtf.encode()))


def test_an_old_word_document_with_macros_is_refused(tmp_path: Path) -> None:
    for stream in ("_VBA_PROJECT", "VBA"):
        with pytest.raises(PaperRefused, match="holds macros"):
            check_old_word(put(tmp_path, ole("WordDocument", stream)))


def test_a_locked_old_word_document_is_refused(tmp_path: Path) -> None:
    locked = ole("WordDocument", content=WORD_STREAM + b"\x00\x01")
    with pytest.raises(PaperRefused, match="locked with a password"):
        check_old_word(put(tmp_path, locked))
    check_old_word(put(tmp_path, ole("WordDocument", content=WORD_STREAM + b"\x00\x10")))


@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le"])
def test_an_old_word_document_that_draws_in_other_files_is_refused(
    encoding: str, tmp_path: Path
) -> None:
    field = f'\x13 INCLUDEPICTURE "{WEB}" \x14'.encode(encoding)
    with pytest.raises(PaperRefused, match="draws in pictures or text"):
        check_old_word(put(tmp_path, ole("WordDocument", content=field)))


def test_an_old_workbook_without_macros_passes(tmp_path: Path) -> None:
    check_old_office(put(tmp_path, ole("Workbook")))
