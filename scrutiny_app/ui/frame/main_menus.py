"""The menus of the window, and everything in them as commands for the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from scrutiny_app.ui.frame.about import show_about
from scrutiny_app.ui.frame.backups import Backups
from scrutiny_app.ui.frame.palette import Command
from scrutiny_app.ui.frame.recent_workspaces import RecentWorkspaces
from scrutiny_app.ui.frame.room_entry import RoomEntry
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.session import Session
from scrutiny_app.ui.theme.theme import TEXT_STEP, Look, Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.file_dialogs import choose_file

_MORE = "\N{HORIZONTAL ELLIPSIS}"
# The letters of File, Edit, View, Go and Help
_TAKEN = "fevgh"
_LOOKS = {
    Look.SYSTEM: "As the &system",
    Look.LIGHT: "&Light",
    Look.DARK: "&Dark",
    Look.CONTRAST: "High &contrast",
}


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the menus can ask of the window."""

    new_workspace: Callable[[], object]
    choose_workspace: Callable[[], object]
    open_workspace: Callable[[Path], object]
    close_workspace: Callable[[], object]
    make_sample: Callable[[], object]
    read_file: Callable[[Path], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    go: Callable[[Place], object]
    travel: Callable[[int], object]
    show_palette: Callable[[], object]
    show_help: Callable[[str], object]
    tell: Callable[[str], object]


class MainMenus:
    """File, Edit, View, Go, the room's own menu, and Help."""

    def __init__(
        self,
        window: QMainWindow,
        deeds: Deeds,
        theme: Theme,
        recent: RecentWorkspaces,
        backups: Backups,
        rooms: Sequence[RoomEntry],
    ) -> None:
        self._window = window
        self._deeds = deeds
        self._theme = theme
        self._recent_workspaces = recent
        self._session: Session | None = None
        self._of_a_workspace: list[QAction] = []
        bar = window.menuBar()
        names = ("&File", "&Edit", "&View", "&Go", "&Room", "&Help")
        menus = [bar.addMenu(name) for name in names]
        self._file, self._edit, self._view, self._go, self._room, self._help = menus
        self._recent = QMenu("Open &recent", window)
        self.undo = self._action("&Undo", "Ctrl+Z", deeds.undo, of_a_workspace=True)
        self.redo = self._action("&Redo", "Ctrl+Shift+Z|Ctrl+Y", deeds.redo, of_a_workspace=True)
        self._fill_file(backups)
        self._fill_edit()
        self._fill_view()
        self._fill_go(rooms)
        self._fill_help()

    # --- what the window tells ---

    def show_session(self, session: Session | None) -> None:
        """Offer what can be done with a workspace, or without one."""
        self._session = session
        for action in self._of_a_workspace:
            action.setEnabled(session is not None)
        self._room.menuAction().setVisible(session is not None)
        self._recent.clear()
        for folder in self._recent_workspaces.there():
            name = folder.name.replace("&", "&&")
            self._recent.addAction(name, partial(self._deeds.open_workspace, folder))
        self._recent.setEnabled(not self._recent.isEmpty())
        self.show_steps()

    def show_steps(self) -> None:
        """Name what undo and redo would do."""
        session = self._session
        may = session is not None and not session.read_only
        for action, word, name in (
            (self.undo, "&Undo", session.store.next_undo if session else ""),
            (self.redo, "&Redo", session.store.next_redo if session else ""),
        ):
            action.setText(
                f"{word}: {name}".replace("&", "&&").replace("&&", "&", 1) if name else word
            )
            action.setEnabled(may and bool(name))

    def show_page(self, page: Page) -> None:
        """Show the room's own menu."""
        self._room.clear()
        self._room.setTitle(_with_letter(page.name))
        self._room.addActions(list(page.commands()))
        self._room.menuAction().setVisible(bool(page.commands()))

    def commands(self) -> Iterator[Command]:
        """Return everything that can be done now, the room's own first."""
        for menu in (self._room, self._go, self._edit, self._file, self._view, self._help):
            yield from _commands(menu)

    def read_pdf(self) -> None:
        """Let the officer choose a PDF to read."""
        choose_file(self._window, "Read a PDF", self._deeds.read_file, "PDF (*.pdf)")

    # --- the menus ---

    def _fill_file(self, backups: Backups) -> None:
        deeds, menu = self._deeds, self._file
        menu.addAction(self._action(f"&New workspace{_MORE}", "Ctrl+Shift+N", deeds.new_workspace))
        menu.addAction(self._action(f"&Open workspace{_MORE}", "Ctrl+O", deeds.choose_workspace))
        menu.addMenu(self._recent)
        menu.addAction(self._action("&Try the sample council", "", deeds.make_sample))
        menu.addAction(self._action(f"Read a &PDF{_MORE}", "Ctrl+Shift+O", self.read_pdf))
        menu.addSeparator()
        menu.addAction(
            self._action(
                f"&Back up{_MORE}",
                "Ctrl+Shift+B",
                backups.choose_backup,
                of_a_workspace=True,
            )
        )
        menu.addAction(self._action(f"Re&store a backup{_MORE}", "", backups.choose_restore))
        menu.addSeparator()
        menu.addAction(
            self._action("&Close workspace", "Ctrl+W", deeds.close_workspace, of_a_workspace=True)
        )
        menu.addAction(self._action("&Quit", "Ctrl+Q", self._window.close))

    def _fill_edit(self) -> None:
        self._edit.addActions([self.undo, self.redo])
        self._edit.addSeparator()
        search = self._action(
            "&Search the workspace",
            "Ctrl+Shift+F",
            lambda: self._deeds.go(Place(Room.SEARCH)),
            of_a_workspace=True,
        )
        self._edit.addAction(search)

    def _fill_view(self) -> None:
        theme, menu = self._theme, self._view
        looks = menu.addMenu("&Look")
        group = QActionGroup(menu)
        for look, name in _LOOKS.items():
            action = looks.addAction(name, partial(theme.choose, look))
            action.setCheckable(True)
            action.setChecked(look is theme.look)
            group.addAction(action)
        text = menu.addMenu("Te&xt size")
        text.addAction(self._action("&Larger", "Ctrl+Shift++", partial(self._grow, TEXT_STEP)))
        text.addAction(self._action("&Smaller", "Ctrl+Shift+-", partial(self._grow, -TEXT_STEP)))
        menu.addAction(self._action("F&ull screen", "F11", self._full_screen))

    def _fill_go(self, rooms: Sequence[RoomEntry]) -> None:
        deeds, menu = self._deeds, self._go
        menu.addAction(self._action("&Command palette", "Ctrl+K|Ctrl+Shift+P", deeds.show_palette))
        menu.addSeparator()
        back, forward = partial(deeds.travel, -1), partial(deeds.travel, 1)
        menu.addAction(self._action("&Back", "Alt+Left", back, of_a_workspace=True))
        menu.addAction(self._action("&Forward", "Alt+Right", forward, of_a_workspace=True))
        menu.addSeparator()
        shown = [entry for entry in rooms if entry.under is None]
        for number, entry in enumerate(shown, start=1):
            keys = f"Ctrl+{number}" if number < 10 else ""  # noqa: PLR2004  keys 1 to 9
            deed = partial(deeds.go, Place(entry.room))
            menu.addAction(self._action(entry.name, keys, deed, of_a_workspace=True))

    def _fill_help(self) -> None:
        deeds, menu = self._deeds, self._help
        menu.addAction(self._action("&Help for this page", "F1", partial(deeds.show_help, "")))
        menu.addAction(self._action("&Contents", "", partial(deeds.show_help, "contents")))
        menu.addAction(self._action("&Keyboard", "", partial(deeds.show_help, "keyboard")))
        menu.addAction(self._action("&About Scrutiny", "", partial(show_about, self._window)))

    def _action(
        self, name: str, keys: str, deed: Callable[[], object], *, of_a_workspace: bool = False
    ) -> QAction:
        action = new_action(self._window, name, keys=keys)
        action.triggered.connect(lambda _checked=False: deed())
        if of_a_workspace:
            self._of_a_workspace.append(action)
        return action

    def _grow(self, by: int) -> None:
        self._theme.resize_text(self._theme.percent + by)
        self._deeds.tell(f"Text at {self._theme.percent} per cent")

    def _full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _with_letter(name: str) -> str:
    """Underline the first letter of a room's name that no other menu has."""
    place = next((at for at, letter in enumerate(name) if letter.lower() not in _TAKEN), 0)
    return f"{name[:place]}&{name[place:]}"


def _commands(menu: QMenu) -> Iterator[Command]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _commands(inner)
        elif action.isEnabled() and not action.isSeparator():
            name = action.text().replace("&", "").rstrip(_MORE)
            yield Command(name, action.shortcut().toString(), action.trigger)
