"""What the reader types to go somewhere: "19", "page 12A", "item 5"."""

from __future__ import annotations

import re

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.ui.viewer.page_layout import Spot
from scrutiny_app.ui.viewer.shown_document import ShownDocument

_ITEM = re.compile(r"item\s*(?P<number>.+)", re.IGNORECASE)
_PAGE = re.compile(r"(?:page|p\.?)?\s*(?P<label>\S+)", re.IGNORECASE)


def find_spot(typed: str, document: ShownDocument) -> Spot:
    """Return the place that was asked for.

    Raises:
        NotFound: there is none; the sentence says what there is.
    """
    asked = typed.strip()
    item = _ITEM.fullmatch(asked)
    if item:
        return _item(item["number"].strip(), document)
    page = _PAGE.fullmatch(asked)
    labels = [label.casefold() for label in document.labels]
    if page and page["label"].casefold() in labels:
        return Spot(labels.index(page["label"].casefold()))
    raise NotFound(
        f'There is no page "{asked}". Pages run from {document.labels[0]} to '
        f'{document.labels[-1]}; an item is found by "item 5".'
    )


def _item(number: str, document: ShownDocument) -> Spot:
    starts = re.compile(rf"(?:item\s+)?{re.escape(number)}(?:[.:)\s]|$)", re.IGNORECASE)
    found = [entry for entry in document.outline if starts.match(entry.title)]
    if not found:
        raise NotFound(f'There is no item "{number}" in the outline of this file.')
    entry = min(found, key=lambda e: e.depth)
    return Spot(entry.first, entry.down)
