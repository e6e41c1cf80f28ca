"""The rows of budget proposals and of their years."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from scrutiny_app.domain.budget.figures import Amount, Posts
from scrutiny_app.domain.budget.proposal import (
    BudgetProposal,
    Consultation,
    OptionType,
    ProposalDetails,
    Rating,
    YearAmount,
)
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import ProposalId, ProposalSetId
from scrutiny_app.store.columns import list_text, texts_from
from scrutiny_app.store.connection import Connection


class Proposals:
    """The proposals of sets, in printed order."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, key: ProposalSetId) -> tuple[BudgetProposal, ...]:
        """Return the proposals of one set."""
        years: dict[str, list[YearAmount]] = {}
        for row in self._connection.rows(_SELECT_YEARS, (key,)):
            amount = Amount(row["pounds"], row["text"], row["place"])
            years.setdefault(row["proposal"], []).append(
                YearAmount(FinancialYear(row["year"]), amount)
            )
        return tuple(
            _proposal(row, tuple(years.get(row["id"], ())))
            for row in self._connection.rows(_SELECT, (key,))
        )

    def write(self, key: ProposalSetId, proposals: Sequence[BudgetProposal]) -> None:
        """Make the rows of one set equal to the records; those that are not there are removed."""
        kept = list_text(one.id for one in proposals)
        for statement in (_REMOVE_YEARS_OF_OTHERS, _REMOVE_OTHERS):
            self._connection.run(statement, {"set": key, "kept": kept})
        for place, one in enumerate(proposals):
            self._connection.run(_PUT, _columns(one) | {"proposal_set": key, "place": place})
            self._write_years(one)

    def _write_years(self, proposal: BudgetProposal) -> None:
        for one in proposal.years:
            self._connection.run(
                _PUT_YEAR,
                {
                    "proposal": proposal.id,
                    "year": one.year.starts_in,
                    "pounds": one.amount.pounds,
                    "text": one.amount.text,
                    "place": one.amount.place,
                },
            )
        self._connection.run(
            _REMOVE_OTHER_YEARS,
            {
                "proposal": proposal.id,
                "kept": list_text(one.year.starts_in for one in proposal.years),
            },
        )


_SELECT = """
select id, refs, title, narrative, service, heading, consultation, option_type, option_text,
    department, cumulative, cumulative_text, cumulative_place, fte, fte_text, fte_place, wards,
    client_groups, details, source_place
from proposal where proposal_set = ? and removed_at is null order by place, rowid
"""

_SELECT_YEARS = """
select proposal_year.proposal, proposal_year.year, proposal_year.pounds, proposal_year.text,
    proposal_year.place
from proposal_year join proposal on proposal.id = proposal_year.proposal
where proposal.proposal_set = ? and proposal.removed_at is null
    and proposal_year.removed_at is null
order by proposal_year.year
"""

_REMOVE_OTHERS = """
update proposal set removed_at = (select at from step natural join current_step)
where proposal_set = :set and removed_at is null
    and id not in (select value from json_each(:kept))
"""

_REMOVE_YEARS_OF_OTHERS = """
update proposal_year set removed_at = (select at from step natural join current_step)
where removed_at is null and proposal in (
    select id from proposal where proposal_set = :set and removed_at is null
        and id not in (select value from json_each(:kept))
)
"""

_REMOVE_OTHER_YEARS = """
update proposal_year set removed_at = (select at from step natural join current_step)
where proposal = :proposal and removed_at is null
    and year not in (select value from json_each(:kept))
"""

_PUT = """
insert into proposal (id, proposal_set, place, refs, title, narrative, service, heading,
    consultation, option_type, option_text, department, cumulative, cumulative_text,
    cumulative_place, fte, fte_text, fte_place, wards, client_groups, details, source_place)
values (:id, :proposal_set, :place, :refs, :title, :narrative, :service, :heading,
    :consultation, :option_type, :option_text, :department, :cumulative, :cumulative_text,
    :cumulative_place, :fte, :fte_text, :fte_place, :wards, :client_groups, :details,
    :source_place)
on conflict (id) do update set
    proposal_set = excluded.proposal_set, place = excluded.place, refs = excluded.refs,
    title = excluded.title, narrative = excluded.narrative, service = excluded.service,
    heading = excluded.heading, consultation = excluded.consultation,
    option_type = excluded.option_type, option_text = excluded.option_text,
    department = excluded.department, cumulative = excluded.cumulative,
    cumulative_text = excluded.cumulative_text, cumulative_place = excluded.cumulative_place,
    fte = excluded.fte, fte_text = excluded.fte_text, fte_place = excluded.fte_place,
    wards = excluded.wards, client_groups = excluded.client_groups, details = excluded.details,
    source_place = excluded.source_place, removed_at = null
where (proposal.proposal_set, proposal.place, proposal.refs, proposal.title, proposal.narrative,
    proposal.service, proposal.heading, proposal.consultation, proposal.option_type,
    proposal.option_text, proposal.department, proposal.cumulative, proposal.cumulative_text,
    proposal.cumulative_place, proposal.fte, proposal.fte_text, proposal.fte_place,
    proposal.wards, proposal.client_groups, proposal.details, proposal.source_place,
    proposal.removed_at)
    is not (excluded.proposal_set, excluded.place, excluded.refs, excluded.title,
    excluded.narrative, excluded.service, excluded.heading, excluded.consultation,
    excluded.option_type, excluded.option_text, excluded.department, excluded.cumulative,
    excluded.cumulative_text, excluded.cumulative_place, excluded.fte, excluded.fte_text,
    excluded.fte_place, excluded.wards, excluded.client_groups, excluded.details,
    excluded.source_place, null)
"""

_PUT_YEAR = """
insert into proposal_year (proposal, year, pounds, text, place)
values (:proposal, :year, :pounds, :text, :place)
on conflict (proposal, year) do update set
    pounds = excluded.pounds, text = excluded.text, place = excluded.place, removed_at = null
where (proposal_year.pounds, proposal_year.text, proposal_year.place, proposal_year.removed_at)
    is not (excluded.pounds, excluded.text, excluded.place, null)
"""


def posts_record(posts: Posts) -> tuple[str, str, str]:
    """Return posts as a column holds them: a decimal as text."""
    return str(posts.fte), posts.text, posts.place


def posts_from(fte: str, text: str, place: str) -> Posts:
    """Return the posts that ``posts_record`` wrote."""
    return Posts(Decimal(fte), text, place)


def _columns(one: BudgetProposal) -> dict[str, str | int | None]:
    total = one.cumulative
    fte, fte_text, fte_place = posts_record(one.posts)
    return {
        "id": one.id,
        "refs": list_text(one.references),
        "title": one.title,
        "narrative": one.narrative,
        "service": one.service,
        "heading": one.group,
        "consultation": one.consultation.value,
        "option_type": one.option.value,
        "option_text": one.option_text,
        "department": one.department,
        "cumulative": total.pounds if total else None,
        "cumulative_text": total.text if total else "",
        "cumulative_place": total.place if total else "",
        "fte": fte,
        "fte_text": fte_text,
        "fte_place": fte_place,
        "wards": list_text(one.details.wards),
        "client_groups": list_text(one.details.client_groups),
        "details": _details_text(one.details),
        "source_place": one.place,
    }


_TEXTS = (
    "conditions",
    "funding",
    "eia",
    "owner",
    "portfolio_holder",
    "delivered_by",
    "consulted",
    "feedback",
)


def _details_text(details: ProposalDetails) -> str:
    held = {name: getattr(details, name) for name in _TEXTS}
    return json.dumps(held | {"rating": details.rating.value}, ensure_ascii=False)


def _details(row: sqlite3.Row) -> ProposalDetails:
    held = json.loads(row["details"])
    rating = Rating(held.pop("rating"))
    return replace(
        ProposalDetails(**held),
        rating=rating,
        wards=texts_from(row["wards"]),
        client_groups=texts_from(row["client_groups"]),
    )


def _proposal(row: sqlite3.Row, years: tuple[YearAmount, ...]) -> BudgetProposal:
    total = None
    if row["cumulative"] is not None:
        total = Amount(row["cumulative"], row["cumulative_text"], row["cumulative_place"])
    return BudgetProposal(
        ProposalId(row["id"]),
        texts_from(row["refs"]),
        row["title"],
        years,
        total,
        posts_from(row["fte"], row["fte_text"], row["fte_place"]),
        row["narrative"],
        row["service"],
        row["heading"],
        Consultation(row["consultation"]),
        OptionType(row["option_type"]),
        row["option_text"],
        row["department"],
        _details(row),
        row["source_place"],
    )
