"""What several budgets come to for a service, a ward or a client group: asked of the database."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from scrutiny_app.domain.budget.effect import CarriedEffect, EffectOn, YearEffect
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.store.connection import Connection


def budget_effects(
    connection: Connection, on: EffectOn, committee: CommitteeId | None = None
) -> tuple[CarriedEffect, ...]:
    """Return what the budgets come to, hardest hit first; the newest set of each year counts."""
    rows = connection.rows(_SELECT.format(names=_NAMES[on]), {"committee": committee})
    effects = [
        YearEffect(
            row["name"],
            FinancialYear(row["year"]),
            row["row_count"],
            row["pounds"],
            # Decimals are text in the database, which would add them as binary fractions
            sum((Decimal(one) for one in row["fte"].split(" ")), Decimal(0)),
        )
        for row in rows
    ]
    carried = (
        CarriedEffect(name, tuple(members))
        for name, members in groupby(effects, key=lambda one: one.name)
    )
    return tuple(sorted(carried, key=lambda one: one.pounds))


_NAMES = {
    EffectOn.SERVICE: "json_each(json_array(iif(one.service = '', 'Not stated', one.service)))",
    EffectOn.WARD: "json_each(one.wards)",
    EffectOn.CLIENT_GROUP: "json_each(one.client_groups)",
}

_SELECT = """
with newest (id, year) as (
    select id, year from (
        select id, year, row_number() over (
            partition by committee, year order by rowid desc
        ) as age
        from proposal_set
        where removed_at is null and (:committee is null or committee = :committee)
    ) where age = 1
),
live as (
    select proposal.*, newest.year as year, coalesce(proposal.cumulative, (
        select coalesce(sum(pounds), 0) from proposal_year
        where proposal_year.proposal = proposal.id and proposal_year.removed_at is null
    )) as pounds
    from proposal join newest on newest.id = proposal.proposal_set
    where proposal.removed_at is null
),
named as (
    select name.value as name, one.year, one.pounds, one.fte
    from live as one, {names} as name
)
select name, year, count(*) as row_count, sum(pounds) as pounds, group_concat(fte, ' ') as fte
from named group by name, year order by name, year
"""
