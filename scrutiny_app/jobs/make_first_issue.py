"""Make the first issue of an agenda: every page gets the number it keeps, without the workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.issue import first_issue
from scrutiny_app.domain.meeting import Meeting
from scrutiny_app.domain.standing import publish_agenda as become_published
from scrutiny_app.jobs.packs.lay_out_pack import lay_out_pack
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.publication_order import FirstIssue, LateReasons, Prospect
from scrutiny_app.rulebook.house_styles import house_style


def make_first_issue(prospect: Prospect, *, progress: Progress = silent) -> FirstIssue:
    """Return the issue that publishing would put on record.

    Raises:
        PackNotReady: there is nothing on the agenda, or its editions would not share their pages.
        WrongInput: the meeting is past that.
    """
    meeting = _published(prospect.agenda.meeting, prospect.at, prospect.reasons)
    agenda = replace(prospect.agenda, meeting=meeting)
    style = house_style(agenda.council.house_style)
    # A house style may change later; where withheld papers stand may not, for pages would move
    place = meeting.withheld_papers or style.withheld_papers
    agenda = replace(agenda, meeting=replace(meeting, withheld_papers=place))
    progress("Laying out", 0, 2)
    shown = lay_out_pack(agenda, style, Edition.PUBLIC).layout
    progress("Laying out", 1, 2)
    everything = lay_out_pack(agenda, style, Edition.FULL).layout
    issue = first_issue(agenda, shown, everything, prospect.notice, prospect.at)
    return FirstIssue(prospect.agenda, agenda, issue, prospect.reminders)


def _published(meeting: Meeting, at: datetime, reasons: LateReasons) -> Meeting:
    return replace(
        become_published(meeting, at),
        short_notice_reason=reasons.short_notice.strip() or meeting.short_notice_reason,
        convened_on=reasons.convened_on or meeting.convened_on,
    )
