"""How the notice of a meeting stands, and what must be seen to before or after publishing."""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.notice import NoticeClock, NoticeState, local_moment
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.jobs.check_notice import CheckedNotice
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_STATES = {
    NoticeState.OPEN: State.NEXT,
    NoticeState.LAST_DAY: State.WARNING,
    NoticeState.MISSED: State.PROBLEM,
    NoticeState.GIVEN: State.DONE,
    NoticeState.SHORT: State.PROBLEM,
}
_SEVERITIES = {
    Severity.PROBLEM: State.PROBLEM,
    Severity.WARNING: State.WARNING,
    Severity.NOTE: State.NOTE,
}


class NoticeCard(Card):
    """The clear-days clock and everything that the law asks to be seen to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Notice")
        self.list = StatusList(theme, "How the notice stands")
        self.body.addWidget(self.list)

    def show_notice(self, checked: CheckedNotice) -> None:
        """Show how the notice stands now."""
        published = checked.agenda.meeting.published_at
        lines = [StatusLine(_STATES[checked.clock.state], checked.clock.sentence)]
        if published is not None:
            local = local_moment(published)
            lines.append(
                StatusLine(
                    State.DONE,
                    f"Published at {clock_time(local.time())} on {long_date(local.date())}",
                    "Titles and page numbers stand since then",
                )
            )
        lines += _findings(checked.findings)
        if len(lines) == 1 and checked.clock.state is NoticeState.OPEN:
            lines.append(StatusLine(State.DONE, "Nothing stands in the way of publishing"))
        self.list.show_lines(lines)
        self.say(clear_days_words(checked.clock))


def clear_days_words(clock: NoticeClock) -> str:
    """Return how many clear days there are, and how many are needed."""
    days = "1 clear day" if clock.clear_days == 1 else f"{clock.clear_days} clear days"
    return f"{days}, {clock.needed} needed"


def _findings(findings: tuple[Finding, ...]) -> Iterator[StatusLine]:
    for one in findings:
        where = one.where[:1].upper() + one.where[1:]
        yield StatusLine(_SEVERITIES[one.severity], where or one.message, one.message)
