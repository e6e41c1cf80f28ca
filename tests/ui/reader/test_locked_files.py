"""A locked pack asks for its password in the window, and nobody keeps it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.reader_window import ReaderWindow
from scrutiny_app.ui.viewer.page_layout import Spot
from tests.build import a_pdf
from tests.ui.conftest import SOON, is_sharp
from tests.ui.keys import press, type_words

PASSWORD = "Grüße aus Kelsham"  # noqa: S105 - an invented pack's


@pytest.fixture(scope="session")
def locked_pack(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack as a full edition is locked: AES with 256 bits."""
    path = tmp_path_factory.mktemp("locked") / "full.pdf"
    with pikepdf.open(pack) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user=PASSWORD, R=6))
    return path


@pytest.fixture
def asked(window: ReaderWindow, qtbot: QtBot, locked_pack: Path) -> ReaderWindow:
    """A window that was given the locked pack and asks for the password."""
    with qtbot.waitSignal(window.room.reading.locked, timeout=SOON):
        window.open(locked_pack)
    return window


def unlock(window: ReaderWindow, qtbot: QtBot, password: str = PASSWORD) -> None:
    window.room.password.field.setText(password)
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_sharp(window), timeout=SOON)


def test_the_password_is_asked_for_in_the_window(asked: ReaderWindow) -> None:
    strip = asked.room.password
    assert strip.isVisible()
    assert strip.sentence.text() == "full.pdf is locked. Type the password that came with it."
    assert asked.status.text() == strip.sentence.text()
    assert strip.field.hasFocus()


def test_the_right_password_opens_it(asked: ReaderWindow, qtbot: QtBot) -> None:
    unlock(asked, qtbot)
    assert not asked.room.password.isVisible()
    assert asked.status.text() == "Page 1 of 30J (sheet 1 of 40)"
    assert asked.room.view.hasFocus()


def test_a_wrong_one_is_said_to_be_wrong(asked: ReaderWindow, qtbot: QtBot) -> None:
    type_words(qtbot, asked, "kelsham")
    with qtbot.waitSignal(asked.room.reading.locked, timeout=SOON):
        press(qtbot, asked, Qt.Key.Key_Return)
    strip = asked.room.password
    assert strip.sentence.text().startswith("This password does not open full.pdf.")
    assert strip.field.text() == ""
    unlock(asked, qtbot)


def test_escape_leaves_it_locked_and_another_file_opens(
    asked: ReaderWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press(qtbot, asked, Qt.Key.Key_Escape)
    assert not asked.room.password.isVisible()
    assert asked.room.welcome.isVisible()
    with qtbot.waitSignal(asked.room.reading.opened, timeout=SOON):
        asked.open(a_pdf(tmp_path))


def test_a_viewer_that_died_asks_again_because_nobody_kept_the_password(
    asked: ReaderWindow, qtbot: QtBot
) -> None:
    unlock(asked, qtbot)
    asked.room.view.jump(Spot(18))
    with qtbot.waitSignal(asked.room.reading.locked, timeout=SOON):
        asked.room.reading.child.kill()
    unlock(asked, qtbot)
    assert asked.room.view.page == 18
    assert not asked.room.notice.isVisible()


def test_a_locked_file_is_left_for_another_after_the_viewer_died(
    asked: ReaderWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    unlock(asked, qtbot)
    with qtbot.waitSignal(asked.room.reading.locked, timeout=SOON):
        asked.room.reading.child.kill()
    with qtbot.waitSignal(asked.room.reading.opened, timeout=SOON):
        asked.open(a_pdf(tmp_path))
    qtbot.waitUntil(lambda: is_sharp(asked), timeout=SOON)


def test_the_password_is_in_no_setting(
    asked: ReaderWindow, qtbot: QtBot, settings: QSettings
) -> None:
    unlock(asked, qtbot)
    asked.close_file()
    settings.sync()
    kept = Path(settings.fileName()).read_text(encoding="utf-8")
    assert "full.pdf" in kept
    assert "Kelsham" not in kept
