"""What an officer types into the search box, made into a query that FTS5 cannot misread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrutiny_app.domain.errors import WrongInput

_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})
_MOST_WORDS = 32
# A shorter beginning stands for thousands of words and takes longer than the whole search
_SHORTEST_BEGINNING = 3


def search_query(text: str) -> str:
    """Return the FTS5 query: every word and "quoted phrase" must stand on the page.

    The last word also finds longer words that begin with it, if it is not in quotes. Hyphens,
    apostrophes, brackets and words such as OR and NEAR are taken as they stand.

    Raises:
        WrongInput: there is no letter or digit to look for, or there are too many words.
    """
    terms = list(_terms(text.translate(_CURLY)))
    if not terms:
        raise WrongInput("There is nothing to look for: type at least one word.")
    if len(terms) > _MOST_WORDS:
        raise WrongInput(f"That is too much to look for: type at most {_MOST_WORDS} words.")
    quoted = [f'"{words}"' for words, _ in terms]
    last, phrase = terms[-1]
    if not phrase and len(last) >= _SHORTEST_BEGINNING:
        quoted[-1] += " *"
    return " ".join(quoted)


def _terms(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each word or phrase that has a letter or digit, and whether it is a phrase."""
    for found in _PHRASE.finditer(text):
        phrase, word = found.groups()
        words = word if phrase is None else " ".join(phrase.split())
        if any(sign.isalnum() for sign in words):
            yield words, phrase is not None
