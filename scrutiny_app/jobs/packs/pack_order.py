"""A pack to be made, and one that was made; both travel between the window and its worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackLayout
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.issue import Issue
from scrutiny_app.domain.private_words import NO_PRIVATE_WORDS, PrivateWords
from scrutiny_app.domain.public_agenda import withholds


@dataclass(frozen=True, slots=True)
class PackOrder:
    """A pack to be made, by this process or by a child of it: it can be pickled.

    ``agenda`` is the whole one; ``files`` are those of every paper that is bound or searched.
    ``staging`` is where the children that read papers may write. ``issue`` is the latest one.
    ``password`` is empty where the file is not locked. ``private`` is what earlier minutes say that
    is not for publication; it is looked for in a public pack.
    """

    agenda: Agenda
    edition: Edition
    files: Mapping[PaperId, Path]
    staging: Path
    issue: Issue | None
    password: str = field(default="", repr=False)
    private: PrivateWords = NO_PRIVATE_WORDS

    @property
    def proved(self) -> bool:
        """Whether the file must be searched for what only withheld papers hold."""
        return self.edition is Edition.PUBLIC and withholds(self.agenda)


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack that stands in its file and is not on record yet; it can be pickled.

    ``agenda`` is the whole one it was made from, ``problems`` what the officer should know.
    """

    agenda: Agenda
    layout: PackLayout
    file: Path
    sha256: str
    problems: tuple[str, ...]
