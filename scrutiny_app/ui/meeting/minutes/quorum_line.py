"""The quorum as it stands now, in a line."""

from __future__ import annotations

from scrutiny_app.domain.minutes.live_quorum import QuorumNow
from scrutiny_app.domain.quorum import Quorum
from scrutiny_app.ui.widgets.status_list import State, StatusLine

_STATES = {
    Quorum.QUORATE: (State.DONE, "Quorate"),
    Quorum.AT_QUORUM: (State.WARNING, "At quorum: one departure more would end it"),
    Quorum.INQUORATE: (State.PROBLEM, "Not quorate"),
}


def quorum_line(now: QuorumNow, *, begun: bool) -> StatusLine:
    """Return how the meeting stands; before the roll is ``begun``, what will be needed."""
    if not begun:
        words = f"{now.needed} of {now.voting} voting members are needed"
        return StatusLine(State.AHEAD, "Quorum", words)
    state, words = _STATES[now.state]
    return StatusLine(state, words, str(now))
