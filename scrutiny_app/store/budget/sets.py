"""The shelf of budget proposals: sets by committee and year, as their sources print them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from scrutiny_app.domain.budget.effect import ProposalHit, ProposalSetLine
from scrutiny_app.domain.budget.figures import Amount
from scrutiny_app.domain.budget.proposal import PrintedTotal, ProposalSet, SourceFile, YearAmount
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId, ProposalSetId
from scrutiny_app.store.budget.proposals import Proposals, posts_from, posts_record
from scrutiny_app.store.budget.search import find_proposals
from scrutiny_app.store.columns import list_text, numbers_from
from scrutiny_app.store.connection import Connection


class ProposalSets:
    """Sets of proposals, each with its proposals and the totals that its source prints."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._proposals = Proposals(connection)

    def read(self, key: ProposalSetId) -> ProposalSet:
        """Return one set with all its proposals.

        Raises:
            NotFound: it is not in the workspace, or was removed.
        """
        row = self._connection.row(f"{_SELECT} where id = ? and removed_at is null", (key,))
        if row is None:
            raise NotFound(
                f"Budget proposals {key} are not in this workspace. List them again and choose "
                "from them."
            )
        return self._set(row)

    def list(
        self, committee: CommitteeId | None = None, year: FinancialYear | None = None
    ) -> tuple[ProposalSetLine, ...]:
        """Return the sets, all or of one committee or year: by year, then as they came."""
        rows = self._connection.rows(
            _SELECT_LINES, {"committee": committee, "year": year.starts_in if year else None}
        )
        return tuple(_line(row) for row in rows)

    def find(self, text: str, *, limit: int = 20) -> tuple[ProposalHit, ...]:
        """Return the proposals that hold what is looked for, best first; see ``search_query``.

        Raises:
            WrongInput: there is nothing to look for.
        """
        return find_proposals(self._connection, text, limit)

    def before(self, whole: ProposalSet) -> tuple[ProposalSet, ...]:
        """Return the newest set of each earlier year that the same committee has."""
        newest = {
            line.year: line.id for line in self.list(whole.committee) if line.year < whole.year
        }
        return tuple(self.read(key) for key in newest.values())

    def write(self, whole: ProposalSet) -> None:
        """Make the rows of one set equal to the record. Call it inside ``Store.step``."""
        self._connection.run(
            _PUT,
            {
                "id": whole.id,
                "committee": whole.committee,
                "year": whole.year.starts_in,
                "years": list_text(year.starts_in for year in whole.years),
                "version": whole.version,
                "rounded_to": whole.rounded_to,
                "file_name": whole.source.name if whole.source else "",
                "sha256": whole.source.sha256 if whole.source else "",
                "totals": json.dumps(
                    [_total_record(one) for one in whole.printed_totals], ensure_ascii=False
                ),
            },
        )
        self._proposals.write(whole.id, whole.proposals)

    def remove(self, key: ProposalSetId) -> None:
        """Take a set away; undo brings it back. Call it inside ``Store.step``.

        Raises:
            NotFound: it is not in the workspace.
        """
        self.read(key)
        self._proposals.write(key, ())
        self._connection.run(
            "update proposal_set set removed_at = (select at from step natural join current_step) "
            "where id = ?",
            (key,),
        )

    def _set(self, row: sqlite3.Row) -> ProposalSet:
        source = SourceFile(row["file_name"], row["sha256"]) if row["sha256"] else None
        return ProposalSet(
            ProposalSetId(row["id"]),
            CommitteeId(row["committee"]),
            FinancialYear(row["year"]),
            tuple(FinancialYear(year) for year in numbers_from(row["years"])),
            self._proposals.of(ProposalSetId(row["id"])),
            row["version"],
            row["rounded_to"],
            tuple(_total(one) for one in json.loads(row["totals"])),
            source,
        )


_SELECT = """
select id, committee, year, years, version, rounded_to, file_name, sha256, totals
from proposal_set
"""

_SELECT_LINES = """
select proposal_set.id, proposal_set.committee, committee.name, proposal_set.year,
    proposal_set.version, proposal_set.file_name, count(proposal.id) as row_count,
    coalesce(sum(coalesce(proposal.cumulative, (
        select sum(pounds) from proposal_year
        where proposal_year.proposal = proposal.id and proposal_year.removed_at is null
    ))), 0) as pounds
from proposal_set
join committee on committee.id = proposal_set.committee
left join proposal on proposal.proposal_set = proposal_set.id and proposal.removed_at is null
where proposal_set.removed_at is null
    and (:committee is null or proposal_set.committee = :committee)
    and (:year is null or proposal_set.year = :year)
group by proposal_set.id
order by proposal_set.year, proposal_set.rowid
"""

_PUT = """
insert into proposal_set (id, committee, year, years, version, rounded_to, file_name, sha256,
    totals)
values (:id, :committee, :year, :years, :version, :rounded_to, :file_name, :sha256, :totals)
on conflict (id) do update set
    committee = excluded.committee, year = excluded.year, years = excluded.years,
    version = excluded.version, rounded_to = excluded.rounded_to, file_name = excluded.file_name,
    sha256 = excluded.sha256, totals = excluded.totals, removed_at = null
where (proposal_set.committee, proposal_set.year, proposal_set.years, proposal_set.version,
    proposal_set.rounded_to, proposal_set.file_name, proposal_set.sha256, proposal_set.totals,
    proposal_set.removed_at)
    is not (excluded.committee, excluded.year, excluded.years, excluded.version,
    excluded.rounded_to, excluded.file_name, excluded.sha256, excluded.totals, null)
"""


def _line(row: sqlite3.Row) -> ProposalSetLine:
    return ProposalSetLine(
        ProposalSetId(row["id"]),
        CommitteeId(row["committee"]),
        row["name"],
        FinancialYear(row["year"]),
        row["version"],
        row["file_name"],
        row["row_count"],
        row["pounds"],
    )


def _total_record(total: PrintedTotal) -> dict[str, object]:
    return {
        "label": total.label,
        "years": [[one.year.starts_in, *_amount_record(one.amount)] for one in total.years],
        "cumulative": _amount_record(total.cumulative) if total.cumulative else None,
        "posts": posts_record(total.posts) if total.posts else None,
        "service": total.service,
        "group": total.group,
        "place": total.place,
    }


def _amount_record(amount: Amount) -> tuple[int, str, str]:
    return amount.pounds, amount.text, amount.place


def _total(record: Mapping[str, Any]) -> PrintedTotal:
    return PrintedTotal(
        record["label"],
        tuple(YearAmount(FinancialYear(year), _amount(rest)) for year, *rest in record["years"]),
        _amount(record["cumulative"]) if record["cumulative"] else None,
        posts_from(*record["posts"]) if record["posts"] else None,
        record["service"],
        record["group"],
        record["place"],
    )


def _amount(record: Sequence[Any]) -> Amount:
    pounds, text, place = record
    return Amount(pounds, text, place)
