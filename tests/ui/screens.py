"""Pictures of windows as people see them, to be looked at before anything is handed in.

python -m tests.ui.screens FOLDER [PDF] makes those of the reader; other rooms call ``picture``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.printing.print_dialog import PrintDialog
from scrutiny_app.ui.reader.place_memory import PlaceMemory
from scrutiny_app.ui.reader_window import ReaderWindow
from scrutiny_app.ui.theme.theme import Look, Theme
from scrutiny_app.ui.viewer.page_layout import Fit, Spot
from scrutiny_app.ui.viewer.reading import Reading
from tests.ui.packs import write_pack

LAPTOP = (1_366, 740)
# Looks and the size of text that each is pictured in
LOOKS = {
    "light": (Look.LIGHT, 100),
    "dark": (Look.DARK, 100),
    "contrast": (Look.CONTRAST, 100),
    "large": (Look.LIGHT, 150),
}
_SETTLED_MS = 700


def picture(window: QWidget, theme: Theme, folder: Path, name: str) -> list[Path]:
    """Save a window as it stands in every look: ``name-light.png`` and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    look, percent = theme.look, theme.percent
    paths = []
    for suffix, (one, size) in LOOKS.items():
        theme.choose(one)
        theme.resize_text(size)
        settle()
        paths.append(folder / f"{name}-{suffix}.png")
        window.grab().save(str(paths[-1]))
    theme.choose(look)
    theme.resize_text(percent)
    settle()
    return paths


def settle(milliseconds: int = _SETTLED_MS) -> None:
    """Let the program live for a while, so that what is drawn elsewhere arrives."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def reader_pictures(folder: Path, pack: Path, settings: QSettings) -> Iterator[Path]:
    """Picture the reader: without a file, reading, searching, two pages, printing."""
    app = QApplication.instance()
    theme = Theme(app, settings)  # type: ignore[arg-type]
    window = ReaderWindow(Reading(start_viewer()), theme, PlaceMemory(settings))
    window.resize(*LAPTOP)
    window.show()
    yield from picture(window, theme, folder, "reader-empty")
    window.open(pack)
    settle(2_000)
    yield from picture(window, theme, folder, "reader")
    room = window.room
    room.side.field.setText("page")
    settle()
    yield from picture(window, theme, folder, "reader-search")
    room.actions_.two.trigger()
    room.view.set_fit(Fit.PAGE)
    room.view.jump(Spot(5))
    room.actions_.text.trigger()
    yield from picture(window, theme, folder, "reader-two-pages")
    room.start_print("items 3-4")
    dialog = room.findChild(PrintDialog)
    assert dialog is not None
    yield from picture(dialog, theme, folder, "print")
    window.close()
    theme.end()


def main() -> None:
    app = QApplication([])
    with tempfile.TemporaryDirectory() as scratch:
        pack = Path(sys.argv[2]) if len(sys.argv) > 2 else write_pack(Path(scratch) / "pack.pdf")
        settings = QSettings(str(Path(scratch) / "s.ini"), QSettings.Format.IniFormat)
        for path in reader_pictures(Path(sys.argv[1]), pack, settings):
            sys.stdout.write(f"{path}\n")
    app.quit()


if __name__ == "__main__":
    main()
