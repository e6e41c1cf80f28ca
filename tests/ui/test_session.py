"""The open workspace: what is done to its files beside the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.errors import NotWritten, WorkspaceInUse
from scrutiny_app.ui.session import Session, new_session, open_session
from tests.build import clock

SOON = 10_000


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    del qtbot
    one = new_session(tmp_path / "workspace", "Jo Field", clock)
    yield one
    one.close()


def test_files_are_worked_on_in_another_thread_and_the_end_is_told_in_the_window_s(
    qtbot: QtBot, session: Session
) -> None:
    did: list[int] = []
    told: list[int] = []
    session.beside(
        lambda: did.append(threading.get_ident()),
        done=lambda: told.append(threading.get_ident()),
        refused=pytest.fail,
    )
    assert not told
    qtbot.waitUntil(lambda: bool(told), timeout=SOON)
    assert told == [threading.get_ident()] != did


def test_what_stands_in_the_way_of_files_is_told_in_its_own_words(
    qtbot: QtBot, session: Session
) -> None:
    def full() -> None:
        raise NotWritten("The disk is full.")

    told: list[str] = []
    session.beside(full, done=lambda: pytest.fail("it was not done"), refused=told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=SOON)
    assert told == ["The disk is full."]


def test_the_lock_is_kept_until_nothing_is_written_any_more(qtbot: QtBot, tmp_path: Path) -> None:
    session = new_session(tmp_path / "workspace", "Jo Field", clock)
    others: list[str] = []
    begun = threading.Event()

    def write() -> None:
        begun.set()
        # Closing waits in the meantime, or the workspace would be free by then
        threading.Event().wait(0.3)
        try:
            open_session(session.folder, "Sam Hill", clock).close()
        except WorkspaceInUse:
            others.append("kept out")

    session.beside(write, done=lambda: others.append("told"), refused=others.append)
    begun.wait()
    session.close()
    qtbot.wait(50)
    assert others == ["kept out"]
