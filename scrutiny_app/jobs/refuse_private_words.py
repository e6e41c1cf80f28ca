"""Refuse to make public what minutes that are not for publication say."""

from __future__ import annotations

from collections.abc import Iterable

from scrutiny_app.documents.gate.private_matter import private_matter
from scrutiny_app.domain.errors import LeakFound
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.store.store import Store


def refuse_private_words(
    store: Store, committee: CommitteeId, items: Iterable[ProgrammeItem]
) -> None:
    """Return quietly when no item of a work programme says what withheld minutes say.

    Raises:
        LeakFound: one does; the sentence names it.
    """
    words = store.minutes.private_words(committee)
    if not words.any:
        return
    private = private_matter(words)
    for item in items:
        told = (item.title, item.purpose, *item.sub_points, item.footnote, item.remit_note)
        found = next(filter(None, (private.found_in(text, sure=False) for text in told)), "")
        if found:
            raise LeakFound(
                f'Nothing was made public: the item "{item.title}" has {found} from minutes that '
                "are not for publication. Word it so that anybody may read it."
            )
