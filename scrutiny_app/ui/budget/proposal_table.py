"""The list of proposals: a column for each year, which columns show, and what they say aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSettings

from scrutiny_app.domain.budget.figures import in_millions, in_posts, spoken
from scrutiny_app.domain.budget.proposal import Rating
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.ui.budget.labels import CONSULTATION_WORDS, RATING_TONES, STATES, gravest
from scrutiny_app.ui.budget.proposal_rows import ProposalRow
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows
from scrutiny_app.ui.widgets.status_list import State

_SETTING = "budget/left_out"
_YEAR, _TOTAL, _POSTS, _CONSULTATION, _RATING, _CHECKS = 74, 78, 60, 104, 84, 76


class ProposalTable(RecordTable):
    """Shows proposals under their headings. The first column and the total always show."""

    least = 270

    def __init__(
        self,
        theme: Theme,
        years: Sequence[FinancialYear],
        rows: Rows[ProposalRow],
        settings: QSettings,
    ) -> None:
        columns = _columns(years)
        super().__init__(theme, "Proposals", columns, rows)
        self._settings = settings
        self._headings = [column.heading for column in columns]
        self.setAccessibleDescription("Enter goes to the fields of the proposal")
        self.known_by(lambda row: row.key if isinstance(row, ProposalRow) else row)
        self.leave_out(self.left_out)

    @property
    def optional(self) -> tuple[str, ...]:
        """The headings of the columns that may be left out."""
        return tuple(one for one in self._headings[1:] if one != "Total")

    @property
    def left_out(self) -> tuple[str, ...]:
        """The columns that the officer left out."""
        return tuple(one for one in str(self._settings.value(_SETTING, "")).split("|") if one)

    def choose(self, heading: str, *, shown: bool) -> None:
        """Show a column or leave it out; remembered on this computer."""
        kept = [one for one in self.left_out if one != heading]
        self._settings.setValue(_SETTING, "|".join(kept if shown else [*kept, heading]))
        self.leave_out(self.left_out)


def _columns(years: Sequence[FinancialYear]) -> tuple[Column[ProposalRow], ...]:
    return (
        Column(
            "Proposal",
            lambda row: row.words,
            order="proposal",
            below=lambda row: row.below,
            says=lambda row: f"{row.words}. {row.below}",
        ),
        *(
            _figures(year.label, partial(_in_year, year), order=year.label, width=_YEAR)
            for year in years
        ),
        _figures("Total", lambda row: in_millions(row.total.stated), order="total", width=_TOTAL),
        _figures("Posts", lambda row: in_posts(row.total.fte), order="posts", width=_POSTS),
        Column(
            "Consultation",
            _consultation,
            order="consultation",
            width=_CONSULTATION,
            says=lambda row: row.proposal.consultation.label if row.proposal else "",
            spare=True,
        ),
        Column("Rating", _rating, order="rating", width=_RATING, tone=_rating_tone, spare=True),
        Column(
            "Checks", _open_findings, order="checks", width=_CHECKS, state=_state, says=_checks_said
        ),
    )


def _figures(
    heading: str, printed: Callable[[ProposalRow], str], *, order: str, width: int
) -> Column[ProposalRow]:
    """Return a column of figures; brackets are read out as "minus"."""
    return Column(
        heading,
        printed,
        order=order,
        width=width,
        right=True,
        says=lambda row: spoken(printed(row)),
    )


def _in_year(year: FinancialYear, row: ProposalRow) -> str:
    return in_millions(dict(row.total.years)[year])


def _consultation(row: ProposalRow) -> str:
    return CONSULTATION_WORDS[row.proposal.consultation] if row.proposal else ""


def _rating(row: ProposalRow) -> str:
    rating = row.proposal.details.rating if row.proposal else Rating.UNSTATED
    return "" if rating is Rating.UNSTATED else rating.label


def _rating_tone(row: ProposalRow) -> Tone:
    return RATING_TONES[row.proposal.details.rating if row.proposal else Rating.UNSTATED]


def _state(row: ProposalRow) -> State | None:
    if row.proposal is None:
        return None
    worst = gravest(row.findings)
    return STATES[worst] if worst else State.DONE


def _open_findings(row: ProposalRow) -> str:
    many = sum(1 for one in row.findings if not one.waived)
    return str(many) if many else ""


def _checks_said(row: ProposalRow) -> str:
    if row.proposal is None:
        return ""
    said = [f"{one.severity.label}: {one.message}" for one in row.findings if not one.waived]
    return " ".join(said) or "nothing found"
