"""Lay a meeting out for the search: where its papers begin in the public pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, layout_key
from scrutiny_app.domain.ids import MeetingId, PaperId
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style


@dataclass(frozen=True, slots=True)
class FirstPages:
    """The stamped page on which each paper begins; ``key`` says what that hangs on."""

    meeting: MeetingId
    key: str
    pages: Mapping[PaperId, int]


def lay_out_meeting(agenda: Agenda, *, progress: Progress = silent) -> FirstPages:
    """Return where the papers of a meeting begin, as its public pack would be built now.

    Raises:
        PackNotReady: there is nothing on the agenda.
    """
    # Libraries that draw are needed only when a meeting has changed since it was laid out
    from scrutiny_app.jobs.packs.lay_out_pack import lay_out_pack

    progress("Counting pages", 0, 1)
    style = house_style(agenda.council.house_style)
    layout = lay_out_pack(agenda, style, Edition.PUBLIC).layout
    pages = {paper: span.first for paper, span in layout.papers.items()}
    return FirstPages(agenda.meeting.id, layout_key(agenda, style), pages)
