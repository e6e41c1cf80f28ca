"""Work programmes, the executive's forward plan, and what committees asked to receive."""

from __future__ import annotations

from sqlite_utils import Database


def m0008_work_programmes(db: Database) -> None:
    """Work programmes, the executive's forward plan, and what committees asked to receive."""
    db.executescript("""
create table programme (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    municipal_year text not null check (municipal_year <> ''),
    capacity integer not null default 2 check (capacity >= 1),
    footnotes text not null default '[]' check (json_valid(footnotes)),
    removed_at text,
    unique (committee, municipal_year)
) strict;
create table programme_day (
    programme text not null references programme (id) deferrable initially deferred,
    day text not null check (day like '____-__-__'),
    removed_at text,
    primary key (programme, day)
) strict;
create table programme_item (
    id text primary key check (length(id) = 36),
    programme text not null references programme (id) deferrable initially deferred,
    place integer not null,
    title text not null check (title <> ''),
    purpose text not null default '',
    sub_points text not null default '[]' check (json_valid(sub_points)),
    kind text not null,
    method text not null,
    stage text not null,
    day text check (day like '____-__-__'),
    window text not null default '',
    wanted_by text check (wanted_by like '____-__-__'),
    recurs_in integer check (recurs_in between 1 and 12),
    suggested_on text check (suggested_on like '____-__-__'),
    suggester text not null,
    asked_for_in text not null default '',
    lead_officer text not null default '',
    portfolio_holder text not null default '',
    invitees text not null default '[]' check (json_valid(invitees)),
    footnote text not null default '',
    remit_note text not null default '',
    referred_to text not null default '',
    agenda_item text references agenda_item (id) deferrable initially deferred,
    removed_at text
) strict;
create index programme_item_by_programme on programme_item (programme, place);
create index programme_item_by_agenda_item on programme_item (agenda_item);
create table programme_change (
    item text not null references programme_item (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    changed_on text not null check (changed_on like '____-__-__'),
    stage_before text not null,
    stage_after text not null,
    day_before text check (day_before like '____-__-__'),
    day_after text check (day_after like '____-__-__'),
    reason text not null default '',
    removed_at text,
    primary key (item, place)
) strict;
create table programme_assessment (
    item text not null references programme_item (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    method text not null,
    assessed_on text not null check (assessed_on like '____-__-__'),
    assessor text not null default '',
    answers text not null check (json_valid(answers)),
    scores text not null check (json_valid(scores)),
    rationale text not null check (json_valid(rationale)),
    outcome text not null,
    because text not null default '',
    decided text not null,
    total text,
    override_reason text not null default '',
    removed_at text,
    primary key (item, place)
) strict;
create table plan_entry (
    id text primary key check (length(id) = 36),
    council text not null references council (id) deferrable initially deferred,
    reference text not null default '',
    title text not null check (title <> ''),
    decision_maker text not null default '',
    decision_on text check (decision_on like '____-__-__'),
    period text not null default '',
    key_decision integer not null default 0 check (key_decision in (0, 1)),
    private integer not null default 0 check (private in (0, 1)),
    notice_on text check (notice_on like '____-__-__'),
    portfolio_holder text not null default '',
    lead_officer text not null default '',
    documents text not null default '[]' check (json_valid(documents)),
    committee text references committee (id) deferrable initially deferred,
    item text references programme_item (id) deferrable initially deferred,
    removed_at text
) strict;
create index plan_entry_by_day on plan_entry (council, decision_on);
create table return_request (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    text text not null check (text <> ''),
    asked_on text not null check (asked_on like '____-__-__'),
    asked_in text not null default '',
    kind text not null,
    meeting text references meeting (id) deferrable initially deferred,
    owner text not null default '',
    due_by text check (due_by like '____-__-__'),
    item text references programme_item (id) deferrable initially deferred,
    returned_on text check (returned_on like '____-__-__'),
    returned_as text not null default '',
    removed_at text
) strict;
create index return_request_by_committee on return_request (committee, asked_on);
""")
