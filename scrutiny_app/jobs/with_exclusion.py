"""Minutes with the resolution that excludes the public, where business is taken in private."""

from __future__ import annotations

from dataclasses import replace

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.exclusion import exclusion_resolution
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.minutes.minutes import MinutesOutline
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions


def with_exclusion(outline: MinutesOutline, style: HouseStyle) -> MinutesOutline:
    """Return an outline whose minute of the exclusion holds the resolution that is needed."""
    agenda = outline.agenda
    descriptions = exempt_descriptions(agenda.council.nation)
    resolution = exclusion_resolution(agenda, style.private, descriptions)
    minutes = (
        replace(minute, text=resolution)
        if minute.item.kind is ItemKind.EXCLUSION and not minute.text
        else minute
        for minute in outline.minutes
    )
    return replace(outline, minutes=tuple(minutes))
