"""Budget proposals found by their words, asked in the same way as papers are."""

from __future__ import annotations

from contextlib import closing

from scrutiny_app.domain.budget.effect import ProposalHit
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import ProposalId, ProposalSetId
from scrutiny_app.store.connection import Connection, connect_in_memory
from scrutiny_app.store.search_query import search_query

_SHAPE = (
    "create virtual table words using fts5 "
    "(body, tokenize = 'porter unicode61 remove_diacritics 2')"
)


def find_proposals(connection: Connection, text: str, limit: int) -> tuple[ProposalHit, ...]:
    """Return the proposals that hold what is looked for, best first.

    A workspace has some hundreds of them, so their index is made for each search and kept nowhere.

    Raises:
        WrongInput: there is nothing to look for.
    """
    query = search_query(text)
    rows = connection.rows(_SELECT)
    with closing(connect_in_memory()) as index:
        index.run(_SHAPE)
        index.run_many(
            "insert into words (rowid, body) values (?, ?)",
            ((place, row["body"]) for place, row in enumerate(rows)),
        )
        found = index.rows(_FIND, {"query": query, "limit": limit})
    return tuple(
        ProposalHit(
            ProposalSetId(rows[hit["rowid"]]["proposal_set"]),
            ProposalId(rows[hit["rowid"]]["id"]),
            rows[hit["rowid"]]["committee"],
            FinancialYear(rows[hit["rowid"]]["year"]),
            rows[hit["rowid"]]["version"],
            rows[hit["rowid"]]["reference"],
            rows[hit["rowid"]]["title"],
            " ".join(hit["snippet"].split()),
        )
        for hit in found
    )


_SELECT = """
select proposal.id, proposal.proposal_set, proposal.title, committee.name as committee,
    proposal_set.year, proposal_set.version,
    (select group_concat(value, ' ') from json_each(proposal.refs)) as reference,
    (select group_concat(value, ' ') from json_each(proposal.refs)) || char(10)
        || proposal.title || char(10) || proposal.narrative || char(10) || proposal.service
        || char(10) || proposal.heading || char(10) || proposal.department || char(10)
        || proposal.option_text as body
from proposal
join proposal_set on proposal_set.id = proposal.proposal_set
    and proposal_set.removed_at is null
join committee on committee.id = proposal_set.committee
where proposal.removed_at is null
order by proposal_set.year desc, proposal_set.rowid desc, proposal.place
"""

_FIND = """
select rowid, snippet(words, 0, '«', '»', '…', 24) as snippet from words
where words match :query order by bm25(words), rowid limit :limit
"""
