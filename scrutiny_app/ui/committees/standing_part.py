"""The items that open and close every ordinary agenda of a committee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.standing_items import StandingItem, StandingPlace
from scrutiny_app.jobs.plan_meeting import standing_items_of
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.ui.committees.standing_item_card import KINDS, PLACES, StandingItemCard
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.side_by_side import SideBySide

Line = tuple[int, StandingItem]
_COLUMNS: Sequence[Column[Line]] = (
    Column("Item", lambda one: one[1].title, below=lambda one: one[1].purpose),
    Column("Kind", lambda one: KINDS[one[1].kind], width=170, tone=lambda _one: Tone.PLAIN),
    Column("Stands", lambda one: PLACES[one[1].place], width=130),
)


class StandingPart(QWidget):
    """The list in order, and the chosen item beside it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._committee: Committee | None = None
        self._items: tuple[StandingItem, ...] = ()
        rows: Rows[Line] = Rows(
            lambda: len(self._items),
            lambda _order, first, many: list(enumerate(self._items))[first:][:many],
        )
        self.table = RecordTable(page.theme, "Standing items", _COLUMNS, rows)
        self.table.setAccessibleDescription("Alt+Up and Alt+Down move, Delete removes")
        self.card = Card(page.theme, "Standing items")
        self.source = told(look="small")
        self.item = StandingItemCard(page.theme)
        self._actions = self._make_actions()
        self._place()
        self.table.picked.connect(lambda _line: self._pick())
        self.table.opened.connect(lambda _line: self.item.title_line.setFocus())
        self.table.removes.connect(self._remove)
        row_menu(self.table, self._actions)
        self.item.changed.connect(self._change)

    def _make_actions(self) -> tuple[QAction, ...]:
        add = new_action(self, "&Add a standing item", "plus")
        up = new_action(self, "Move the item &up", "arrow-up", keys="Alt+Up")
        down = new_action(self, "Move the item &down", "arrow-down", keys="Alt+Down")
        away = new_action(self, "&Remove the item", "trash")
        back = new_action(
            self,
            "Use the &house style's items",
            "undo-2",
            tells="Gives the committee's own list up",
        )
        add.triggered.connect(self._add)
        up.triggered.connect(lambda: self._move(-1))
        down.triggered.connect(lambda: self._move(1))
        away.triggered.connect(self._remove)
        back.triggered.connect(lambda: self._write("Use the house style's standing items", ()))
        return add, up, down, away, back

    def _place(self) -> None:
        self.card.add_tools(*self._actions)
        self.card.body.addWidget(self.source)
        self.card.body.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SideBySide(self._page.theme, self.card, self.item))

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done with the list."""
        return self._actions

    def show_committee(self, committee: Committee) -> None:
        """Show the standing items of a committee, its own or its house style's."""
        self._committee = committee
        store = self._page.session.store
        council = store.councils.get(committee.host)
        if council is None:
            return
        own = bool(store.standing_items.of(committee.id))
        self._items = standing_items_of(store, committee.id, council.house_style)
        title = house_style(council.house_style).title
        self.source.setText(
            "This committee's own list. New meetings begin with it."
            if own
            else f'From the house style "{title}". Change any of them and this committee keeps a '
            "list of its own."
        )
        self.card.say(str(len(self._items)))
        self.table.read_again()
        if self.table.current() is None and self._items:
            self.table.selectRow(0)
        self._pick()
        may_write = not self._page.session.read_only
        self.item.setEnabled(may_write)
        for action in self._actions:
            action.setEnabled(may_write)
        self._actions[-1].setEnabled(may_write and own)

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _pick(self) -> None:
        row = self._row
        self.item.show_item(self._items[row] if 0 <= row < len(self._items) else None)

    # --- what is done ---

    def _write(self, name: str, items: Sequence[StandingItem], *, joins: bool = False) -> None:
        committee = self._committee
        if committee is not None:
            self._page.do(
                name, lambda store: store.standing_items.write(committee.id, items), joins=joins
            )

    def _change(self, item: StandingItem) -> None:
        items = list(self._items)
        if 0 <= self._row < len(items):
            items[self._row] = item
            self._write("Change a standing item", items, joins=True)

    def _add(self) -> None:
        place = StandingPlace.OPENING
        if 0 <= self._row < len(self._items):
            place = self._items[self._row].place
        at = max(0, self._row + 1)
        items = list(self._items)
        items.insert(at, StandingItem("New item", ItemKind.BUSINESS, place))
        self._write("Add a standing item", items)
        self.table.selectRow(at)
        self.item.title_line.setFocus()
        self.item.title_line.selectAll()

    def _move(self, by: int) -> None:
        row, items = self._row, list(self._items)
        if 0 <= row < len(items) and 0 <= row + by < len(items):
            moved, passed = items[row], items[row + by]
            if moved.place is not passed.place:
                items[row] = replace(moved, place=passed.place)
            else:
                items[row], items[row + by] = passed, moved
                row += by
            self._write("Move a standing item", items)
            self.table.selectRow(row)

    def _remove(self) -> None:
        if 0 <= self._row < len(self._items):
            items = [item for place, item in enumerate(self._items) if place != self._row]
            if items:
                self._write("Remove a standing item", items)
            else:
                self._page.strip.say(
                    "An agenda needs one standing item at least. Change this one instead."
                )
