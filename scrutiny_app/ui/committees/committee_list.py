"""The committees of the workspace down the side, those in force first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal

from scrutiny_app.domain.committee import Committee, exists_on
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.membership import seated_on
from scrutiny_app.store.store import Store
from scrutiny_app.ui.committees.labels import counted, standing_words
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.row_tree import RowTree, row_item
from scrutiny_app.ui.widgets.rows import Row

_KEY = int(Qt.ItemDataRole.UserRole) + 7
_WIDTH = 270


class CommitteeList(Card):
    """``picked`` carries the key of the committee that is selected."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Committees")
        self._theme = theme
        self.tree = RowTree(theme, "Committees", "Arrow keys choose the committee that is shown")
        self.tree.setRootIsDecorated(False)
        fill(self, self.tree)
        self.tree.selectionModel().currentRowChanged.connect(self._pick)
        theme.changed.connect(self._restyle)
        self._restyle()

    def read(self, store: Store, today: date, key: str) -> None:
        """Show the committees there are, and mark the one with this key."""
        with QSignalBlocker(self.tree.selectionModel()):
            self.tree.items.clear()
            for committee, below in _lines(store, today):
                strong = exists_on(committee, today)
                row = Row(committee.name, strong=strong, below=below)
                item = row_item(row, f"{committee.name}, {below}")
                item.setData(committee.id, _KEY)
                self.tree.items.appendRow(item)
                if committee.id == key:
                    self.tree.setCurrentIndex(item.index())
        self.say(str(self.tree.items.rowCount()))

    def _pick(self, index: QModelIndex) -> None:
        key = index.data(_KEY)
        if key:
            self.picked.emit(str(key))

    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.length(_WIDTH))


def committees_in_order(store: Store, today: date) -> tuple[Committee, ...]:
    """Return the committees of a workspace, those in force first."""
    return tuple(sorted(store.committees.list(), key=lambda one: not exists_on(one, today)))


def chosen_committee(store: Store, key: str, today: date) -> CommitteeId:
    """Return the key itself if there is such a committee, else the first one's, else empty."""
    keys = [one.id for one in committees_in_order(store, today)]
    if key in keys:
        return CommitteeId(key)
    return keys[0] if keys else CommitteeId("")


def _lines(store: Store, today: date) -> Iterator[tuple[Committee, str]]:
    councils = {one.id: one.name for one in store.councils.list()}
    for committee in committees_in_order(store, today):
        state = standing_words(committee, today)
        if not state:
            members = len(seated_on(store.memberships.ever(committee.id), today))
            state = counted(members, "member") if members else "no members yet"
        several = len(councils) > 1
        council = councils.get(committee.host, "")
        yield committee, f"{council} \N{MIDDLE DOT} {state}" if several else state
