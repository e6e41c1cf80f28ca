"""The rooms down the left side, and above them which committee is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.ui.frame.room_entry import RoomEntry
from scrutiny_app.ui.place import Room
from scrutiny_app.ui.session import Session
from scrutiny_app.ui.theme.icons import icon, icon_pixmap
from scrutiny_app.ui.theme.theme import Theme

_WIDE, _NARROW = 216, 62
_EVERY = "All committees"


class Navigation(QFrame):
    """A button a room. ``chosen`` carries the room; narrow, only icons are shown."""

    chosen = Signal(object)

    def __init__(self, entries: Sequence[RoomEntry], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries = {entry.room: entry for entry in entries if entry.under is None}
        self._narrow = False
        self._session: Session | None = None
        self.buttons: dict[Room, QToolButton] = {}
        self.setProperty("look", "side")
        self.setAccessibleName("Rooms")
        self._mark = QLabel()
        self._name = QLabel("Scrutiny")
        self._name.setProperty("look", "title")
        self.committee = QToolButton()
        self._committees = QMenu(self)
        self._set_up_committee()
        self._place()
        theme.changed.connect(self._restyle)
        self._restyle()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(2, 0, 0, 6)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        column.addLayout(head)
        column.addWidget(self.committee)
        column.addSpacing(10)
        rooms = QWidget()
        inside = QVBoxLayout(rooms)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        for entry in self._entries.values():
            if not entry.last:
                inside.addWidget(self._button(entry))
        inside.addStretch(1)
        # Large text on a small screen: the rooms scroll, the window stays as low as the screen
        area = QScrollArea(widgetResizable=True)
        area.setWidget(rooms)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (rooms, area.viewport()):
            ground.setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(area, 1)
        for entry in self._entries.values():
            if entry.last:
                column.addWidget(self._button(entry))

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def fold(self, *, narrow: bool) -> None:
        """Show icons alone, or icons and names."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def mark(self, room: Room) -> None:
        """Show which room one is in."""
        for one, button in self.buttons.items():
            button.setChecked(one is room)

    def show_session(self, session: Session) -> None:
        """Offer the committees of a workspace."""
        self._session = session
        session.committed.connect(self._offer_committees)
        session.chosen.connect(self._offer_committees)
        self._offer_committees()

    # --- which committee ---

    def _set_up_committee(self) -> None:
        self.committee.setProperty("look", "choice")
        self.committee.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.committee.setMenu(self._committees)
        self.committee.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.committee.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _offer_committees(self) -> None:
        session = self._session
        if session is None:
            return
        named = {one.id: one.name for one in session.store.committees.list()}
        if session.committee not in named:
            session.committee = CommitteeId("")
        self._committees.clear()
        group = QActionGroup(self._committees)
        for key, name in ((CommitteeId(""), _EVERY), *named.items()):
            action = self._committees.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == session.committee)
            action.triggered.connect(lambda _=False, key=key: session.choose(key))
            group.addAction(action)
        self._say_committee(named.get(session.committee, _EVERY))

    def _say_committee(self, name: str) -> None:
        width = self._theme.length(_WIDE - 60)
        shown = self.committee.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)
        self.committee.setText(shown.replace("&", "&&"))
        self.committee.setToolTip(f"Shown: {name}")
        self.committee.setAccessibleName(f"Committee shown: {name}")
        self.committee.setAccessibleDescription("Chooses one committee, or all of them")

    # --- the rooms ---

    def _button(self, entry: RoomEntry) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "room")
        # Qt leaves four pixels between icon and words
        button.setText(f"\N{NO-BREAK SPACE}{entry.name}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(entry.name)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _=False: self._choose(entry.room))
        self.buttons[entry.room] = button
        return button

    def _choose(self, room: Room) -> None:
        self.chosen.emit(room)

    def _restyle(self) -> None:
        tokens, size = self._theme.tokens, self._theme.length(18)
        self.setFixedWidth(self._theme.length(_NARROW if self._narrow else _WIDE))
        self._mark.setPixmap(
            icon_pixmap("gavel", tokens.accent, self._theme.length(22), self.devicePixelRatioF())
        )
        self._name.setVisible(not self._narrow)
        self.committee.setIcon(icon("chevrons-up-down", tokens.muted, size=size))
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        alone = Qt.ToolButtonStyle.ToolButtonIconOnly
        self.committee.setToolButtonStyle(alone if self._narrow else style)
        for room, button in self.buttons.items():
            entry = self._entries[room]
            button.setIconSize(QSize(size, size))
            button.setIcon(icon(entry.icon_name, tokens.text, size=size))
            button.setToolButtonStyle(alone if self._narrow else style)
            button.setToolTip(entry.name if self._narrow else "")
        self._offer_committees()
