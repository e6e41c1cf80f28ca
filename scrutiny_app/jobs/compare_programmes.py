"""Compare the work programmes of all committees: the same work twice, and whose remit it is."""

from __future__ import annotations

from scrutiny_app.domain.likeness import LikePair, like_items
from scrutiny_app.jobs.show_board import items_of_year
from scrutiny_app.rulebook.work_programmes import programme_settings
from scrutiny_app.store.store import Store


def compare_programmes(store: Store, municipal_year: str) -> tuple[LikePair, ...]:
    """Return the open items of different committees that look like the same work, likest first."""
    return like_items(items_of_year(store, municipal_year), least=programme_settings().alike)
