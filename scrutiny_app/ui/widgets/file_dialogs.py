"""Asking for a file or a folder; the window goes on living meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

# A window remembers as properties of its own where files were taken from and written to
_TAKEN, _WRITTEN = "folder taken from", "folder written to"
_ENDING = re.compile(r"\(\*(\.\w+)\)")

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
    dialog = _dialog(owner, title, lambda _first: None, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then(tuple(Path(name) for name in names)))
    dialog.open()


def choose_new_folder(owner: QWidget, title: str, then: Then, *, suggested: str) -> None:
    """Let the officer say where a folder is to be made, and what it is called."""
    dialog = _dialog(owner, title, then, last=_WRITTEN)
    # The only window of files in which a name may be typed that is not there yet
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Make it")
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, "Name:")
    dialog.selectFile(suggested)
    dialog.open()


def choose_new_file(
    owner: QWidget, title: str, then: Then, *, suggested: Path | str = "", kinds: str = ""
) -> None:
    """Let the officer say where a file is to be written; one that is there is asked about.

    The kind chosen and the ending of the name always agree.
    """
    dialog = _dialog(owner, title, then, kinds, last=_WRITTEN)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    for kind in kinds.split(";;"):
        if f"*{Path(suggested).suffix})" in kind:
            dialog.selectNameFilter(kind)
    _let_endings_agree(dialog)
    dialog.filterSelected.connect(lambda _kind: _let_endings_agree(dialog))
    if Path(suggested).parent.is_dir():
        dialog.setDirectory(str(Path(suggested).parent))
    dialog.selectFile(Path(suggested).name)
    dialog.open()


def _let_endings_agree(dialog: QFileDialog) -> None:
    ending = _ENDING.search(dialog.selectedNameFilter())
    if ending is None:
        return
    dialog.setDefaultSuffix(ending[1])
    for name in dialog.selectedFiles():
        if Path(name).suffix:
            dialog.selectFile(Path(name).with_suffix(ending[1]).name)


def _dialog(
    owner: QWidget, title: str, then: Then, kinds: str = "", *, last: str = _TAKEN
) -> QFileDialog:
    window = owner.window()
    dialog = QFileDialog(owner, title, _beginning(window.property(last)), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def chosen(name: str) -> None:
        window.setProperty(last, str(Path(name).parent))
        then(Path(name))

    dialog.fileSelected.connect(chosen)
    return dialog


def _beginning(last: object) -> str:
    """Return the folder used last, at first the officer's documents.

    The folder the program was started in says nothing: it may have been started anywhere.
    """
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(str(last or QStandardPaths.writableLocation(documents)))
    return str(folder if folder.is_dir() else Path.home())
