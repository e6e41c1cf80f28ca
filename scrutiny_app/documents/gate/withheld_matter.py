"""What only withheld papers hold: words in a row, numbers, titles and names, drawings, files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scrutiny_app.documents.gate.fragments import (
    SHINGLE,
    figures_of,
    shingles_of,
    telling,
    words_of,
)

_LEAST_WORDS = 4
_SHORTEST_FILE_NAME = 6


@dataclass(frozen=True, slots=True)
class Matter:
    """What a set of papers holds.

    Shape: ``texts`` are whole papers' words, and every other text found in their files. ``names``
    are titles, authors, bookmarks; ``files`` are file names. ``digests`` are SHA-256: of pictures
    and other drawings, and of whole files.
    """

    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    digests: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class WithheldMatter:
    """What must be nowhere in a public file.

    ``phrases`` are words with a space between and around, so that they are found whole.
    """

    shingles: frozenset[int]
    figures: frozenset[str]
    phrases: tuple[str, ...]
    files: tuple[str, ...]
    digests: frozenset[bytes]

    def found_in(self, text: str, *, sure: bool = True) -> str:
        """Return what of it a text holds, cut short; empty for nothing.

        ``sure`` says that the text is as people read it, so that its numbers mean something.
        """
        words = words_of(text)
        for place, shingle in enumerate(shingles_of(words)):
            if shingle in self.shingles:
                return f'the words "{" ".join(words[place : place + 3])} …"'
        if figures := (self.figures & figures_of(text) if sure else set()):
            return f'the number "{min(figures)}"'
        whole = spaced(words)
        for phrase in self.phrases:
            if phrase in whole:
                return f'the title or name "{" ".join(phrase.split()[:3])} …"'
        small = text.casefold()
        for name in self.files:
            if name in small:
                return "the name of a file"
        return ""


def withheld_matter(
    withheld: Matter, public: Matter, composed: Iterable[str] = ()
) -> WithheldMatter:
    """Return what only the withheld matter holds.

    ``composed`` are the texts that the program puts together from public ones (a front sheet): it
    may say a withheld paper's words in a row ("Committee, 21 January 2027"), but never its title,
    so titles and names are held against the public matter alone.

    Source: decisions.md 15.
    """
    known = [words_of(text) for text in (*public.texts, *public.names)]
    own = [words_of(text) for text in composed]
    shown = [*public.texts, *public.names, *composed]
    shingles = _shingles(map(words_of, withheld.texts)) - _shingles([*known, *own])
    figures = _figures(withheld.texts) - _figures(shown)
    in_public = [spaced(words) for words in known]
    short = (text for text in withheld.texts if len(words_of(text)) < SHINGLE)
    public_files = {name.casefold() for name in public.files}
    return WithheldMatter(
        shingles=frozenset(shingles),
        figures=frozenset(figures),
        phrases=tuple(_phrases((*withheld.names, *_of_some_length(short)), in_public)),
        files=tuple(
            name.casefold()
            for name in withheld.files
            if len(name) >= _SHORTEST_FILE_NAME and name.casefold() not in public_files
        ),
        digests=withheld.digests - public.digests,
    )


def spaced(words: Sequence[str]) -> str:
    """Return words as one text in which each can be found whole."""
    return f" {' '.join(words)} "


def _phrases(names: Iterable[str], in_public: Sequence[str]) -> Iterator[str]:
    for words in dict.fromkeys(tuple(words_of(name)) for name in names):
        phrase = spaced(words)
        if telling(words) and not any(phrase in text for text in in_public):
            yield phrase


def _of_some_length(texts: Iterable[str]) -> Iterator[str]:
    """Give the short texts that are more than a word or two: they have no eight in a row."""
    yield from (text for text in texts if len(words_of(text)) >= _LEAST_WORDS)


def _shingles(texts: Iterable[Sequence[str]]) -> set[int]:
    return {shingle for words in texts for shingle in shingles_of(words)}


def _figures(texts: Iterable[str]) -> set[str]:
    return {figure for text in texts for figure in figures_of(text)}
