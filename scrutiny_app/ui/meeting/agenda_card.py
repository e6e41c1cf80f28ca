"""The agenda as a card: its tree, the buttons for it, and what stands there while it is empty."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.ui.meeting.agenda_deeds import NAMED_KINDS, AgendaDeeds
from scrutiny_app.ui.meeting.agenda_tree import AgendaTree
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.widgets.action_button import action_button, give_menu, new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.file_dialogs import choose_files
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.shown_stack import ShownStack

_MORE = "\N{HORIZONTAL ELLIPSIS}"


class AgendaCard(Card):
    """What can be done to rows is done by ``deeds``."""

    def __init__(self, desk: MeetingDesk, tree: AgendaTree, deeds: AgendaDeeds) -> None:
        super().__init__(desk.theme, "Agenda")
        self._desk = desk
        self._tree = tree
        self._deeds = deeds
        self.add_item = self._action("&Add an item", "plus", "Ctrl+N", deeds.add_item)
        self.add_files = self._action(
            f"Add &papers{_MORE}", "paperclip", "Ctrl+Shift+A", self._choose_files
        )
        self.to_follow = self._action(
            "Add a paper to &follow", "file-clock", "", deeds.add_to_follow
        )
        self.up = self._action("Move &up", "arrow-up", "Alt+Up", partial(deeds.move, -1))
        self.down = self._action("Move &down", "arrow-down", "Alt+Down", partial(deeds.move, 1))
        self.rename = self._action("Edit the &title", "pencil", "", self._rename)
        self.remove = self._action("&Remove", "trash", "", deeds.remove)
        self.remove.setShortcut("Delete")
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        tree.addAction(self.remove)
        self.print_ = self._action(f"Pr&int this paper{_MORE}", "printer", "", deeds.print_paper)
        self.standing = self._action("Start with the standing items", "list", "", self._start)
        self.empty = EmptyState(
            desk.theme,
            "list-plus",
            "Nothing is on the agenda yet",
            "Apologies, interests and the other standing items open most agendas. Then add the "
            "business of the day, and drop its papers here.",
            self.standing,
            self.add_item,
        )
        self._stack = ShownStack()
        self._stack.addWidget(tree)
        self._stack.addWidget(self.empty)
        self.head.addWidget(self._add_button())
        self.add_tools(self.add_files, self.up, self.down, self.remove)
        fill(self, self._stack)
        row_menu(tree, self.commands)

    @property
    def commands(self) -> tuple[QAction, ...]:
        """Everything that can be done to the agenda."""
        return (
            self.add_item,
            self.add_files,
            self.to_follow,
            self.rename,
            self.up,
            self.down,
            self.remove,
            self.print_,
        )

    def show_state(self, *, empty: bool, read_only: bool) -> None:
        """Show the tree or what stands in its place, and offer what can be done."""
        self._stack.setCurrentIndex(1 if empty else 0)
        may, has_rows = not read_only, not empty
        for action in (self.add_item, self._offer, self.standing):
            action.setEnabled(may)
        for action in self.commands[1:]:
            action.setEnabled(may and has_rows)
        self.print_.setEnabled(has_rows)

    def _action(self, name: str, icon: str, keys: str, deed: Callable[[], object]) -> QAction:
        action = new_action(self, name, icon, keys=keys)
        action.triggered.connect(lambda _checked=False: deed())
        return action

    def _add_button(self) -> QToolButton:
        """Return the button that opens a menu of the kinds of items."""
        self._kinds = QMenu(self)
        self._kinds.aboutToShow.connect(self._offer_kinds)
        self._offer = new_action(self, "Add an item of any kind", "plus")
        button = action_button(self._offer, self._theme)
        give_menu(button, self._kinds)
        return button

    def _offer_kinds(self) -> None:
        menu, deeds = self._kinds, self._deeds
        menu.clear()
        menu.addAction("Item of &business\tCtrl+N", deeds.add_item)
        there = {item.kind for item in deeds.agenda.items}
        standing = [one for one in deeds.standing() if one.kind not in there]
        if standing:
            menu.addSection("Standing items")
        for line in standing:
            menu.addAction(line.title.replace("&", "&&"), partial(deeds.add_standing, line))
        menu.addSeparator()
        for kind, title in NAMED_KINDS:
            menu.addAction(title, partial(deeds.add_item, title, kind))
        menu.addSeparator()
        menu.addAction(self.to_follow)

    def _choose_files(self) -> None:
        if self._deeds.item is None:
            self._desk.say("Choose the item that the papers belong to first.", "tell")
        else:
            choose_files(self, "Add papers", self._deeds.add_files)

    def _rename(self) -> None:
        row = self._tree.row
        if row is not None:
            self._tree.setFocus()
            self._tree.edit(self._tree.agenda_model.index_of(row.key))

    def _start(self) -> None:
        try:
            self._deeds.start_with_standing()
        except ScrutinyError as error:
            self._desk.say(str(error))
