"""Record the words of papers in the search index, and say whose words it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class TextsOrder:
    """Papers to be read for the index, by normalised SHA-256; it can be pickled."""

    files: Mapping[str, Path]
    staging: Path


def record_texts(store: Store, texts: Mapping[str, tuple[str, ...]]) -> TextsOrder:
    """Bring the index in step as far as ``texts`` go; return what is still to be read.

    ``texts`` are pages by normalised SHA-256. The lines of the agendas are brought in step too.
    """
    lacking: dict[str, Path] = {}
    missing = store.search.missing()
    with store.search.adding():
        for one in missing:
            if one.sha256 in texts:
                store.search.add_paper(
                    one.paper_id, one.sha256, exempt=one.exempt, pages=texts[one.sha256]
                )
            else:
                lacking[one.sha256] = store.paper_folder.path(one.sha256)
        store.search.refresh_agendas()
    return TextsOrder(lacking, store.staging)
