"""Budget proposals are kept as data, each figure with what its source prints and where."""

from __future__ import annotations

from sqlite_utils import Database


def m0006_budget_proposals(db: Database) -> None:
    """Budget proposals are kept as data, each figure with what its source prints and where."""
    db.executescript("""
create table proposal_set (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    year integer not null check (year between 1974 and 2999),
    years text not null check (json_valid(years)),
    version text not null,
    rounded_to integer not null check (rounded_to > 0),
    file_name text not null,
    sha256 text not null,
    totals text not null check (json_valid(totals)),
    removed_at text
) strict;
create index proposal_set_by_committee on proposal_set (committee, year);

create table proposal (
    id text primary key check (length(id) = 36),
    proposal_set text not null references proposal_set (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    refs text not null check (json_valid(refs)),
    title text not null,
    narrative text not null,
    service text not null,
    heading text not null,
    consultation text not null check (consultation <> ''),
    option_type text not null check (option_type <> ''),
    option_text text not null,
    department text not null,
    cumulative integer,
    cumulative_text text not null,
    cumulative_place text not null,
    fte text not null,
    fte_text text not null,
    fte_place text not null,
    wards text not null check (json_valid(wards)),
    client_groups text not null check (json_valid(client_groups)),
    details text not null check (json_valid(details)),
    source_place text not null,
    removed_at text
) strict;
create index proposal_by_set on proposal (proposal_set, place);

create table proposal_year (
    proposal text not null references proposal (id) deferrable initially deferred,
    year integer not null,
    pounds integer not null,
    text text not null,
    place text not null,
    removed_at text,
    primary key (proposal, year)
) strict;

create table budget_waiver (
    id text primary key check (length(id) = 36),
    proposal_set text not null references proposal_set (id) deferrable initially deferred,
    check_id text not null check (check_id <> ''),
    reference text not null,
    reason text not null check (reason <> ''),
    removed_at text
) strict;
create index budget_waiver_by_set on budget_waiver (proposal_set);
""")
