"""What the columns of a budget paper hold, told by how they are headed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from scrutiny_app.domain.budget.figures import MoneyUnit
from scrutiny_app.domain.budget.proposal import Consultation, OptionType, Rating
from scrutiny_app.domain.budget.rules import found_words
from scrutiny_app.domain.financial_year import FinancialYear, years_written_in

Kind = TypeVar("Kind", bound=StrEnum)

_SAID_UNITS = (
    (MoneyUnit.MILLIONS, re.compile(r"(£|gbp)[\s_]?m\b|(£|gbp)?\s?millions?\b", re.IGNORECASE)),
    (
        MoneyUnit.THOUSANDS,
        re.compile(r"(£|gbp)[\s_]?('?000s?|k)\b|£?\s?thousands?\b", re.IGNORECASE),
    ),
    (MoneyUnit.POUNDS, re.compile(r"£|gbp\b", re.IGNORECASE)),
)


class Column(StrEnum):
    """What a column holds."""

    REFERENCE = "reference"
    OPTION = "option"
    DEPARTMENT = "department"
    TITLE = "title"
    NARRATIVE = "narrative"
    YEAR = "year"
    CUMULATIVE = "cumulative"
    POSTS = "posts"
    SERVICE = "service"
    GROUP = "group"
    CONSULTATION = "consultation"
    CONDITIONS = "conditions"
    FUNDING = "funding"
    EIA = "eia"
    WARDS = "wards"
    CLIENT_GROUPS = "client_groups"
    OWNER = "owner"
    PORTFOLIO_HOLDER = "portfolio_holder"
    RATING = "rating"
    DELIVERED_BY = "delivered_by"
    CONSULTED = "consulted"
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        """What to call it in a list to choose from."""
        return _LABELS.get(self, self.value.replace("_", " ").capitalize())


_LABELS = {
    Column.YEAR: "Figures of a year",
    Column.CUMULATIVE: "Total",
    Column.EIA: "Equality impact assessment",
    Column.DELIVERED_BY: "Delivered by",
    Column.CONSULTED: "Dates of consultation",
    Column.IGNORED: "Leave out",
}


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """What one column is taken to hold; ``year`` goes with the figures of a year."""

    column: Column
    year: FinancialYear | None = None

    @property
    def label(self) -> str:
        """What to call it: "2024/25", "Title"."""
        return self.year.label if self.year else self.column.label


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """How councils head columns and groups, and what they write for what we have words for."""

    columns: Mapping[Column, tuple[str, ...]]
    totals: tuple[str, ...]
    caption_ends: tuple[str, ...]
    consultation: Mapping[Consultation, tuple[str, ...]]
    options: Mapping[OptionType, tuple[str, ...]]
    ratings: Mapping[Rating, tuple[str, ...]]

    def role_of(self, heading: str) -> ColumnRole:
        """Return what a column with this heading is taken to hold."""
        said = heading.replace("_", " ").strip()
        for column, words in self.columns.items():
            if found_words(said, words):
                return ColumnRole(column)
            # After posts and totals, which may name the year they are reached in
            if column is Column.CUMULATIVE and len(years := years_written_in(heading)) == 1:
                return ColumnRole(Column.YEAR, years[0])
        return ColumnRole(Column.IGNORED)

    def consultation_in(self, text: str) -> Consultation:
        """Return what a cell or a heading says of consultation."""
        return _first(self.consultation, text, Consultation.UNSTATED)

    def option_in(self, text: str) -> OptionType:
        """Return the kind of proposal that a cell or a heading names."""
        return _first(self.options, text, OptionType.UNSTATED)

    def rating_in(self, text: str) -> Rating:
        """Return the rating that a cell gives."""
        return _first(self.ratings, text, Rating.UNSTATED)

    def is_total(self, text: str) -> bool:
        """Whether a row with this label is a total."""
        return any(
            text.casefold().startswith(word.removesuffix("*").casefold()) for word in self.totals
        )

    def names_a_group(self, text: str) -> bool:
        """Whether a heading names a group of proposals and not a service."""
        said = (self.consultation_in(text), self.option_in(text))
        return said != (Consultation.UNSTATED, OptionType.UNSTATED)

    def service_in(self, caption: str) -> str:
        """Return the service that a caption names: "Education" of "3 Education savings (£m):"."""
        text = re.sub(r"^\d+(\.\d+)*\.?\s+", "", caption.strip())
        text = re.sub(r"\(.*?\)|:$", "", text).strip()
        for words in self.caption_ends:
            cut = re.search(rf"\s{re.escape(words.removesuffix('*'))}", text, re.IGNORECASE)
            if cut:
                text = text[: cut.start()]
        return text.strip(" :-\u2013,")


def unit_said_in(text: str) -> MoneyUnit | None:
    """Return the unit that a heading or a caption gives, None where it gives none."""
    return next((unit for unit, said in _SAID_UNITS if said.search(text)), None)


def _first(words: Mapping[Kind, tuple[str, ...]], text: str, otherwise: Kind) -> Kind:
    return next((kind for kind, some in words.items() if found_words(text, some)), otherwise)
