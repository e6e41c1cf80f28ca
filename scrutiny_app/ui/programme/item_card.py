"""The chosen item beside the board: its fields, whether to take it in, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.programme.programme import ProgrammeItem, Stage
from scrutiny_app.jobs.programme.put_on_agenda import put_on_agenda, untie_from_agenda
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.programme.item_fields import ItemFields
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.scoring_part import ScoringPart
from scrutiny_app.ui.programme.stage_part import StagePart
from scrutiny_app.ui.programme.words import STAGE_TONES, capital, finding_line
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Chip
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.form import scrolled, told
from scrutiny_app.ui.widgets.status_list import StatusList
from scrutiny_app.ui.widgets.tabs import Tabs
from scrutiny_app.ui.widgets.typing_in import forget_typing

_NOTHING = "Choose an item on the board, or make a new one with Ctrl+N."
_ALL_WELL = "Nothing needs seeing to: no meeting has too many items, nothing clashes or is late."


class ItemCard(Card):
    """``closed`` follows Escape and the cross; the focus then belongs to the board."""

    closed = Signal()

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__(desk.theme, "Item")
        self._desk = desk
        self._shown = ProgrammeItemId("")
        self.stage = Chip(desk.theme)
        self.fields = ItemFields(desk)
        self.scoring = ScoringPart(desk)
        self.history = StagePart(desk)
        self.notices = StatusList(desk.theme, "What to look at")
        self.well = told(_ALL_WELL)
        self.nothing = told(_NOTHING)
        self.tabs = Tabs("Parts of the item")
        self.put = self._action("Put on the agenda", "list-plus", "Ctrl+Shift+A")
        self.anyway = self._action("Put on the published agenda all the same", "list-plus")
        self.jump = self._action("Go to the agenda item", "arrow-right")
        self.part = self._action("Part from the agenda", "unlink")
        self.away = self._action("Close the card", "x", "Esc")
        self._place()
        self._connect()

    def _action(self, name: str, icon_name: str, keys: str = "") -> QAction:
        return new_action(self, name, icon_name, keys=keys)

    def _place(self) -> None:
        self.head.insertWidget(1, self.stage)
        self.add_tools(self.away)
        self.body.setContentsMargins(14, 0, 10, 12)
        self.body.addWidget(self.nothing)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._buttons = {
            action: button_for(action) for action in (self.put, self.anyway, self.jump, self.part)
        }
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        notices = told()
        column = QVBoxLayout(notices)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self.notices)
        column.addWidget(self.well)
        column.addStretch(1)
        for key, name, part in (
            ("item", "Item", self.fields),
            ("priority", "Priority", self.scoring),
            ("history", "Stage and history", self.history),
            ("notices", "Notices", notices),
        ):
            self.tabs.add(key, name, scrolled(part))
        self.body.addWidget(self.tabs, 1)
        self.setMinimumHeight(0)

    def _connect(self) -> None:
        self.put.triggered.connect(lambda: self._put(major=False))
        self.anyway.triggered.connect(lambda: self._put(major=True))
        self.jump.triggered.connect(self._jump)
        self.part.triggered.connect(self._part)
        self.away.triggered.connect(self.closed)

    @property
    def actions_here(self) -> Sequence[QAction]:
        """What can be done with the chosen item."""
        return (self.put, self.jump, self.part)

    def read(self) -> None:
        """Show the chosen item as it was read."""
        item = self._desk.item
        self.nothing.setVisible(item is None)
        for part in (self.fields, self.scoring, self.history):
            part.setEnabled(item is not None and self._desk.may_write)
        self._read_notices(item)
        if item is None:
            self.title.setText("Item")
            self.stage.show_word("")
            for action, button in self._buttons.items():
                action.setEnabled(False)
                button.hide()
            return
        other = item.id != self._shown
        self._shown = item.id
        if other:
            for form in (self.fields, self.history):
                forget_typing(form)
            self.anyway.setEnabled(False)
        self.stage.show_word(capital(item.stage), STAGE_TONES[item.stage])
        self.fields.show_item(item)
        self.scoring.show_item(item, other=other)
        self.history.show_item(item)
        self._offer(item)

    def ask_stage(self, stage: Stage) -> None:
        """Ask why the item is at another stage."""
        self.tabs.show_part("history")
        self.history.begin(stage)

    def settle(self) -> None:
        """Write what is still being typed."""
        if self._desk.item is not None and self._desk.may_write:
            self.fields.settle()

    # --- the agenda ---

    def _offer(self, item: ProgrammeItem) -> None:
        tied, write = item.agenda_item is not None, self._desk.may_write
        self.put.setEnabled(write and not tied and item.day is not None and not item.stage.closed)
        self.jump.setEnabled(tied)
        self.part.setEnabled(write and tied)
        for action, button in self._buttons.items():
            button.setVisible(action.isEnabled())

    def _put(self, *, major: bool) -> None:
        item = self._desk.item
        if item is None:
            return
        self.settle()
        done = self._desk.run(
            lambda store: put_on_agenda(
                store, item.id, at=self._desk.session.now(), accept_major=major
            ),
            f'Put "{item.title}" on the agenda',
        )
        refused_published = not done and not major and self._is_published(item)
        self.anyway.setEnabled(refused_published)
        self._buttons[self.anyway].setVisible(refused_published)

    def _is_published(self, item: ProgrammeItem) -> bool:
        if item.day is None:
            return False
        meetings = self._desk.session.store.meetings.on(self._desk.committee, item.day)
        return any(one.standing is Standing.PUBLISHED for one in meetings)

    def _jump(self) -> None:
        item = self._desk.item
        if item is None or item.agenda_item is None or item.day is None:
            return
        for meeting in self._desk.session.store.meetings.on(self._desk.committee, item.day):
            self._desk.go(Place(Room.MEETING, meeting.id, "agenda", item.agenda_item))

    def _part(self) -> None:
        item = self._desk.item
        if item is not None:
            self._desk.run(lambda store: untie_from_agenda(store, item.id), f'Part "{item.title}"')

    def _read_notices(self, item: ProgrammeItem | None) -> None:
        """Show what is to be seen to, that of the item and its meeting first."""
        findings = self._desk.board.findings if self._desk.shown else ()
        key = item.id if item else None
        day = item.day if item else None
        ordered = sorted(
            findings,
            key=lambda one: (one.item != key or key is None, one.day != day or day is None),
        )
        self.notices.show_lines([finding_line(one) for one in ordered])
        self.well.setVisible(not findings)
        words = f"Notices ({len(findings)})" if findings else "Notices"
        self.tabs.bar.setTabText(3, words)
