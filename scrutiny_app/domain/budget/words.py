"""The words of the documents that are drawn from budget proposals; a council may have others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScheduleWords:
    """What a schedule says around its tables."""

    title: str
    intro: str
    total_note: str
    rounding_note: str
    extract_note: str
    how_to_read: str
    glance: str
    by_service: str
    by_year: str
    consultation: str
    concentration: str
    total_row: str
    all_row: str
    nothing: str
    no_group: str


@dataclass(frozen=True, slots=True)
class ColumnHeadings:
    """How the columns of our own tables are headed, and what a proposal does in one word."""

    reference: str
    proposal: str
    effect: str
    total: str
    summed: str
    rows: str
    posts: str
    service: str
    group: str
    year: str
    reductions: str
    percent: str
    reduction: str
    growth: str
    no_change: str

    def effect_of(self, pounds: int) -> str:
        """Return what a change of spending is, in one word.

        Source: domain notes 10: never by brackets alone, which screen readers often leave out.
        """
        if pounds == 0:
            return self.no_change
        return self.reduction if pounds < 0 else self.growth


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What a sheet of questions says."""

    title: str
    intro: str
    for_all: str
    noticed: str
    ask: str
    on_proposals: str


@dataclass(frozen=True, slots=True)
class LetterWords:
    """What a letter to a portfolio holder says."""

    title: str
    to_holder: str
    to_nobody: str
    opening: str
    request: str
    proposals: str
    comments: str
    no_comment: str
    no_comments: str
    closing: str
    signature: str
    date: str


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """What a comparison of two versions says."""

    title: str
    intro: str
    changed: str
    added: str
    dropped: str
    nothing: str
    what: str
    was: str
    is_: str


@dataclass(frozen=True, slots=True)
class BudgetWords:
    """All of them."""

    schedule: ScheduleWords
    columns: ColumnHeadings
    questions: QuestionWords
    letter: LetterWords
    comparison: ComparisonWords
