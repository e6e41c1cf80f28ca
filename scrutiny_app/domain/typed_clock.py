"""A time of day as an officer types it: "10.32", "10:32 am", "2.15 pm", "1415"."""

from __future__ import annotations

import re
from datetime import time

from scrutiny_app.domain.errors import WrongInput

_CLOCK = re.compile(r"([0-9]{1,2})[.:h]?([0-9]{2})?\s*(am|pm|noon|midnight)?")
_NOON = 12


def typed_clock(text: str) -> time:
    """Return the time that was typed, on the clock of 24 hours unless "am" or "pm" is said.

    Raises:
        WrongInput: it is not a time of day.

    Source: practice: minutes write "10.32 am".
    """
    wrong = WrongInput(f'"{text.strip()}" is not a time of day. Write it as 10.32 am or 14.15.')
    found = _CLOCK.fullmatch(text.strip().lower().replace("a.m.", "am").replace("p.m.", "pm"))
    if found is None:
        raise wrong
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= _NOON:
        raise wrong
    if half:
        hour = hour % _NOON + (_NOON if half in {"pm", "noon"} else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise wrong from None
