"""How a meeting stands, in the words of its chip."""

from __future__ import annotations

from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.ui.widgets.chip import Tone


def standing_chip(meeting: Meeting) -> tuple[str, Tone]:
    """Return the word of a meeting's chip and its tone."""
    published = meeting.published_at
    if meeting.standing is Standing.PUBLISHED and published is not None:
        return f"Published {long_date(local_moment(published).date(), DAY_DATE)}", Tone.GOOD
    return {
        Standing.PLANNED: ("Draft pack", Tone.WARN),
        Standing.PUBLISHED: ("Published", Tone.GOOD),
        Standing.HELD: ("Held", Tone.GOOD),
        Standing.INQUORATE: ("Inquorate", Tone.BAD),
        Standing.ADJOURNED: ("Adjourned", Tone.SPECIAL),
        Standing.MOVED: ("Moved to another day", Tone.SPECIAL),
        Standing.CANCELLED: ("Cancelled", Tone.BAD),
    }[meeting.standing]
