"""What minutes that are withheld say, as the gate looks for it."""

from __future__ import annotations

from scrutiny_app.documents.gate.withheld_matter import Matter, WithheldMatter, withheld_matter
from scrutiny_app.domain.private_words import PrivateWords


def private_matter(words: PrivateWords) -> WithheldMatter:
    """Return what only withheld minutes say: eight words in a row, short texts whole, titles."""
    return withheld_matter(Matter(words.texts, words.titles), Matter((), words.public))
