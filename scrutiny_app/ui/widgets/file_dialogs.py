"""Asking for a file or a folder; the window goes on living meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], object]


def choose_folder(owner: QWidget, title: str, then: Then) -> None:
    """Let the officer choose a folder."""
    dialog = _dialog(owner, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def choose_file(owner: QWidget, title: str, then: Then, kinds: str = "") -> None:
    """Let the officer choose a file that is there; ``kinds`` are Qt's ("PDF (*.pdf)")."""
    dialog = _dialog(owner, title, then, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def choose_files(
    owner: QWidget, title: str, then: Callable[[tuple[Path, ...]], object], kinds: str = ""
) -> None:
    """Let the officer choose files that are there, one or several."""
    dialog = QFileDialog(owner, title, _beginning(), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then(tuple(Path(name) for name in names)))
    dialog.open()


def choose_new_folder(owner: QWidget, title: str, then: Then, *, suggested: str) -> None:
    """Let the officer say where a folder is to be made, and what it is called."""
    dialog = _dialog(owner, title, then)
    # The only window of files in which a name may be typed that is not there yet
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Make it")
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, "Name:")
    dialog.selectFile(suggested)
    dialog.open()


def choose_new_file(
    owner: QWidget, title: str, then: Then, *, suggested: Path | str = "", kinds: str = ""
) -> None:
    """Let the officer say where a file is to be written; one that is there is asked about."""
    dialog = _dialog(owner, title, then, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(str(suggested))
    dialog.open()


def _dialog(owner: QWidget, title: str, then: Then, kinds: str = "") -> QFileDialog:
    dialog = QFileDialog(owner, title, _beginning(), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return dialog


def _beginning() -> str:
    """Return the officer's documents: the program may have been started anywhere."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return str(folder if folder.is_dir() else Path.home())
