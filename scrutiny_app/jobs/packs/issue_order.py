"""Files of what is issued, to be made and once made; all travel between window and worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.bundle import BundleFile
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.issue import Issue, changes_since
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.private_words import NO_PRIVATE_WORDS, PrivateWords
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.domain.supplement import Supplement
from scrutiny_app.jobs.packs.readership import EVERYBODY, Readership


@dataclass(frozen=True, slots=True)
class IssueOrder:
    """A supplement, a reading copy or a bundle to be made; it can be pickled.

    ``agenda`` is the whole one, ``files`` are those of all its papers, ``at`` is the moment (UTC).
    ``issues`` are all that came out, the agenda itself first; a bundle may have none.
    ``staging`` is where the children that read papers may write. ``private`` is what minutes say
    that is not for publication; it is looked for in what the public gets.
    """

    agenda: Agenda
    issues: tuple[Issue, ...]
    files: Mapping[PaperId, Path]
    staging: Path
    at: datetime
    readers: Readership = EVERYBODY
    private: PrivateWords = NO_PRIVATE_WORDS

    @property
    def latest(self) -> Issue:
        """The newest issue."""
        return self.issues[-1]

    @property
    def published_on(self) -> date:
        """The day on which the agenda came out, in London."""
        return local_moment(self.issues[0].published_at).date()

    @property
    def stands(self) -> bool:
        """Whether the latest issue is a supplement, and the agenda is as it left it."""
        changes = changes_since(self.latest, self.agenda)
        return self.latest.number > 1 and not (changes.minor or changes.major)


@dataclass(frozen=True, slots=True)
class MadeSupplement:
    """A supplement that stands in its file and is not on record yet.

    ``before`` is the agenda it was made from. ``receipts`` are the supplement's own and, where
    one was asked for, the reading copy's. ``again``: it was issued before, and this is another
    file of it. ``notes`` say what to do with a paper copy.
    """

    before: Agenda
    issue: Issue
    supplement: Supplement
    layout: PackLayout
    receipts: tuple[PackReceipt, ...]
    notes: tuple[str, ...]
    again: bool

    @property
    def receipt(self) -> PackReceipt:
        """The supplement's own receipt."""
        return self.receipts[0]


@dataclass(frozen=True, slots=True)
class MadeBundle:
    """A bundle as it was written: ``files`` with their sizes in bytes, by name."""

    receipt: PackReceipt
    files: tuple[BundleFile, ...]
    sizes: Mapping[str, int]
