"""Everything the reader can do, each with its key; menus and buttons show the same actions."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from scrutiny_app.ui.widgets.action_button import new_action


class ReaderActions:
    """The actions of one reader."""

    def __init__(self, owner: QWidget) -> None:
        def action(name: str, icon: str = "", keys: str = "", tells: str = "") -> QAction:
            return new_action(owner, name, icon, keys=keys, tells=tells)

        self.side = action("Side &panel", "panel-left", "F9", "Show or hide the side panel")
        self.outline = action("&Outline", "list-tree", "Ctrl+Shift+O", "Show the outline")
        self.small = action("Pages in &small", "layout-grid", "Ctrl+Shift+T", "Show small pages")
        self.text = action("Page as te&xt", "text", "F7", "Show the words of the page as text")
        self.print_ = action("&Print\N{HORIZONTAL ELLIPSIS}", "printer", "Ctrl+P", "Print pages")
        self.back = action("&Back", "arrow-left", "Alt+Left", "Back to where you were")
        self.forward = action("&Forward", "arrow-right", "Alt+Right", "Forward again")
        self.next_page = action("&Next page", "", "Ctrl+PgDown|N")
        self.last_page = action("&Previous page", "", "Ctrl+PgUp|P")
        self.jump = action("&Go to page or item\N{HORIZONTAL ELLIPSIS}", "", "Ctrl+G|Ctrl+L")
        self.links = action("&Links on this page", "link", "Ctrl+K", "List the links in view")
        self.find = action("&Find\N{HORIZONTAL ELLIPSIS}", "search", "Ctrl+F")
        self.find_next = action("Find &next", "chevron-down", "F3", "Next find")
        self.find_last = action("Find pre&vious", "chevron-up", "Shift+F3", "Previous find")
        self.copy = action("&Copy", "copy", "Ctrl+C", "Copy the marked text")
        self.mark_page = action("&Mark the text of this page", "", "Ctrl+A")
        self.zoom_in = action("Zoom &in", "zoom-in", "Ctrl++|Ctrl+=")
        self.zoom_out = action("Zoom &out", "zoom-out", "Ctrl+-")
        self.actual = action("&Actual size", "", "Ctrl+1")
        self.fit_width = action("Fit &width", "move-horizontal", "Ctrl+0")
        self.fit_page = action("Fit &page", "maximize", "Ctrl+9")
        self.two = action("T&wo pages", "book-open", "Ctrl+2", "Show two pages, odd on the right")
        self.turn = action("&Turn", "rotate-cw", "Ctrl+R", "Turn the pages a quarter")
        self.turn_back = action("Turn &back", "", "Ctrl+Shift+R", "Turn a quarter to the left")
        self.dark = action("&Dark pages", "moon", "Ctrl+D", "Show pages light on dark")
        self.next_part = action("Next part of the window", "", "F6")
        for one in (self.side, self.dark, self.fit_width, self.fit_page, self.two):
            one.setCheckable(True)
        self.side.setChecked(True)

    def of_a_file(self) -> tuple[QAction, ...]:
        """Return the actions that need an open file."""
        return (
            *(self.side, self.outline, self.small, self.text, self.print_),
            *(self.next_page, self.last_page, self.jump),
            *(self.links, self.find, self.find_next, self.find_last, self.mark_page),
            *(self.zoom_in, self.zoom_out, self.actual, self.fit_width, self.fit_page),
            *(self.two, self.turn, self.turn_back, self.dark),
        )
