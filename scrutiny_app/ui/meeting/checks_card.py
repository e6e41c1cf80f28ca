"""Pack checks: what to see to before the agenda goes out, and what is in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.meeting_checks import MeetingCheck
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.checklist import Checklist
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.status_list import State, StatusLine

_STATES: Mapping[Severity | None, State] = {
    None: State.DONE,
    Severity.NOTE: State.NOTE,
    Severity.WARNING: State.WARNING,
    Severity.PROBLEM: State.PROBLEM,
}


class ChecksCard(Card):
    """``picked`` carries the key of the item or paper that a check is about."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Pack checks")
        self.lines = Checklist(theme, "Pack checks")
        self.lines.setAccessibleDescription("Enter goes to the item or paper a check is about")
        self.lines.picked.connect(self.picked)
        fill(self, self.lines)

    def show_checks(self, checks: Sequence[MeetingCheck]) -> None:
        """Show every check's answer."""
        self.lines.show_lines([_line(one) for one in checks])
        passed = sum(one.passed for one in checks)
        self.say(f"{passed} passed" if passed else "")


def _line(one: MeetingCheck) -> StatusLine:
    return StatusLine(
        _STATES[one.severity], one.sentence, one.detail, str(one.paper or one.item or "")
    )


def checks_word(checks: Sequence[MeetingCheck]) -> tuple[str, Tone]:
    """Return what the chip says of checks: "1 problem, 2 warnings"; without any it is empty."""
    if not checks:
        return "nothing on the agenda yet", Tone.WARN
    problems = sum(one.severity is Severity.PROBLEM for one in checks)
    warnings = sum(one.severity is Severity.WARNING for one in checks)
    told = [
        f"{number} {noun}{'s' if number != 1 else ''}"
        for number, noun in ((problems, "problem"), (warnings, "warning"))
        if number
    ]
    tone = Tone.BAD if problems else Tone.WARN if warnings else Tone.GOOD
    return ", ".join(told) or "ready to publish", tone
