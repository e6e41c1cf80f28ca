"""Where papers begin in a meeting's pack, as far as the workspace knows without drawing."""

from __future__ import annotations

from collections.abc import Mapping

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import layout_key
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.issue import settled_first_pages
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


def known_first_pages(store: Store, agenda: Agenda) -> Mapping[PaperId, int] | None:
    """Return the stamped page on which each paper begins, as published or as remembered.

    None where the meeting was never laid out, or has changed since; ``lay_out_meeting`` finds out.
    """
    issue = store.issues.latest(agenda.meeting.id)
    if issue is not None:
        return settled_first_pages(issue, agenda)
    remembered = store.search.layout(agenda.meeting.id)
    if remembered is None:
        return None
    key, pages = remembered
    return pages if key == layout_key(agenda, house_style(agenda.council.house_style)) else None
