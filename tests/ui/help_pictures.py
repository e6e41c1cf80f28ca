"""Pictures of every page of the window for the help, light and dark, from the sample council.

python -m tests.ui.help_pictures [FOLDER] makes them in resources/help, or elsewhere.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import QBuffer, QIODevice, QSettings
from PySide6.QtWidgets import QApplication

from scrutiny_app.jobs.make_sample import WORKSPACE, make_sample
from scrutiny_app.resource_files import resource
from scrutiny_app.ui.app import new_main_window
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.agenda_tab import AgendaTab
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.search.search_page import SearchPage
from scrutiny_app.ui.theme.theme import Look, Theme
from tests.build import NOW, clock
from tests.ui.screens import LAPTOP, settle
from tests.ui.tour import meeting_key, tour

# Stands in every picture, so that no other file passes for one
MADE_BY = "python -m tests.ui.help_pictures"
LOOKS = {"light": Look.LIGHT, "dark": Look.DARK}
# Grounds and text by how often they come, icons and chips by how far they are from the rest;
# of a page of text and icons nobody misses more
_OFTEN, _RARE = 32, 64
# Places that show nothing with the sample council in them, or are shown filled further on
_EMPTY = {"reader", "search", "programme-twice", "budget-borders", "committees-new-committee"}
_SETTLED_MS, _READ_MS = 450, 2_500


def pictures(home: Path, theme: Theme, settings: QSettings) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each picture; each look has a window nobody has used."""
    for suffix, look in LOOKS.items():
        theme.choose(look)
        window = new_main_window(theme, settings, who="Jo Field", clock=clock)
        window.resize(*LAPTOP)
        window.show()
        window.open_workspace(home / WORKSPACE)
        if not any((home / "Packs").glob("*.pdf")):
            build_the_pack(window)
            window.go(Place(Room.TODAY))
        for name in places(window):
            settle(_SETTLED_MS)
            yield f"{name}-{suffix}.png", compressed(window)
        window.close()


def places(window: MainWindow) -> Iterator[str]:
    """Show what the help tells of, one after another; the tour's places, then two with contents."""
    yield from (name for name in tour(window) if name not in _EMPTY)
    assert window.session is not None
    pack = next((window.session.folder.parent / "Packs").glob("*.pdf"))
    window.go(Place(Room.READER, str(pack), "", "9"))
    settle(_READ_MS)
    yield "reader-pack"
    window.go(Place(Room.SEARCH))
    page = window.page
    assert isinstance(page, SearchPage)
    page.bar.field.setText("caseloads")
    settle(_READ_MS)
    yield "search-finds"


def build_the_pack(window: MainWindow) -> None:
    """Build the sample's public pack, so that there is something to read."""
    window.go(Place(Room.MEETING, meeting_key(window), "agenda"))
    page = window.page
    assert isinstance(page, MeetingPage)
    assert isinstance(page.tab, AgendaTab)
    page.tab.pack.build()
    while page.tab.pack.builder.busy:
        settle(_SETTLED_MS)
    settle(_READ_MS)


def compressed(window: MainWindow) -> bytes:
    """Return a window as it stands, as a PNG of few colours that says what made it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    shown = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    few = shown.quantize(palette=_palette(shown), dither=Image.Dither.NONE)
    info = PngInfo()
    info.add_text("Software", MADE_BY)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True, pnginfo=info)
    return out.getvalue()


def _palette(shown: Image.Image) -> Image.Image:
    """Return the colours that a picture is made of."""
    counted = shown.getcolors(shown.width * shown.height) or []
    often = [colour for _, colour in sorted(counted, reverse=True)[:_OFTEN]]
    rare = shown.quantize(_RARE, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for colour in often for part in colour), *rare[: 3 * _RARE]])
    return palette


def main() -> None:
    # A person's own screen would lend it its colours and its size
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("help")
    app = QApplication([])
    # Settings shows where the workspace lies, so that must not change from run to run
    home = Path(tempfile.gettempdir()) / "Scrutiny sample"
    shutil.rmtree(home, ignore_errors=True)
    try:
        make_sample(home, "Jo Field", NOW)
        settings = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
        theme = Theme(app, settings)
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        for name, data in pictures(home, theme, settings):
            (folder / name).write_bytes(data)
            sys.stdout.write(f"{name} {len(data):,}\n")
        theme.end()
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
