"""Who came: a list that is filled in with single letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from typing_extensions import override

from scrutiny_app.domain.committee import Role, Seat
from scrutiny_app.domain.minutes.minutes import Attendance, MemberAttendance
from scrutiny_app.domain.wording import clock_time
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows

WORDS: Mapping[Attendance, str] = {
    Attendance.EXPECTED: "Not noted",
    Attendance.PRESENT: "Present",
    Attendance.ABSENT_APOLOGIES: "Apologies",
    Attendance.ABSENT_NO_APOLOGIES: "Absent",
    Attendance.SUBSTITUTED: "Substituted",
}
_TONES = {
    Attendance.EXPECTED: Tone.PLAIN,
    Attendance.PRESENT: Tone.GOOD,
    Attendance.ABSENT_APOLOGIES: Tone.WARN,
    Attendance.ABSENT_NO_APOLOGIES: Tone.BAD,
    Attendance.SUBSTITUTED: Tone.ACCENT,
}
_KEYS = {
    Qt.Key.Key_P: Attendance.PRESENT,
    Qt.Key.Key_A: Attendance.ABSENT_APOLOGIES,
    Qt.Key.Key_N: Attendance.ABSENT_NO_APOLOGIES,
    Qt.Key.Key_S: Attendance.SUBSTITUTED,
    Qt.Key.Key_E: Attendance.EXPECTED,
}
_ROLES = {Role.CHAIR: "Chair", Role.VICE_CHAIR: "Vice-Chair", Role.MEMBER: ""}
_SEATS = {Seat.COUNCILLOR: "", Seat.CO_OPTEE: "Co-optee", Seat.SUBSTITUTE: "Substitute"}


class MembersCard(Card):
    """``noted`` carries a member's line and how they attended; ``picked`` the selected line."""

    noted = Signal(object, object)
    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Members")
        self._lines: Sequence[MemberAttendance] = ()
        columns: list[Column[MemberAttendance]] = [
            Column("Member", lambda one: one.member.person.full_name, below=_below),
            Column(
                "Attendance",
                lambda one: WORDS[one.attendance],
                width=120,
                tone=lambda one: _TONES[one.attendance],
            ),
            Column("Came and went", _times, width=150),
        ]
        self.table = RecordTable(
            theme,
            "Members",
            columns,
            Rows(
                lambda: len(self._lines),
                lambda _order, start, most: self._lines[start : start + most],
            ),
        )
        self.table.known_by(_key)
        self.table.setAccessibleDescription(
            "P present, A apologies, N absent without, S substituted, E not noted"
        )
        self.table.picked.connect(self.picked)
        self.table.installEventFilter(self)
        self.all_present = new_action(
            self, "All present", "check-check", tells="Everybody who is not noted yet is present"
        )
        self.add_tools(self.all_present)
        fill(self, self.table)

    def show_lines(self, lines: Sequence[MemberAttendance], *, may: bool) -> None:
        """Show every member's line; ``may`` is whether they can be changed."""
        self._lines = lines
        self.table.read_again()
        self.all_present.setEnabled(
            may and any(one.attendance is Attendance.EXPECTED for one in lines)
        )
        here = sum(one.attendance is Attendance.PRESENT for one in lines)
        self.say(f"{here} of {len(lines)} present")
        if lines and self.table.current() is None:
            self.table.selectRow(0)

    def commands(self) -> tuple[QAction, ...]:
        """Return what can be done with the list."""
        return (self.all_present,)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            line = self.table.current()
            attendance = _KEYS.get(Qt.Key(event.key()))
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and attendance is not None and isinstance(line, MemberAttendance):
                row = self.table.currentIndex().row()
                self.noted.emit(line, attendance)
                # On to the next member, as a roll is called
                self.table.selectRow(min(row + 1, len(self._lines) - 1))
                return True
        return super().eventFilter(watched, event)


def _key(record: object) -> object:
    return record.member.id if isinstance(record, MemberAttendance) else record


def _below(one: MemberAttendance) -> str:
    words = [_ROLES[one.member.role], _SEATS[one.member.seat]]
    if one.substitute is not None and one.attendance is Attendance.SUBSTITUTED:
        words.append(f"{one.substitute.full_name} sat in their place")
    if one.reason:
        words.append(one.reason)
    if one.remote:
        words.append("joined from elsewhere")
    return " \N{MIDDLE DOT} ".join(word for word in words if word)


def _times(one: MemberAttendance) -> str:
    if one.arrived and one.left:
        return f"{clock_time(one.arrived)} to {clock_time(one.left)}"
    if one.arrived:
        return f"from {clock_time(one.arrived)}"
    return f"until {clock_time(one.left)}" if one.left else ""
