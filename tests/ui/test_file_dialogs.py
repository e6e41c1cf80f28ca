"""Windows for files begin where the officer was, and a name ends as its kind says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.widgets.file_dialogs import choose_file, choose_new_file

KINDS = "PDF (*.pdf);;Word (*.docx)"


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    one = QWidget()
    qtbot.addWidget(one)
    return one


def asked(owner: QWidget) -> QFileDialog:
    """Return the window for files that was opened last."""
    return owner.findChildren(QFileDialog)[-1]


def test_the_kind_is_that_of_the_suggested_name(owner: QWidget, tmp_path: Path) -> None:
    choose_new_file(owner, "Where", lambda _to: None, suggested=tmp_path / "m.docx", kinds=KINDS)
    assert asked(owner).selectedNameFilter() == "Word (*.docx)"
    assert asked(owner).selectedFiles() == [str(tmp_path / "m.docx")]


def test_another_kind_gives_the_name_its_ending(owner: QWidget, tmp_path: Path) -> None:
    choose_new_file(owner, "Where", lambda _to: None, suggested=tmp_path / "m.docx", kinds=KINDS)
    dialog = asked(owner)
    dialog.selectNameFilter("PDF (*.pdf)")
    dialog.filterSelected.emit("PDF (*.pdf)")
    assert dialog.selectedFiles() == [str(tmp_path / "m.pdf")]


def test_papers_are_looked_for_where_the_last_one_was_whatever_was_written_meanwhile(
    owner: QWidget, tmp_path: Path
) -> None:
    papers, packs = tmp_path / "papers", tmp_path / "packs"
    papers.mkdir()
    packs.mkdir()
    told: list[Path] = []
    choose_file(owner, "Add a paper", told.append)
    asked(owner).fileSelected.emit(str(papers / "a.pdf"))
    choose_new_file(owner, "Where", told.append, suggested=packs / "p.pdf", kinds=KINDS)
    asked(owner).fileSelected.emit(str(packs / "p.pdf"))
    choose_file(owner, "Add a paper", told.append)
    assert asked(owner).directory().path() == str(papers)
    assert told == [papers / "a.pdf", packs / "p.pdf"]
