from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.encryption import Guard, checked_password
from scrutiny_app.domain.errors import WrongInput
from tests.build import an_agenda, pdf_bytes
from tests.documents.pdf.nasty_papers import nasty_paper, roomy
from tests.documents.pdf.packs import a_filed_paper, lay_out, style, words_on

PASSWORD = "correct horse bättery"  # noqa: S105 - guards nothing


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = nasty_paper(roomy, tmp_path)
    paper, out = a_filed_paper(path), tmp_path / "locked.pdf"
    layout = lay_out(an_agenda([paper]))
    guard = Guard({}, checked_password(PASSWORD))
    bind_pack(pdf_bytes(2), layout, {paper.id: path}, style(), out, guard)
    return out


def test_a_locked_pack_opens_with_its_password_alone(locked: Path) -> None:
    for wrong in ("", "correct horse battery"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(locked, password=wrong)
    with pikepdf.open(locked, password=PASSWORD) as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert str(pdf.encryption.stream_method).endswith("aesv3")
        assert pdf.user_password_matched
        assert not pdf.owner_password_matched


def test_whoever_has_the_password_may_have_it_read_aloud(locked: Path) -> None:
    with pikepdf.open(locked, password=PASSWORD) as pdf:
        assert all(pdf.allow)


def test_nothing_of_a_locked_pack_can_be_read_in_its_bytes(locked: Path) -> None:
    data = locked.read_bytes()
    for told in (b"Kelsham", b"Children", "Kelsham".encode("utf-16-be"), b"xmpmeta"):
        assert told not in data


def test_a_locked_pack_is_the_same_pack(locked: Path, tmp_path: Path) -> None:
    with pikepdf.open(locked, password=PASSWORD) as pdf:
        pdf.save(tmp_path / "open.pdf", encryption=False)
    assert "Page 3" in words_on(tmp_path / "open.pdf")[2]


@pytest.mark.parametrize("poor", ["", "short", "elevenchars", "x" * 128, "with\tcontrol signs"])
def test_a_password_that_keeps_nobody_out_or_cannot_be_typed_is_refused(poor: str) -> None:
    with pytest.raises(WrongInput, match="password") as refused:
        checked_password(poor)
    assert not poor or poor not in str(refused.value)


def test_letters_that_are_typed_in_two_ways_make_one_password() -> None:
    assert checked_password("correct horse ba\u0308ttery") == checked_password(PASSWORD)
