"""The child that draws is ended, halted or never begins; the file stays or a sentence says why."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scrutiny_app.jobs.child_start import ChildStart
from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.viewer.reading import Reading
from tests.build import a_pdf
from tests.ui.conftest import SOON


@pytest.fixture
def reading() -> Iterator[Reading]:
    one = Reading(start_viewer())
    yield one
    one.end()


def test_a_viewer_that_ends_while_a_file_is_opened_opens_it_in_the_next(
    reading: Reading, qtbot: QtBot, pack: Path
) -> None:
    qtbot.waitUntil(lambda: reading.child.ready, timeout=SOON)
    with qtbot.waitSignals([reading.stumbled, reading.opened], timeout=SOON):
        reading.open(pack)
        reading.child.kill()
    assert reading.document is not None


def test_a_viewer_that_ends_twice_quickly_keeps_the_file_and_its_pages(
    reading: Reading, qtbot: QtBot, pack: Path
) -> None:
    with qtbot.waitSignal(reading.opened, timeout=SOON):
        reading.open(pack)
    reading.read(0)
    for _ in range(2):
        with qtbot.waitSignal(reading.stumbled, timeout=SOON):
            reading.child.kill()
        qtbot.waitUntil(lambda: reading.child.running, timeout=SOON)
    with qtbot.waitSignal(reading.page_read, timeout=SOON):
        reading.read(0)
    assert reading.document is not None
    assert not reading.unshowable


@pytest.mark.parametrize(
    "start",
    [
        ChildStart("/nowhere/at/all", (), {}),
        ChildStart(sys.executable, ("-c", "raise SystemExit(1)"), {}),
    ],
    ids=["not there", "ends at once"],
)
def test_a_viewer_that_never_begins_is_said_not_to_and_is_not_tried_for_ever(
    start: ChildStart, qtbot: QtBot, pack: Path
) -> None:
    reading = Reading(start)
    with qtbot.waitSignal(reading.refused, timeout=SOON) as refused:
        reading.open(pack)
    assert "the part of the program that draws pages does not start" in refused.args[0]
    assert not reading.child.running
    qtbot.wait(500)
    assert not reading.child.running
    reading.end()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_another_file_is_opened_while_a_page_of_this_one_will_not_come(
    reading: Reading, qtbot: QtBot, pack: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(reading.opened, timeout=SOON):
        reading.open(pack)
    os.kill(reading.child.pid, signal.SIGSTOP)
    reading.read(3)
    qtbot.waitUntil(lambda: reading.child.stuck, timeout=SOON)
    with qtbot.waitSignal(reading.opened, timeout=SOON):
        reading.open(a_pdf(tmp_path))
    assert reading.document is not None
    assert reading.document.pages == 2


def test_a_file_is_called_what_its_reader_knows_it_as(
    reading: Reading, qtbot: QtBot, tmp_path: Path
) -> None:
    filed = a_pdf(tmp_path).rename(tmp_path / "60bbc84aac2c2486")
    with qtbot.waitSignal(reading.opened, timeout=SOON):
        reading.open(filed, "Improvement plan")
    assert reading.document is not None
    assert reading.document.name == "Improvement plan"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_whoever_scrolls_on_does_not_wait_for_ever_for_a_viewer_that_hangs(
    reading: Reading, qtbot: QtBot, pack: Path
) -> None:
    with qtbot.waitSignal(reading.opened, timeout=SOON):
        reading.open(pack)
    reading.child.patience.setInterval(600)
    os.kill(reading.child.pid, signal.SIGSTOP)
    pages = count()

    def scroll_on() -> bool:
        reading.read(next(pages))
        return bool(told)

    told: list[str] = []
    reading.stumbled.connect(told.append)
    qtbot.waitUntil(scroll_on, timeout=3_000)
