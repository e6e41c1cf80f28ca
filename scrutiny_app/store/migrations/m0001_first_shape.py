"""Councils, committees, meetings, agendas, papers and packs; the history of every change."""

from __future__ import annotations

from sqlite_utils import Database


def m0001_first_shape(db: Database) -> None:
    """Councils, committees, meetings, agendas, papers and packs; the history of every change."""
    db.executescript("""
create table council (
    id text primary key check (length(id) = 36),
    name text not null check (name <> ''),
    nation text not null check (nation <> ''),
    house_style text not null check (house_style <> ''),
    removed_at text
) strict;

create table council_closed_day (
    council text not null references council (id) deferrable initially deferred,
    day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    removed_at text,
    primary key (council, day)
) strict;

create table committee (
    id text primary key check (length(id) = 36),
    name text not null check (name <> ''),
    host text not null references council (id) deferrable initially deferred,
    valid_from text,
    valid_to text,
    quorum_minimum integer not null check (quorum_minimum >= 0),
    quorum_numerator integer not null check (quorum_numerator >= 0),
    quorum_denominator integer not null check (quorum_denominator > 0),
    removed_at text,
    check (valid_from is null or valid_to is null or valid_from <= valid_to)
) strict;
create index committee_by_host on committee (host);

create table committee_council (
    committee text not null references committee (id) deferrable initially deferred,
    council text not null references council (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    removed_at text,
    primary key (committee, council)
) strict;

create table committee_successor (
    committee text not null references committee (id) deferrable initially deferred,
    successor text not null references committee (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    removed_at text,
    primary key (committee, successor),
    check (committee <> successor)
) strict;

create table person (
    id text primary key check (length(id) = 36),
    name text not null check (name <> ''),
    title text not null,
    removed_at text
) strict;

create table membership (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    person text not null references person (id) deferrable initially deferred,
    seat text not null check (seat <> ''),
    role text not null check (role <> ''),
    voting text not null check (voting <> ''),
    place integer not null,
    valid_from text,
    valid_to text,
    removed_at text,
    check (valid_from is null or valid_to is null or valid_from <= valid_to)
) strict;
create index membership_by_committee on membership (committee);

create table meeting (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    held_on text not null check (held_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    starts_at text not null check (starts_at glob '[0-9][0-9]:[0-9][0-9]*'),
    place text not null,
    municipal_year text not null,
    signatory text not null,
    officer_name text not null,
    officer_role text not null,
    officer_telephone text not null,
    officer_email text not null,
    standing text not null check (standing <> ''),
    first_minute_number integer check (first_minute_number > 0),
    continued_as text references meeting (id) deferrable initially deferred,
    published_at text,
    convened_on text,
    short_notice_reason text not null,
    removed_at text
) strict;
create index meeting_by_day on meeting (held_on, starts_at);
create index meeting_by_committee on meeting (committee);

create table agenda_item (
    id text primary key check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    title text not null,
    kind text not null check (kind <> ''),
    purpose text not null,
    report_of text not null,
    added_on text,
    urgency_reason text not null,
    chair_agreed_on text,
    education integer not null check (education in (0, 1)),
    removed_at text
) strict;
create index agenda_item_by_meeting on agenda_item (meeting, place);

create table paper (
    id text primary key check (length(id) = 36),
    item text not null references agenda_item (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    title text not null,
    kind text not null check (kind <> ''),
    author text not null,
    access text not null check (access in ('public', 'exempt', 'confidential')),
    exempt_paragraphs text check (exempt_paragraphs is null or json_valid(exempt_paragraphs)),
    public_interest text,
    confidential_basis text not null,
    removed_at text,
    check ((exempt_paragraphs is null) = (public_interest is null))
) strict;
create index paper_by_item on paper (item, place);

create table paper_version (
    id text primary key check (length(id) = 36),
    paper text not null references paper (id) deferrable initially deferred,
    original_sha256 text not null
        check (length(original_sha256) = 64 and original_sha256 not glob '*[^0-9a-f]*'),
    normalised_sha256 text not null
        check (length(normalised_sha256) = 64 and normalised_sha256 not glob '*[^0-9a-f]*'),
    file_name text not null,
    engine text not null,
    filed_at text not null,
    pages integer not null check (pages >= 0),
    facts text not null check (json_valid(facts)),
    removed_at text
) strict;
create unique index paper_version_in_force on paper_version (paper) where removed_at is null;
create index paper_version_by_original on paper_version (original_sha256);
create index paper_version_by_normalised on paper_version (normalised_sha256);

create table step (
    number integer primary key,
    name text not null,
    who text not null,
    at text not null,
    kind text not null check (kind in ('done', 'undo', 'redo')),
    undoable integer not null check (undoable in (0, 1)),
    of_step integer references step (number),
    undone_by integer references step (number),
    check ((kind = 'done') = (of_step is null))
) strict;

create table current_step (
    number integer primary key
) strict;

create table change (
    place integer primary key,
    step integer not null references step (number),
    record text not null,
    key text not null,
    before text,
    after text
) strict;
create index change_by_step on change (step, place);
create index change_by_key on change (record, key);

create table pack (
    id text primary key check (length(id) = 36),
    meeting text not null,
    edition text not null check (edition <> ''),
    file_name text not null,
    pages integer not null check (pages >= 0),
    sha256 text not null check (length(sha256) = 64),
    papers text not null check (json_valid(papers)),
    built_at text not null,
    problems text not null check (json_valid(problems)),
    recorded_by text not null
) strict;
create index pack_by_meeting on pack (meeting, built_at);

create table backup (
    id text primary key check (length(id) = 36),
    file text not null,
    made_at text not null,
    made_by text not null,
    papers text not null check (json_valid(papers))
) strict;

create table purged_paper (
    sha256 text primary key check (length(sha256) = 64),
    purged_at text not null,
    purged_by text not null,
    reason text not null check (reason <> '')
) strict;
""")
