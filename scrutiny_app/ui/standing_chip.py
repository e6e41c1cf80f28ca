"""How a meeting stands, in one word and one colour for every room."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.ui.widgets.chip import Tone

_TONES = {
    Standing.PLANNED: Tone.PLAIN,
    Standing.PUBLISHED: Tone.GOOD,
    Standing.HELD: Tone.ACCENT,
    Standing.INQUORATE: Tone.WARN,
    Standing.ADJOURNED: Tone.WARN,
    Standing.MOVED: Tone.SPECIAL,
    Standing.CANCELLED: Tone.BAD,
}


def standing_chip(standing: Standing, published_at: datetime | None = None) -> tuple[str, Tone]:
    """Return the word of a standing and its tone; with the day (UTC) for a published agenda."""
    word = standing.value.capitalize()
    if standing is Standing.PUBLISHED and published_at is not None:
        word = f"{word} {long_date(local_moment(published_at).date(), DAY_DATE)}"
    return word, _TONES[standing]
