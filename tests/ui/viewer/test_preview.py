"""A file beside other work: any room can show one and jump about in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.preview import PackPreview
from scrutiny_app.ui.viewer.reading import Reading
from tests.ui.conftest import SOON
from tests.ui.packs import write_pack
from tests.ui.reader.test_accessibility import focusable, unnamed


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> Iterator[PackPreview]:
    reading = Reading(start_viewer())
    one = PackPreview(reading, theme)
    one.resize(500, 700)
    with qtbot.waitExposed(one):
        one.show()
    yield one
    reading.end()
    one.close()
    one.deleteLater()


def test_a_file_is_shown_at_the_page_asked_for(
    preview: PackPreview, qtbot: QtBot, pack: Path
) -> None:
    assert preview.empty.isVisible()
    with qtbot.waitSignal(preview.page_shown, timeout=SOON):
        preview.open(pack, 18)
    assert preview.place.text() == "Page 19 of 30J"
    assert preview.view.page == 18


def test_it_jumps_and_tells_its_page(preview: PackPreview, qtbot: QtBot, pack: Path) -> None:
    preview.open(pack)
    preview.show_page(8)
    with qtbot.waitSignal(preview.page_shown, timeout=SOON) as told:
        pass
    assert told.args == [8], "asked for before the file was open"
    with qtbot.waitSignal(preview.page_shown, timeout=SOON) as told:
        preview.show_page(30)
    assert told.args == [30]


def test_a_file_made_anew_is_shown_where_it_was(
    preview: PackPreview, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_pack(tmp_path / "pack.pdf")
    with qtbot.waitSignal(preview.reading.opened, timeout=SOON):
        preview.open(path, 12)
    preview.close_file("The pack is being built.")
    assert preview.empty.text() == "The pack is being built."
    with qtbot.waitSignal(preview.reading.opened, timeout=SOON):
        preview.open(path, 12)
    write_pack(path, pages=38)
    with qtbot.waitSignal(preview.reading.opened, timeout=SOON):
        preview.open_again(path)
    assert preview.view.page == 12


def test_the_reader_is_asked_for_with_file_and_page(
    preview: PackPreview, qtbot: QtBot, pack: Path
) -> None:
    with qtbot.waitSignal(preview.reading.opened, timeout=SOON):
        preview.open(pack, 5)
    button = next(b for b in preview.findChildren(QToolButton) if "reader" in b.accessibleName())
    with qtbot.waitSignal(preview.wants_reader, timeout=SOON) as asked:
        button.click()
    assert asked.args == [pack, 5]


def test_a_file_that_cannot_be_shown_is_said_to_be_so(
    preview: PackPreview, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(preview.told, timeout=SOON):
        preview.open(tmp_path / "gone.pdf")
    assert preview.notice.isVisible()


def test_every_control_of_it_is_named(preview: PackPreview, qtbot: QtBot, pack: Path) -> None:
    with qtbot.waitSignal(preview.reading.opened, timeout=SOON):
        preview.open(pack)
    assert len(focusable(preview)) == 6
    assert unnamed(preview) == []
