"""What only withheld papers hold: words in a row, numbers, titles and names, drawings, files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    and other drawings, and of whole files. ``prints`` are what pictures look like, as hex.
    """

    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    digests: frozenset[bytes] = frozenset()
    prints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WithheldMatter:
    """What must be nowhere in a public file.

    ``phrases`` are whole runs of words by how many they are. ``public_digests`` are the SHA-256
    of what public papers draw: pictures among it need not be looked at.
    """

    shingles: frozenset[int]
    figures: frozenset[str]
    phrases: Mapping[int, frozenset[tuple[str, ...]]]
    files: tuple[str, ...]
    digests: frozenset[bytes]
    prints: frozenset[str] = frozenset()
    public_digests: frozenset[bytes] = frozenset()

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
        if phrase := self._phrase_in(words):
            return f'the title or name "{" ".join(phrase[:3])} …"'
        small = text.casefold()
        for name in self.files:
            if name in small:
                return "the name of a file"
        return ""

    def _phrase_in(self, words: Sequence[str]) -> tuple[str, ...]:
        return next(
            (
                run
                for length, phrases in self.phrases.items()
                for run in runs_of(words, length)
                if run in phrases
            ),
            (),
        )


def withheld_matter(
    withheld: Matter, public: Matter, composed: Iterable[str] = ()
) -> WithheldMatter:
    """Return what only the withheld matter holds.

    ``composed`` are the texts that the program puts together from public ones (a front sheet): it
    may say a withheld paper's words in a row ("Committee, 21 January 2027"), but never its title,
    so titles and names are held against the public matter alone.

    Source: ours: the public pack is proved (ARCHITECTURE.md, decisions).
    """
    known = [words_of(text) for text in (*public.texts, *public.names)]
    own = [words_of(text) for text in composed]
    shown = [*public.texts, *public.names, *composed]
    shingles = _shingles(map(words_of, withheld.texts)) - _shingles([*known, *own])
    figures = _figures(withheld.texts) - _figures(shown)
    short = (text for text in withheld.texts if len(words_of(text)) < SHINGLE)
    public_files = {name.casefold() for name in public.files}
    return WithheldMatter(
        shingles=frozenset(shingles),
        figures=frozenset(figures),
        phrases=_phrases((*withheld.names, *_of_some_length(short)), known),
        files=tuple(
            name.casefold()
            for name in withheld.files
            if len(name) >= _SHORTEST_FILE_NAME and name.casefold() not in public_files
        ),
        digests=withheld.digests - public.digests,
        prints=withheld.prints,
        public_digests=public.digests,
    )


def runs_of(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Give every so many words in a row."""
    for start in range(len(words) - length + 1):
        yield tuple(words[start : start + length])


def _phrases(
    names: Iterable[str], public: Sequence[Sequence[str]]
) -> dict[int, frozenset[tuple[str, ...]]]:
    """Return the names that say something and stand in no public text, by their length."""
    by_length: dict[int, set[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(words_of(name))
        if telling(words):
            by_length.setdefault(len(words), set()).add(words)
    for length, phrases in by_length.items():
        for text in public:
            phrases.difference_update(runs_of(text, length))
    return {length: frozenset(phrases) for length, phrases in by_length.items() if phrases}


def _of_some_length(texts: Iterable[str]) -> Iterator[str]:
    """Give the short texts that are more than a word or two: they have no eight in a row."""
    yield from (text for text in texts if len(words_of(text)) >= _LEAST_WORDS)


def _shingles(texts: Iterable[Sequence[str]]) -> set[int]:
    return {shingle for words in texts for shingle in shingles_of(words)}


def _figures(texts: Iterable[str]) -> set[str]:
    return {figure for text in texts for figure in figures_of(text)}
