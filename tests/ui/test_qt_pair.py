"""The window never runs on a PySide6 that breaks this Python."""

import subprocess
import sys
from importlib.metadata import version

import pytest
from PySide6.QtCore import QObject, QTimer

from scrutiny_app.domain.errors import InstallationUnsound
from scrutiny_app.ui import qt_pair
from scrutiny_app.ui.qt_pair import installed_qt, is_sound_pair, refuse_unsound_pair

CALLS = 1_000


@pytest.mark.parametrize(
    ("python", "qt"),
    [((3, 11), "6.8.3"), ((3, 11), "6.11.3"), ((3, 12), "6.12.0"), ((3, 14), "7.0.0")],
)
def test_a_sound_pair_may_open_the_window(python: tuple[int, int], qt: str) -> None:
    assert is_sound_pair(python=python, qt=qt)


@pytest.mark.parametrize("qt", ["6.12.0", "6.12.1", "6.12.0a1", "6.13.0", "7.0.0"])
def test_qt_6_12_and_later_is_unsound_before_python_3_12(qt: str) -> None:
    assert not is_sound_pair(python=(3, 11), qt=qt)


def test_the_pair_installed_here_is_sound() -> None:
    refuse_unsound_pair()


def test_an_unsound_pair_is_refused_with_what_to_do_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_pair, "installed_qt", lambda: "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 7, "final", 0))
    with pytest.raises(InstallationUnsound, match=r"PySide6 6\.12\.0 .* Install a PySide6 below"):
        refuse_unsound_pair()


def test_the_version_read_from_the_folder_is_the_one_that_is_installed() -> None:
    assert installed_qt() == version("PySide6-Essentials")


def test_asking_about_the_pair_does_not_import_qt() -> None:
    ask = (
        "import sys; from scrutiny_app.ui.qt_pair import refuse_unsound_pair; "
        "refuse_unsound_pair(); sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0


def test_a_qt_method_that_returns_nothing_takes_no_reference_to_none_away() -> None:
    thing, timer = QObject(), QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("agenda")
        thing.setParent(None)
        timer.setInterval(10)
        timer.stop()
    # PySide6 6.12.0 on Python 3.11 loses one a call, and the process dies when none is left
    assert sys.getrefcount(None) - before > -CALLS // 10
