BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'scrutiny_app','m0001_first_shape','2026-11-25 08:23:45.887997+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'scrutiny_app','m0002_issues','2026-11-25 08:23:45.911836+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'scrutiny_app','m0003_reports','2026-11-25 08:23:45.933777+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'scrutiny_app','m0004_not_for_publication','2026-11-25 08:23:45.946386+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'scrutiny_app','m0005_withheld_papers_last','2026-11-25 08:23:45.957832+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'scrutiny_app','m0006_budget_proposals','2026-11-25 08:23:45.986284+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'scrutiny_app','m0007_standing_items','2026-11-25 08:23:46.010503+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'scrutiny_app','m0008_work_programmes','2026-11-25 08:23:46.054223+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'scrutiny_app','m0009_noted_minutes','2026-11-25 08:23:46.077559+00:00');
CREATE TABLE agenda_item (
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
, public_title text not null default '') strict;
INSERT INTO "agenda_item" VALUES('00000000-0000-4000-8000-000000000016','00000000-0000-4000-8000-000000000015',0,'Apologies for absence','apologies','','',NULL,'',NULL,0,NULL,'');
INSERT INTO "agenda_item" VALUES('00000000-0000-4000-8000-000000000017','00000000-0000-4000-8000-000000000015',1,'Progress report','business','','',NULL,'',NULL,0,NULL,'');
INSERT INTO "agenda_item" VALUES('00000000-0000-4000-8000-000000000018','00000000-0000-4000-8000-000000000015',2,'Further item 1','business','','',NULL,'',NULL,0,NULL,'');
INSERT INTO "agenda_item" VALUES('00000000-0000-4000-8000-000000000019','00000000-0000-4000-8000-000000000015',3,'Further item 2','business','','',NULL,'',NULL,0,NULL,'');
CREATE TABLE backup (
    id text primary key check (length(id) = 36),
    file text not null,
    made_at text not null,
    made_by text not null,
    papers text not null check (json_valid(papers))
) strict;
CREATE TABLE budget_waiver (
    id text primary key check (length(id) = 36),
    proposal_set text not null references proposal_set (id) deferrable initially deferred,
    check_id text not null check (check_id <> ''),
    reference text not null,
    reason text not null check (reason <> ''),
    removed_at text
) strict;
CREATE TABLE change (
    place integer primary key,
    step integer not null references step (number),
    record text not null,
    key text not null,
    before text,
    after text
) strict;
INSERT INTO "change" VALUES(1,1,'council','00000000-0000-4000-8000-000000000005',NULL,'{"id":"00000000-0000-4000-8000-000000000005","name":"Kelsham City Council","nation":"england","house_style":"neutral","removed_at":null}');
INSERT INTO "change" VALUES(2,1,'committee','00000000-0000-4000-8000-000000000006',NULL,'{"id":"00000000-0000-4000-8000-000000000006","name":"Children and Young People Scrutiny Committee","host":"00000000-0000-4000-8000-000000000005","valid_from":null,"valid_to":null,"quorum_minimum":3,"quorum_numerator":1,"quorum_denominator":4,"removed_at":null,"extra_notice":0}');
INSERT INTO "change" VALUES(3,1,'meeting','00000000-0000-4000-8000-000000000015',NULL,'{"id":"00000000-0000-4000-8000-000000000015","committee":"00000000-0000-4000-8000-000000000006","held_on":"2027-01-21","starts_at":"10:00:00","place":"Committee Room 1, Town Hall","municipal_year":"2026/27","signatory":"Director of Law","officer_name":"Jo Field","officer_role":"Scrutiny Officer","officer_telephone":"01632 960101","officer_email":"jo@kelsham.example","standing":"planned","first_minute_number":31,"continued_as":null,"published_at":null,"convened_on":null,"short_notice_reason":"","removed_at":null,"withheld_papers":""}');
INSERT INTO "change" VALUES(4,1,'person','00000000-0000-4000-8000-000000000007',NULL,'{"id":"00000000-0000-4000-8000-000000000007","name":"Priya Naylor","title":"Councillor","removed_at":null}');
INSERT INTO "change" VALUES(5,1,'membership','00000000-0000-4000-8000-000000000008',NULL,'{"id":"00000000-0000-4000-8000-000000000008","committee":"00000000-0000-4000-8000-000000000006","person":"00000000-0000-4000-8000-000000000007","seat":"councillor","role":"member","voting":"all","place":0,"valid_from":null,"valid_to":null,"removed_at":null}');
INSERT INTO "change" VALUES(6,1,'person','00000000-0000-4000-8000-000000000009',NULL,'{"id":"00000000-0000-4000-8000-000000000009","name":"Tom Ashdown","title":"Councillor","removed_at":null}');
INSERT INTO "change" VALUES(7,1,'membership','00000000-0000-4000-8000-000000000010',NULL,'{"id":"00000000-0000-4000-8000-000000000010","committee":"00000000-0000-4000-8000-000000000006","person":"00000000-0000-4000-8000-000000000009","seat":"councillor","role":"member","voting":"all","place":1,"valid_from":null,"valid_to":null,"removed_at":null}');
INSERT INTO "change" VALUES(8,1,'person','00000000-0000-4000-8000-000000000011',NULL,'{"id":"00000000-0000-4000-8000-000000000011","name":"Wren Okafor","title":"Councillor","removed_at":null}');
INSERT INTO "change" VALUES(9,1,'membership','00000000-0000-4000-8000-000000000012',NULL,'{"id":"00000000-0000-4000-8000-000000000012","committee":"00000000-0000-4000-8000-000000000006","person":"00000000-0000-4000-8000-000000000011","seat":"councillor","role":"member","voting":"all","place":2,"valid_from":null,"valid_to":null,"removed_at":null}');
INSERT INTO "change" VALUES(10,1,'person','00000000-0000-4000-8000-000000000013',NULL,'{"id":"00000000-0000-4000-8000-000000000013","name":"Liz Carrow","title":"Councillor","removed_at":null}');
INSERT INTO "change" VALUES(11,1,'membership','00000000-0000-4000-8000-000000000014',NULL,'{"id":"00000000-0000-4000-8000-000000000014","committee":"00000000-0000-4000-8000-000000000006","person":"00000000-0000-4000-8000-000000000013","seat":"councillor","role":"member","voting":"all","place":3,"valid_from":null,"valid_to":null,"removed_at":null}');
INSERT INTO "change" VALUES(12,1,'agenda_item','00000000-0000-4000-8000-000000000016',NULL,'{"id":"00000000-0000-4000-8000-000000000016","meeting":"00000000-0000-4000-8000-000000000015","place":0,"title":"Apologies for absence","kind":"apologies","purpose":"","report_of":"","added_on":null,"urgency_reason":"","chair_agreed_on":null,"education":0,"removed_at":null,"public_title":""}');
INSERT INTO "change" VALUES(13,1,'agenda_item','00000000-0000-4000-8000-000000000017',NULL,'{"id":"00000000-0000-4000-8000-000000000017","meeting":"00000000-0000-4000-8000-000000000015","place":1,"title":"Progress report","kind":"business","purpose":"","report_of":"","added_on":null,"urgency_reason":"","chair_agreed_on":null,"education":0,"removed_at":null,"public_title":""}');
INSERT INTO "change" VALUES(14,1,'paper','00000000-0000-4000-8000-000000000001',NULL,'{"id":"00000000-0000-4000-8000-000000000001","item":"00000000-0000-4000-8000-000000000017","place":0,"title":"Budget monitoring","kind":"report","author":"","access":"public","exempt_paragraphs":null,"public_interest":null,"confidential_basis":"","removed_at":null,"review_on":null,"made_public_by":"","draft":0}');
INSERT INTO "change" VALUES(15,1,'paper_version','02e4d497-560e-4894-ab9a-0c816b0c58f5',NULL,'{"id":"02e4d497-560e-4894-ab9a-0c816b0c58f5","paper":"00000000-0000-4000-8000-000000000001","original_sha256":"e79acd97ac88086665d85a762f43d533a45195b6bac5961a993e6ed362471439","normalised_sha256":"5ae60bf61cd1b6c27edbaf2f8d66c4fb45bf009082d4496b86ae44a000660911","file_name":"paper.pdf","engine":"intake-test","filed_at":"2027-01-05T09:00:00.000000+00:00","pages":2,"facts":"{\"pages\":[[595.28,841.89,0,60.0,60.0,true],[595.28,841.89,0,60.0,60.0,true]],\"text_layer\":\"text\",\"tagged\":false,\"language\":\"\",\"title\":\"\",\"fonts_missing\":[],\"hidden_layers\":false,\"unapplied_redactions\":[],\"bookmarks\":[],\"removed\":[],\"repaired\":false,\"warnings\":[],\"accessible\":false,\"barriers\":[],\"converter\":\"\",\"marked_up\":false,\"attachment\":false}","removed_at":null}');
INSERT INTO "change" VALUES(16,1,'paper','00000000-0000-4000-8000-000000000003',NULL,'{"id":"00000000-0000-4000-8000-000000000003","item":"00000000-0000-4000-8000-000000000017","place":1,"title":"Staffing","kind":"report","author":"","access":"exempt","exempt_paragraphs":"[3]","public_interest":"disclosure would weaken the council in negotiation","confidential_basis":"","removed_at":null,"review_on":null,"made_public_by":"","draft":0}');
INSERT INTO "change" VALUES(17,1,'paper_version','13941315-6ea8-4985-8bbb-9a38e669e923',NULL,'{"id":"13941315-6ea8-4985-8bbb-9a38e669e923","paper":"00000000-0000-4000-8000-000000000003","original_sha256":"008bf60b9309e6141ae7eb98acb2a35d7b6c84c27d3973561d60b32b070f95c8","normalised_sha256":"1da914f849986663c2eb5b1a27fd878a0895a1ae28d6209743e80007cdf9e560","file_name":"paper.pdf","engine":"intake-test","filed_at":"2027-01-05T09:00:00.000000+00:00","pages":2,"facts":"{\"pages\":[[595.28,841.89,0,60.0,60.0,true],[595.28,841.89,0,60.0,60.0,true]],\"text_layer\":\"text\",\"tagged\":false,\"language\":\"\",\"title\":\"\",\"fonts_missing\":[],\"hidden_layers\":false,\"unapplied_redactions\":[],\"bookmarks\":[],\"removed\":[],\"repaired\":false,\"warnings\":[],\"accessible\":false,\"barriers\":[],\"converter\":\"\",\"marked_up\":false,\"attachment\":false}","removed_at":null}');
INSERT INTO "change" VALUES(18,1,'agenda_item','00000000-0000-4000-8000-000000000018',NULL,'{"id":"00000000-0000-4000-8000-000000000018","meeting":"00000000-0000-4000-8000-000000000015","place":2,"title":"Further item 1","kind":"business","purpose":"","report_of":"","added_on":null,"urgency_reason":"","chair_agreed_on":null,"education":0,"removed_at":null,"public_title":""}');
INSERT INTO "change" VALUES(19,1,'agenda_item','00000000-0000-4000-8000-000000000019',NULL,'{"id":"00000000-0000-4000-8000-000000000019","meeting":"00000000-0000-4000-8000-000000000015","place":3,"title":"Further item 2","kind":"business","purpose":"","report_of":"","added_on":null,"urgency_reason":"","chair_agreed_on":null,"education":0,"removed_at":null,"public_title":""}');
CREATE TABLE committee (
    id text primary key check (length(id) = 36),
    name text not null check (name <> ''),
    host text not null references council (id) deferrable initially deferred,
    valid_from text,
    valid_to text,
    quorum_minimum integer not null check (quorum_minimum >= 0),
    quorum_numerator integer not null check (quorum_numerator >= 0),
    quorum_denominator integer not null check (quorum_denominator > 0),
    removed_at text, extra_notice integer not null default 0 check (extra_notice >= 0),
    check (valid_from is null or valid_to is null or valid_from <= valid_to)
) strict;
INSERT INTO "committee" VALUES('00000000-0000-4000-8000-000000000006','Children and Young People Scrutiny Committee','00000000-0000-4000-8000-000000000005',NULL,NULL,3,1,4,NULL,0);
CREATE TABLE committee_council (
    committee text not null references committee (id) deferrable initially deferred,
    council text not null references council (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    removed_at text,
    primary key (committee, council)
) strict;
CREATE TABLE committee_successor (
    committee text not null references committee (id) deferrable initially deferred,
    successor text not null references committee (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    removed_at text,
    primary key (committee, successor),
    check (committee <> successor)
) strict;
CREATE TABLE council (
    id text primary key check (length(id) = 36),
    name text not null check (name <> ''),
    nation text not null check (nation <> ''),
    house_style text not null check (house_style <> ''),
    removed_at text
) strict;
INSERT INTO "council" VALUES('00000000-0000-4000-8000-000000000005','Kelsham City Council','england','neutral',NULL);
CREATE TABLE council_closed_day (
    council text not null references council (id) deferrable initially deferred,
    day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    removed_at text,
    primary key (council, day)
) strict;
CREATE TABLE current_step (
    number integer primary key
) strict;
CREATE TABLE deadline (
    committee text not null references committee (id) deferrable initially deferred,
    kind text not null,
    working_days integer not null check (working_days >= 0),
    removed_at text,
    primary key (committee, kind)
) strict
;
CREATE TABLE issue (
    id text primary key check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    number integer not null check (number > 0),
    published_at text not null,
    clear_days integer not null check (clear_days >= 0),
    needed integer not null check (needed >= 0),
    latest_day text not null,
    urgency text not null,
    chair_agreed_on text,
    short_notice text not null,
    held_on text not null,
    starts_at text not null,
    place text not null,
    last_page integer not null check (last_page > 0),
    holds text not null check (json_valid(holds)),
    unique (meeting, number)
) strict;
CREATE TABLE meeting (
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
, withheld_papers text not null default '' check (withheld_papers in ('', 'last', 'as listed'))) strict;
INSERT INTO "meeting" VALUES('00000000-0000-4000-8000-000000000015','00000000-0000-4000-8000-000000000006','2027-01-21','10:00:00','Committee Room 1, Town Hall','2026/27','Director of Law','Jo Field','Scrutiny Officer','01632 960101','jo@kelsham.example','planned',31,NULL,NULL,NULL,'',NULL,'');
CREATE TABLE membership (
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
INSERT INTO "membership" VALUES('00000000-0000-4000-8000-000000000008','00000000-0000-4000-8000-000000000006','00000000-0000-4000-8000-000000000007','councillor','member','all',0,NULL,NULL,NULL);
INSERT INTO "membership" VALUES('00000000-0000-4000-8000-000000000010','00000000-0000-4000-8000-000000000006','00000000-0000-4000-8000-000000000009','councillor','member','all',1,NULL,NULL,NULL);
INSERT INTO "membership" VALUES('00000000-0000-4000-8000-000000000012','00000000-0000-4000-8000-000000000006','00000000-0000-4000-8000-000000000011','councillor','member','all',2,NULL,NULL,NULL);
INSERT INTO "membership" VALUES('00000000-0000-4000-8000-000000000014','00000000-0000-4000-8000-000000000006','00000000-0000-4000-8000-000000000013','councillor','member','all',3,NULL,NULL,NULL);
CREATE TABLE noted_attendance (
    meeting text not null references meeting (id) deferrable initially deferred,
    membership text not null references membership (id) deferrable initially deferred,
    attendance text not null,
    substitute text references person (id) deferrable initially deferred,
    reason text not null,
    publish_reason integer not null check (publish_reason in (0, 1)),
    remote integer not null check (remote in (0, 1)),
    arrived text,
    gone text,
    removed_at text,
    primary key (meeting, membership)
) strict
;
CREATE TABLE noted_attendee (
    id text primary key check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    name text not null check (name <> ''),
    title text not null,
    role text not null,
    removed_at text
) strict
;
CREATE TABLE noted_meeting (
    meeting text primary key references meeting (id) deferrable initially deferred,
    presiding text not null,
    started_at text,
    ended_at text,
    approved_on text,
    signed_by text not null,
    removed_at text
) strict
;
CREATE TABLE noted_minute (
    meeting text not null references meeting (id) deferrable initially deferred,
    item text not null references agenda_item (id) deferrable initially deferred,
    text text not null,
    highlighted text not null check (json_valid(highlighted)),
    raised text not null check (json_valid(raised)),
    resolutions text not null check (json_valid(resolutions)),
    adjournments text not null check (json_valid(adjournments)),
    interests text not null check (json_valid(interests)),
    votes text not null check (json_valid(votes)),
    closing text not null,
    letters_run_on integer not null check (letters_run_on in (0, 1)),
    withheld integer not null check (withheld in (0, 1)),
    removed_at text,
    primary key (meeting, item)
) strict
;
CREATE TABLE pack (
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
CREATE TABLE paper (
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
    removed_at text, review_on text, made_public_by text not null default '', draft integer not null default 0 check (draft in (0, 1)),
    check ((exempt_paragraphs is null) = (public_interest is null))
) strict;
INSERT INTO "paper" VALUES('00000000-0000-4000-8000-000000000001','00000000-0000-4000-8000-000000000017',0,'Budget monitoring','report','','public',NULL,NULL,'',NULL,NULL,'',0);
INSERT INTO "paper" VALUES('00000000-0000-4000-8000-000000000003','00000000-0000-4000-8000-000000000017',1,'Staffing','report','','exempt','[3]','disclosure would weaken the council in negotiation','',NULL,NULL,'',0);
CREATE TABLE paper_version (
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
INSERT INTO "paper_version" VALUES('02e4d497-560e-4894-ab9a-0c816b0c58f5','00000000-0000-4000-8000-000000000001','e79acd97ac88086665d85a762f43d533a45195b6bac5961a993e6ed362471439','5ae60bf61cd1b6c27edbaf2f8d66c4fb45bf009082d4496b86ae44a000660911','paper.pdf','intake-test','2027-01-05T09:00:00.000000+00:00',2,'{"pages":[[595.28,841.89,0,60.0,60.0,true],[595.28,841.89,0,60.0,60.0,true]],"text_layer":"text","tagged":false,"language":"","title":"","fonts_missing":[],"hidden_layers":false,"unapplied_redactions":[],"bookmarks":[],"removed":[],"repaired":false,"warnings":[],"accessible":false,"barriers":[],"converter":"","marked_up":false,"attachment":false}',NULL);
INSERT INTO "paper_version" VALUES('13941315-6ea8-4985-8bbb-9a38e669e923','00000000-0000-4000-8000-000000000003','008bf60b9309e6141ae7eb98acb2a35d7b6c84c27d3973561d60b32b070f95c8','1da914f849986663c2eb5b1a27fd878a0895a1ae28d6209743e80007cdf9e560','paper.pdf','intake-test','2027-01-05T09:00:00.000000+00:00',2,'{"pages":[[595.28,841.89,0,60.0,60.0,true],[595.28,841.89,0,60.0,60.0,true]],"text_layer":"text","tagged":false,"language":"","title":"","fonts_missing":[],"hidden_layers":false,"unapplied_redactions":[],"bookmarks":[],"removed":[],"repaired":false,"warnings":[],"accessible":false,"barriers":[],"converter":"","marked_up":false,"attachment":false}',NULL);
CREATE TABLE person (
    id text primary key check (length(id) = 36),
    name text not null check (name <> ''),
    title text not null,
    removed_at text
) strict;
INSERT INTO "person" VALUES('00000000-0000-4000-8000-000000000007','Priya Naylor','Councillor',NULL);
INSERT INTO "person" VALUES('00000000-0000-4000-8000-000000000009','Tom Ashdown','Councillor',NULL);
INSERT INTO "person" VALUES('00000000-0000-4000-8000-000000000011','Wren Okafor','Councillor',NULL);
INSERT INTO "person" VALUES('00000000-0000-4000-8000-000000000013','Liz Carrow','Councillor',NULL);
CREATE TABLE plan_entry (
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
CREATE TABLE programme (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    municipal_year text not null check (municipal_year <> ''),
    capacity integer not null default 2 check (capacity >= 1),
    footnotes text not null default '[]' check (json_valid(footnotes)),
    removed_at text,
    unique (committee, municipal_year)
) strict;
CREATE TABLE programme_assessment (
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
CREATE TABLE programme_change (
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
CREATE TABLE programme_day (
    programme text not null references programme (id) deferrable initially deferred,
    day text not null check (day like '____-__-__'),
    removed_at text,
    primary key (programme, day)
) strict;
CREATE TABLE programme_item (
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
CREATE TABLE proposal (
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
CREATE TABLE proposal_set (
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
CREATE TABLE proposal_year (
    proposal text not null references proposal (id) deferrable initially deferred,
    year integer not null,
    pounds integer not null,
    text text not null,
    place text not null,
    removed_at text,
    primary key (proposal, year)
) strict;
CREATE TABLE purged_paper (
    sha256 text primary key check (length(sha256) = 64),
    purged_at text not null,
    purged_by text not null,
    reason text not null check (reason <> '')
) strict;
CREATE TABLE report (
    id text primary key check (length(id) = 36),
    kind text not null check (kind <> ''),
    title text not null,
    meeting text references meeting (id) deferrable initially deferred,
    item text references agenda_item (id) deferrable initially deferred,
    holds text not null check (json_valid(holds)),
    removed_at text
) strict;
CREATE TABLE return_request (
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
CREATE TABLE standing_item (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    stands text not null check (stands in ('opening', 'closing')),
    title text not null check (title <> ''),
    kind text not null,
    purpose text not null,
    removed_at text
) strict
;
CREATE TABLE step (
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
INSERT INTO "step" VALUES(1,'Load the meeting','Jo Field','2027-01-05T09:00:00.000000+00:00','done',1,NULL,NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX committee_by_host on committee (host);
CREATE INDEX membership_by_committee on membership (committee);
CREATE INDEX meeting_by_day on meeting (held_on, starts_at);
CREATE INDEX meeting_by_committee on meeting (committee);
CREATE INDEX agenda_item_by_meeting on agenda_item (meeting, place);
CREATE INDEX paper_by_item on paper (item, place);
CREATE UNIQUE INDEX paper_version_in_force on paper_version (paper) where removed_at is null;
CREATE INDEX paper_version_by_original on paper_version (original_sha256);
CREATE INDEX paper_version_by_normalised on paper_version (normalised_sha256);
CREATE INDEX change_by_step on change (step, place);
CREATE INDEX change_by_key on change (record, key);
CREATE INDEX pack_by_meeting on pack (meeting, built_at);
CREATE TRIGGER issue_stands before update on issue begin
    select raise(abort, 'an issue never changes');
end;
CREATE TRIGGER issue_stays before delete on issue begin
    select raise(abort, 'an issue never goes');
end;
CREATE INDEX report_by_meeting on report (meeting);
CREATE INDEX proposal_set_by_committee on proposal_set (committee, year);
CREATE INDEX proposal_by_set on proposal (proposal_set, place);
CREATE INDEX budget_waiver_by_set on budget_waiver (proposal_set);
CREATE INDEX standing_item_by_committee on standing_item (committee);
CREATE INDEX programme_item_by_programme on programme_item (programme, place);
CREATE INDEX programme_item_by_agenda_item on programme_item (agenda_item);
CREATE INDEX plan_entry_by_day on plan_entry (council, decision_on);
CREATE INDEX return_request_by_committee on return_request (committee, asked_on);
CREATE INDEX noted_attendee_by_meeting on noted_attendee (meeting);
CREATE TRIGGER insert_of_council after insert on council begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'council', new.id, null, json_object('id', new.id, 'name', new.name, 'nation', new.nation, 'house_style', new.house_style, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_council after update on council begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'council', new.id, json_object('id', old.id, 'name', old.name, 'nation', old.nation, 'house_style', old.house_style, 'removed_at', old.removed_at), json_object('id', new.id, 'name', new.name, 'nation', new.nation, 'house_style', new.house_style, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_council after delete on council begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'council', old.id, json_object('id', old.id, 'name', old.name, 'nation', old.nation, 'house_style', old.house_style, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_council_closed_day after insert on council_closed_day begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'council_closed_day', new.council || '/' || new.day, null, json_object('council', new.council, 'day', new.day, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_council_closed_day after update on council_closed_day begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'council_closed_day', new.council || '/' || new.day, json_object('council', old.council, 'day', old.day, 'removed_at', old.removed_at), json_object('council', new.council, 'day', new.day, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_council_closed_day after delete on council_closed_day begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'council_closed_day', old.council || '/' || old.day, json_object('council', old.council, 'day', old.day, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_committee after insert on committee begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee', new.id, null, json_object('id', new.id, 'name', new.name, 'host', new.host, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'quorum_minimum', new.quorum_minimum, 'quorum_numerator', new.quorum_numerator, 'quorum_denominator', new.quorum_denominator, 'removed_at', new.removed_at, 'extra_notice', new.extra_notice));
end;
CREATE TRIGGER update_of_committee after update on committee begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee', new.id, json_object('id', old.id, 'name', old.name, 'host', old.host, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'quorum_minimum', old.quorum_minimum, 'quorum_numerator', old.quorum_numerator, 'quorum_denominator', old.quorum_denominator, 'removed_at', old.removed_at, 'extra_notice', old.extra_notice), json_object('id', new.id, 'name', new.name, 'host', new.host, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'quorum_minimum', new.quorum_minimum, 'quorum_numerator', new.quorum_numerator, 'quorum_denominator', new.quorum_denominator, 'removed_at', new.removed_at, 'extra_notice', new.extra_notice));
end;
CREATE TRIGGER delete_of_committee after delete on committee begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee', old.id, json_object('id', old.id, 'name', old.name, 'host', old.host, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'quorum_minimum', old.quorum_minimum, 'quorum_numerator', old.quorum_numerator, 'quorum_denominator', old.quorum_denominator, 'removed_at', old.removed_at, 'extra_notice', old.extra_notice), null);
end;
CREATE TRIGGER insert_of_committee_council after insert on committee_council begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee_council', new.committee || '/' || new.council, null, json_object('committee', new.committee, 'council', new.council, 'place', new.place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_committee_council after update on committee_council begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee_council', new.committee || '/' || new.council, json_object('committee', old.committee, 'council', old.council, 'place', old.place, 'removed_at', old.removed_at), json_object('committee', new.committee, 'council', new.council, 'place', new.place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_committee_council after delete on committee_council begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee_council', old.committee || '/' || old.council, json_object('committee', old.committee, 'council', old.council, 'place', old.place, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_committee_successor after insert on committee_successor begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee_successor', new.committee || '/' || new.successor, null, json_object('committee', new.committee, 'successor', new.successor, 'place', new.place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_committee_successor after update on committee_successor begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee_successor', new.committee || '/' || new.successor, json_object('committee', old.committee, 'successor', old.successor, 'place', old.place, 'removed_at', old.removed_at), json_object('committee', new.committee, 'successor', new.successor, 'place', new.place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_committee_successor after delete on committee_successor begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'committee_successor', old.committee || '/' || old.successor, json_object('committee', old.committee, 'successor', old.successor, 'place', old.place, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_person after insert on person begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'person', new.id, null, json_object('id', new.id, 'name', new.name, 'title', new.title, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_person after update on person begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'person', new.id, json_object('id', old.id, 'name', old.name, 'title', old.title, 'removed_at', old.removed_at), json_object('id', new.id, 'name', new.name, 'title', new.title, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_person after delete on person begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'person', old.id, json_object('id', old.id, 'name', old.name, 'title', old.title, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_membership after insert on membership begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'membership', new.id, null, json_object('id', new.id, 'committee', new.committee, 'person', new.person, 'seat', new.seat, 'role', new.role, 'voting', new.voting, 'place', new.place, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_membership after update on membership begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'membership', new.id, json_object('id', old.id, 'committee', old.committee, 'person', old.person, 'seat', old.seat, 'role', old.role, 'voting', old.voting, 'place', old.place, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'removed_at', old.removed_at), json_object('id', new.id, 'committee', new.committee, 'person', new.person, 'seat', new.seat, 'role', new.role, 'voting', new.voting, 'place', new.place, 'valid_from', new.valid_from, 'valid_to', new.valid_to, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_membership after delete on membership begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'membership', old.id, json_object('id', old.id, 'committee', old.committee, 'person', old.person, 'seat', old.seat, 'role', old.role, 'voting', old.voting, 'place', old.place, 'valid_from', old.valid_from, 'valid_to', old.valid_to, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_meeting after insert on meeting begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'meeting', new.id, null, json_object('id', new.id, 'committee', new.committee, 'held_on', new.held_on, 'starts_at', new.starts_at, 'place', new.place, 'municipal_year', new.municipal_year, 'signatory', new.signatory, 'officer_name', new.officer_name, 'officer_role', new.officer_role, 'officer_telephone', new.officer_telephone, 'officer_email', new.officer_email, 'standing', new.standing, 'first_minute_number', new.first_minute_number, 'continued_as', new.continued_as, 'published_at', new.published_at, 'convened_on', new.convened_on, 'short_notice_reason', new.short_notice_reason, 'removed_at', new.removed_at, 'withheld_papers', new.withheld_papers));
end;
CREATE TRIGGER update_of_meeting after update on meeting begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'meeting', new.id, json_object('id', old.id, 'committee', old.committee, 'held_on', old.held_on, 'starts_at', old.starts_at, 'place', old.place, 'municipal_year', old.municipal_year, 'signatory', old.signatory, 'officer_name', old.officer_name, 'officer_role', old.officer_role, 'officer_telephone', old.officer_telephone, 'officer_email', old.officer_email, 'standing', old.standing, 'first_minute_number', old.first_minute_number, 'continued_as', old.continued_as, 'published_at', old.published_at, 'convened_on', old.convened_on, 'short_notice_reason', old.short_notice_reason, 'removed_at', old.removed_at, 'withheld_papers', old.withheld_papers), json_object('id', new.id, 'committee', new.committee, 'held_on', new.held_on, 'starts_at', new.starts_at, 'place', new.place, 'municipal_year', new.municipal_year, 'signatory', new.signatory, 'officer_name', new.officer_name, 'officer_role', new.officer_role, 'officer_telephone', new.officer_telephone, 'officer_email', new.officer_email, 'standing', new.standing, 'first_minute_number', new.first_minute_number, 'continued_as', new.continued_as, 'published_at', new.published_at, 'convened_on', new.convened_on, 'short_notice_reason', new.short_notice_reason, 'removed_at', new.removed_at, 'withheld_papers', new.withheld_papers));
end;
CREATE TRIGGER delete_of_meeting after delete on meeting begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'meeting', old.id, json_object('id', old.id, 'committee', old.committee, 'held_on', old.held_on, 'starts_at', old.starts_at, 'place', old.place, 'municipal_year', old.municipal_year, 'signatory', old.signatory, 'officer_name', old.officer_name, 'officer_role', old.officer_role, 'officer_telephone', old.officer_telephone, 'officer_email', old.officer_email, 'standing', old.standing, 'first_minute_number', old.first_minute_number, 'continued_as', old.continued_as, 'published_at', old.published_at, 'convened_on', old.convened_on, 'short_notice_reason', old.short_notice_reason, 'removed_at', old.removed_at, 'withheld_papers', old.withheld_papers), null);
end;
CREATE TRIGGER insert_of_agenda_item after insert on agenda_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'agenda_item', new.id, null, json_object('id', new.id, 'meeting', new.meeting, 'place', new.place, 'title', new.title, 'kind', new.kind, 'purpose', new.purpose, 'report_of', new.report_of, 'added_on', new.added_on, 'urgency_reason', new.urgency_reason, 'chair_agreed_on', new.chair_agreed_on, 'education', new.education, 'removed_at', new.removed_at, 'public_title', new.public_title));
end;
CREATE TRIGGER update_of_agenda_item after update on agenda_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'agenda_item', new.id, json_object('id', old.id, 'meeting', old.meeting, 'place', old.place, 'title', old.title, 'kind', old.kind, 'purpose', old.purpose, 'report_of', old.report_of, 'added_on', old.added_on, 'urgency_reason', old.urgency_reason, 'chair_agreed_on', old.chair_agreed_on, 'education', old.education, 'removed_at', old.removed_at, 'public_title', old.public_title), json_object('id', new.id, 'meeting', new.meeting, 'place', new.place, 'title', new.title, 'kind', new.kind, 'purpose', new.purpose, 'report_of', new.report_of, 'added_on', new.added_on, 'urgency_reason', new.urgency_reason, 'chair_agreed_on', new.chair_agreed_on, 'education', new.education, 'removed_at', new.removed_at, 'public_title', new.public_title));
end;
CREATE TRIGGER delete_of_agenda_item after delete on agenda_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'agenda_item', old.id, json_object('id', old.id, 'meeting', old.meeting, 'place', old.place, 'title', old.title, 'kind', old.kind, 'purpose', old.purpose, 'report_of', old.report_of, 'added_on', old.added_on, 'urgency_reason', old.urgency_reason, 'chair_agreed_on', old.chair_agreed_on, 'education', old.education, 'removed_at', old.removed_at, 'public_title', old.public_title), null);
end;
CREATE TRIGGER insert_of_paper after insert on paper begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'paper', new.id, null, json_object('id', new.id, 'item', new.item, 'place', new.place, 'title', new.title, 'kind', new.kind, 'author', new.author, 'access', new.access, 'exempt_paragraphs', new.exempt_paragraphs, 'public_interest', new.public_interest, 'confidential_basis', new.confidential_basis, 'removed_at', new.removed_at, 'review_on', new.review_on, 'made_public_by', new.made_public_by, 'draft', new.draft));
end;
CREATE TRIGGER update_of_paper after update on paper begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'paper', new.id, json_object('id', old.id, 'item', old.item, 'place', old.place, 'title', old.title, 'kind', old.kind, 'author', old.author, 'access', old.access, 'exempt_paragraphs', old.exempt_paragraphs, 'public_interest', old.public_interest, 'confidential_basis', old.confidential_basis, 'removed_at', old.removed_at, 'review_on', old.review_on, 'made_public_by', old.made_public_by, 'draft', old.draft), json_object('id', new.id, 'item', new.item, 'place', new.place, 'title', new.title, 'kind', new.kind, 'author', new.author, 'access', new.access, 'exempt_paragraphs', new.exempt_paragraphs, 'public_interest', new.public_interest, 'confidential_basis', new.confidential_basis, 'removed_at', new.removed_at, 'review_on', new.review_on, 'made_public_by', new.made_public_by, 'draft', new.draft));
end;
CREATE TRIGGER delete_of_paper after delete on paper begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'paper', old.id, json_object('id', old.id, 'item', old.item, 'place', old.place, 'title', old.title, 'kind', old.kind, 'author', old.author, 'access', old.access, 'exempt_paragraphs', old.exempt_paragraphs, 'public_interest', old.public_interest, 'confidential_basis', old.confidential_basis, 'removed_at', old.removed_at, 'review_on', old.review_on, 'made_public_by', old.made_public_by, 'draft', old.draft), null);
end;
CREATE TRIGGER insert_of_paper_version after insert on paper_version begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'paper_version', new.id, null, json_object('id', new.id, 'paper', new.paper, 'original_sha256', new.original_sha256, 'normalised_sha256', new.normalised_sha256, 'file_name', new.file_name, 'engine', new.engine, 'filed_at', new.filed_at, 'pages', new.pages, 'facts', new.facts, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_paper_version after update on paper_version begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'paper_version', new.id, json_object('id', old.id, 'paper', old.paper, 'original_sha256', old.original_sha256, 'normalised_sha256', old.normalised_sha256, 'file_name', old.file_name, 'engine', old.engine, 'filed_at', old.filed_at, 'pages', old.pages, 'facts', old.facts, 'removed_at', old.removed_at), json_object('id', new.id, 'paper', new.paper, 'original_sha256', new.original_sha256, 'normalised_sha256', new.normalised_sha256, 'file_name', new.file_name, 'engine', new.engine, 'filed_at', new.filed_at, 'pages', new.pages, 'facts', new.facts, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_paper_version after delete on paper_version begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'paper_version', old.id, json_object('id', old.id, 'paper', old.paper, 'original_sha256', old.original_sha256, 'normalised_sha256', old.normalised_sha256, 'file_name', old.file_name, 'engine', old.engine, 'filed_at', old.filed_at, 'pages', old.pages, 'facts', old.facts, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_issue after insert on issue begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'issue', new.id, null, json_object('id', new.id, 'meeting', new.meeting, 'number', new.number, 'published_at', new.published_at, 'clear_days', new.clear_days, 'needed', new.needed, 'latest_day', new.latest_day, 'urgency', new.urgency, 'chair_agreed_on', new.chair_agreed_on, 'short_notice', new.short_notice, 'held_on', new.held_on, 'starts_at', new.starts_at, 'place', new.place, 'last_page', new.last_page, 'holds', new.holds));
end;
CREATE TRIGGER update_of_issue after update on issue begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'issue', new.id, json_object('id', old.id, 'meeting', old.meeting, 'number', old.number, 'published_at', old.published_at, 'clear_days', old.clear_days, 'needed', old.needed, 'latest_day', old.latest_day, 'urgency', old.urgency, 'chair_agreed_on', old.chair_agreed_on, 'short_notice', old.short_notice, 'held_on', old.held_on, 'starts_at', old.starts_at, 'place', old.place, 'last_page', old.last_page, 'holds', old.holds), json_object('id', new.id, 'meeting', new.meeting, 'number', new.number, 'published_at', new.published_at, 'clear_days', new.clear_days, 'needed', new.needed, 'latest_day', new.latest_day, 'urgency', new.urgency, 'chair_agreed_on', new.chair_agreed_on, 'short_notice', new.short_notice, 'held_on', new.held_on, 'starts_at', new.starts_at, 'place', new.place, 'last_page', new.last_page, 'holds', new.holds));
end;
CREATE TRIGGER delete_of_issue after delete on issue begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'issue', old.id, json_object('id', old.id, 'meeting', old.meeting, 'number', old.number, 'published_at', old.published_at, 'clear_days', old.clear_days, 'needed', old.needed, 'latest_day', old.latest_day, 'urgency', old.urgency, 'chair_agreed_on', old.chair_agreed_on, 'short_notice', old.short_notice, 'held_on', old.held_on, 'starts_at', old.starts_at, 'place', old.place, 'last_page', old.last_page, 'holds', old.holds), null);
end;
CREATE TRIGGER insert_of_report after insert on report begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'report', new.id, null, json_object('id', new.id, 'kind', new.kind, 'title', new.title, 'meeting', new.meeting, 'item', new.item, 'holds', new.holds, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_report after update on report begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'report', new.id, json_object('id', old.id, 'kind', old.kind, 'title', old.title, 'meeting', old.meeting, 'item', old.item, 'holds', old.holds, 'removed_at', old.removed_at), json_object('id', new.id, 'kind', new.kind, 'title', new.title, 'meeting', new.meeting, 'item', new.item, 'holds', new.holds, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_report after delete on report begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'report', old.id, json_object('id', old.id, 'kind', old.kind, 'title', old.title, 'meeting', old.meeting, 'item', old.item, 'holds', old.holds, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_proposal_set after insert on proposal_set begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal_set', new.id, null, json_object('id', new.id, 'committee', new.committee, 'year', new.year, 'years', new.years, 'version', new.version, 'rounded_to', new.rounded_to, 'file_name', new.file_name, 'sha256', new.sha256, 'totals', new.totals, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_proposal_set after update on proposal_set begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal_set', new.id, json_object('id', old.id, 'committee', old.committee, 'year', old.year, 'years', old.years, 'version', old.version, 'rounded_to', old.rounded_to, 'file_name', old.file_name, 'sha256', old.sha256, 'totals', old.totals, 'removed_at', old.removed_at), json_object('id', new.id, 'committee', new.committee, 'year', new.year, 'years', new.years, 'version', new.version, 'rounded_to', new.rounded_to, 'file_name', new.file_name, 'sha256', new.sha256, 'totals', new.totals, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_proposal_set after delete on proposal_set begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal_set', old.id, json_object('id', old.id, 'committee', old.committee, 'year', old.year, 'years', old.years, 'version', old.version, 'rounded_to', old.rounded_to, 'file_name', old.file_name, 'sha256', old.sha256, 'totals', old.totals, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_proposal after insert on proposal begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal', new.id, null, json_object('id', new.id, 'proposal_set', new.proposal_set, 'place', new.place, 'refs', new.refs, 'title', new.title, 'narrative', new.narrative, 'service', new.service, 'heading', new.heading, 'consultation', new.consultation, 'option_type', new.option_type, 'option_text', new.option_text, 'department', new.department, 'cumulative', new.cumulative, 'cumulative_text', new.cumulative_text, 'cumulative_place', new.cumulative_place, 'fte', new.fte, 'fte_text', new.fte_text, 'fte_place', new.fte_place, 'wards', new.wards, 'client_groups', new.client_groups, 'details', new.details, 'source_place', new.source_place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_proposal after update on proposal begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal', new.id, json_object('id', old.id, 'proposal_set', old.proposal_set, 'place', old.place, 'refs', old.refs, 'title', old.title, 'narrative', old.narrative, 'service', old.service, 'heading', old.heading, 'consultation', old.consultation, 'option_type', old.option_type, 'option_text', old.option_text, 'department', old.department, 'cumulative', old.cumulative, 'cumulative_text', old.cumulative_text, 'cumulative_place', old.cumulative_place, 'fte', old.fte, 'fte_text', old.fte_text, 'fte_place', old.fte_place, 'wards', old.wards, 'client_groups', old.client_groups, 'details', old.details, 'source_place', old.source_place, 'removed_at', old.removed_at), json_object('id', new.id, 'proposal_set', new.proposal_set, 'place', new.place, 'refs', new.refs, 'title', new.title, 'narrative', new.narrative, 'service', new.service, 'heading', new.heading, 'consultation', new.consultation, 'option_type', new.option_type, 'option_text', new.option_text, 'department', new.department, 'cumulative', new.cumulative, 'cumulative_text', new.cumulative_text, 'cumulative_place', new.cumulative_place, 'fte', new.fte, 'fte_text', new.fte_text, 'fte_place', new.fte_place, 'wards', new.wards, 'client_groups', new.client_groups, 'details', new.details, 'source_place', new.source_place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_proposal after delete on proposal begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal', old.id, json_object('id', old.id, 'proposal_set', old.proposal_set, 'place', old.place, 'refs', old.refs, 'title', old.title, 'narrative', old.narrative, 'service', old.service, 'heading', old.heading, 'consultation', old.consultation, 'option_type', old.option_type, 'option_text', old.option_text, 'department', old.department, 'cumulative', old.cumulative, 'cumulative_text', old.cumulative_text, 'cumulative_place', old.cumulative_place, 'fte', old.fte, 'fte_text', old.fte_text, 'fte_place', old.fte_place, 'wards', old.wards, 'client_groups', old.client_groups, 'details', old.details, 'source_place', old.source_place, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_proposal_year after insert on proposal_year begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal_year', new.proposal || '/' || new.year, null, json_object('proposal', new.proposal, 'year', new.year, 'pounds', new.pounds, 'text', new.text, 'place', new.place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_proposal_year after update on proposal_year begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal_year', new.proposal || '/' || new.year, json_object('proposal', old.proposal, 'year', old.year, 'pounds', old.pounds, 'text', old.text, 'place', old.place, 'removed_at', old.removed_at), json_object('proposal', new.proposal, 'year', new.year, 'pounds', new.pounds, 'text', new.text, 'place', new.place, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_proposal_year after delete on proposal_year begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'proposal_year', old.proposal || '/' || old.year, json_object('proposal', old.proposal, 'year', old.year, 'pounds', old.pounds, 'text', old.text, 'place', old.place, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_budget_waiver after insert on budget_waiver begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'budget_waiver', new.id, null, json_object('id', new.id, 'proposal_set', new.proposal_set, 'check_id', new.check_id, 'reference', new.reference, 'reason', new.reason, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_budget_waiver after update on budget_waiver begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'budget_waiver', new.id, json_object('id', old.id, 'proposal_set', old.proposal_set, 'check_id', old.check_id, 'reference', old.reference, 'reason', old.reason, 'removed_at', old.removed_at), json_object('id', new.id, 'proposal_set', new.proposal_set, 'check_id', new.check_id, 'reference', new.reference, 'reason', new.reason, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_budget_waiver after delete on budget_waiver begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'budget_waiver', old.id, json_object('id', old.id, 'proposal_set', old.proposal_set, 'check_id', old.check_id, 'reference', old.reference, 'reason', old.reason, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_standing_item after insert on standing_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'standing_item', new.id, null, json_object('id', new.id, 'committee', new.committee, 'place', new.place, 'stands', new.stands, 'title', new.title, 'kind', new.kind, 'purpose', new.purpose, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_standing_item after update on standing_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'standing_item', new.id, json_object('id', old.id, 'committee', old.committee, 'place', old.place, 'stands', old.stands, 'title', old.title, 'kind', old.kind, 'purpose', old.purpose, 'removed_at', old.removed_at), json_object('id', new.id, 'committee', new.committee, 'place', new.place, 'stands', new.stands, 'title', new.title, 'kind', new.kind, 'purpose', new.purpose, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_standing_item after delete on standing_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'standing_item', old.id, json_object('id', old.id, 'committee', old.committee, 'place', old.place, 'stands', old.stands, 'title', old.title, 'kind', old.kind, 'purpose', old.purpose, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_deadline after insert on deadline begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'deadline', new.committee || '/' || new.kind, null, json_object('committee', new.committee, 'kind', new.kind, 'working_days', new.working_days, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_deadline after update on deadline begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'deadline', new.committee || '/' || new.kind, json_object('committee', old.committee, 'kind', old.kind, 'working_days', old.working_days, 'removed_at', old.removed_at), json_object('committee', new.committee, 'kind', new.kind, 'working_days', new.working_days, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_deadline after delete on deadline begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'deadline', old.committee || '/' || old.kind, json_object('committee', old.committee, 'kind', old.kind, 'working_days', old.working_days, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_programme after insert on programme begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme', new.id, null, json_object('id', new.id, 'committee', new.committee, 'municipal_year', new.municipal_year, 'capacity', new.capacity, 'footnotes', new.footnotes, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_programme after update on programme begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme', new.id, json_object('id', old.id, 'committee', old.committee, 'municipal_year', old.municipal_year, 'capacity', old.capacity, 'footnotes', old.footnotes, 'removed_at', old.removed_at), json_object('id', new.id, 'committee', new.committee, 'municipal_year', new.municipal_year, 'capacity', new.capacity, 'footnotes', new.footnotes, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_programme after delete on programme begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme', old.id, json_object('id', old.id, 'committee', old.committee, 'municipal_year', old.municipal_year, 'capacity', old.capacity, 'footnotes', old.footnotes, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_programme_day after insert on programme_day begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_day', new.programme || '/' || new.day, null, json_object('programme', new.programme, 'day', new.day, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_programme_day after update on programme_day begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_day', new.programme || '/' || new.day, json_object('programme', old.programme, 'day', old.day, 'removed_at', old.removed_at), json_object('programme', new.programme, 'day', new.day, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_programme_day after delete on programme_day begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_day', old.programme || '/' || old.day, json_object('programme', old.programme, 'day', old.day, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_programme_item after insert on programme_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_item', new.id, null, json_object('id', new.id, 'programme', new.programme, 'place', new.place, 'title', new.title, 'purpose', new.purpose, 'sub_points', new.sub_points, 'kind', new.kind, 'method', new.method, 'stage', new.stage, 'day', new.day, 'window', new.window, 'wanted_by', new.wanted_by, 'recurs_in', new.recurs_in, 'suggested_on', new.suggested_on, 'suggester', new.suggester, 'asked_for_in', new.asked_for_in, 'lead_officer', new.lead_officer, 'portfolio_holder', new.portfolio_holder, 'invitees', new.invitees, 'footnote', new.footnote, 'remit_note', new.remit_note, 'referred_to', new.referred_to, 'agenda_item', new.agenda_item, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_programme_item after update on programme_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_item', new.id, json_object('id', old.id, 'programme', old.programme, 'place', old.place, 'title', old.title, 'purpose', old.purpose, 'sub_points', old.sub_points, 'kind', old.kind, 'method', old.method, 'stage', old.stage, 'day', old.day, 'window', old.window, 'wanted_by', old.wanted_by, 'recurs_in', old.recurs_in, 'suggested_on', old.suggested_on, 'suggester', old.suggester, 'asked_for_in', old.asked_for_in, 'lead_officer', old.lead_officer, 'portfolio_holder', old.portfolio_holder, 'invitees', old.invitees, 'footnote', old.footnote, 'remit_note', old.remit_note, 'referred_to', old.referred_to, 'agenda_item', old.agenda_item, 'removed_at', old.removed_at), json_object('id', new.id, 'programme', new.programme, 'place', new.place, 'title', new.title, 'purpose', new.purpose, 'sub_points', new.sub_points, 'kind', new.kind, 'method', new.method, 'stage', new.stage, 'day', new.day, 'window', new.window, 'wanted_by', new.wanted_by, 'recurs_in', new.recurs_in, 'suggested_on', new.suggested_on, 'suggester', new.suggester, 'asked_for_in', new.asked_for_in, 'lead_officer', new.lead_officer, 'portfolio_holder', new.portfolio_holder, 'invitees', new.invitees, 'footnote', new.footnote, 'remit_note', new.remit_note, 'referred_to', new.referred_to, 'agenda_item', new.agenda_item, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_programme_item after delete on programme_item begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_item', old.id, json_object('id', old.id, 'programme', old.programme, 'place', old.place, 'title', old.title, 'purpose', old.purpose, 'sub_points', old.sub_points, 'kind', old.kind, 'method', old.method, 'stage', old.stage, 'day', old.day, 'window', old.window, 'wanted_by', old.wanted_by, 'recurs_in', old.recurs_in, 'suggested_on', old.suggested_on, 'suggester', old.suggester, 'asked_for_in', old.asked_for_in, 'lead_officer', old.lead_officer, 'portfolio_holder', old.portfolio_holder, 'invitees', old.invitees, 'footnote', old.footnote, 'remit_note', old.remit_note, 'referred_to', old.referred_to, 'agenda_item', old.agenda_item, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_programme_change after insert on programme_change begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_change', new.item || '/' || new.place, null, json_object('item', new.item, 'place', new.place, 'changed_on', new.changed_on, 'stage_before', new.stage_before, 'stage_after', new.stage_after, 'day_before', new.day_before, 'day_after', new.day_after, 'reason', new.reason, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_programme_change after update on programme_change begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_change', new.item || '/' || new.place, json_object('item', old.item, 'place', old.place, 'changed_on', old.changed_on, 'stage_before', old.stage_before, 'stage_after', old.stage_after, 'day_before', old.day_before, 'day_after', old.day_after, 'reason', old.reason, 'removed_at', old.removed_at), json_object('item', new.item, 'place', new.place, 'changed_on', new.changed_on, 'stage_before', new.stage_before, 'stage_after', new.stage_after, 'day_before', new.day_before, 'day_after', new.day_after, 'reason', new.reason, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_programme_change after delete on programme_change begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_change', old.item || '/' || old.place, json_object('item', old.item, 'place', old.place, 'changed_on', old.changed_on, 'stage_before', old.stage_before, 'stage_after', old.stage_after, 'day_before', old.day_before, 'day_after', old.day_after, 'reason', old.reason, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_programme_assessment after insert on programme_assessment begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_assessment', new.item || '/' || new.place, null, json_object('item', new.item, 'place', new.place, 'method', new.method, 'assessed_on', new.assessed_on, 'assessor', new.assessor, 'answers', new.answers, 'scores', new.scores, 'rationale', new.rationale, 'outcome', new.outcome, 'because', new.because, 'decided', new.decided, 'total', new.total, 'override_reason', new.override_reason, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_programme_assessment after update on programme_assessment begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_assessment', new.item || '/' || new.place, json_object('item', old.item, 'place', old.place, 'method', old.method, 'assessed_on', old.assessed_on, 'assessor', old.assessor, 'answers', old.answers, 'scores', old.scores, 'rationale', old.rationale, 'outcome', old.outcome, 'because', old.because, 'decided', old.decided, 'total', old.total, 'override_reason', old.override_reason, 'removed_at', old.removed_at), json_object('item', new.item, 'place', new.place, 'method', new.method, 'assessed_on', new.assessed_on, 'assessor', new.assessor, 'answers', new.answers, 'scores', new.scores, 'rationale', new.rationale, 'outcome', new.outcome, 'because', new.because, 'decided', new.decided, 'total', new.total, 'override_reason', new.override_reason, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_programme_assessment after delete on programme_assessment begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'programme_assessment', old.item || '/' || old.place, json_object('item', old.item, 'place', old.place, 'method', old.method, 'assessed_on', old.assessed_on, 'assessor', old.assessor, 'answers', old.answers, 'scores', old.scores, 'rationale', old.rationale, 'outcome', old.outcome, 'because', old.because, 'decided', old.decided, 'total', old.total, 'override_reason', old.override_reason, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_plan_entry after insert on plan_entry begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'plan_entry', new.id, null, json_object('id', new.id, 'council', new.council, 'reference', new.reference, 'title', new.title, 'decision_maker', new.decision_maker, 'decision_on', new.decision_on, 'period', new.period, 'key_decision', new.key_decision, 'private', new.private, 'notice_on', new.notice_on, 'portfolio_holder', new.portfolio_holder, 'lead_officer', new.lead_officer, 'documents', new.documents, 'committee', new.committee, 'item', new.item, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_plan_entry after update on plan_entry begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'plan_entry', new.id, json_object('id', old.id, 'council', old.council, 'reference', old.reference, 'title', old.title, 'decision_maker', old.decision_maker, 'decision_on', old.decision_on, 'period', old.period, 'key_decision', old.key_decision, 'private', old.private, 'notice_on', old.notice_on, 'portfolio_holder', old.portfolio_holder, 'lead_officer', old.lead_officer, 'documents', old.documents, 'committee', old.committee, 'item', old.item, 'removed_at', old.removed_at), json_object('id', new.id, 'council', new.council, 'reference', new.reference, 'title', new.title, 'decision_maker', new.decision_maker, 'decision_on', new.decision_on, 'period', new.period, 'key_decision', new.key_decision, 'private', new.private, 'notice_on', new.notice_on, 'portfolio_holder', new.portfolio_holder, 'lead_officer', new.lead_officer, 'documents', new.documents, 'committee', new.committee, 'item', new.item, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_plan_entry after delete on plan_entry begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'plan_entry', old.id, json_object('id', old.id, 'council', old.council, 'reference', old.reference, 'title', old.title, 'decision_maker', old.decision_maker, 'decision_on', old.decision_on, 'period', old.period, 'key_decision', old.key_decision, 'private', old.private, 'notice_on', old.notice_on, 'portfolio_holder', old.portfolio_holder, 'lead_officer', old.lead_officer, 'documents', old.documents, 'committee', old.committee, 'item', old.item, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_return_request after insert on return_request begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'return_request', new.id, null, json_object('id', new.id, 'committee', new.committee, 'text', new.text, 'asked_on', new.asked_on, 'asked_in', new.asked_in, 'kind', new.kind, 'meeting', new.meeting, 'owner', new.owner, 'due_by', new.due_by, 'item', new.item, 'returned_on', new.returned_on, 'returned_as', new.returned_as, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_return_request after update on return_request begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'return_request', new.id, json_object('id', old.id, 'committee', old.committee, 'text', old.text, 'asked_on', old.asked_on, 'asked_in', old.asked_in, 'kind', old.kind, 'meeting', old.meeting, 'owner', old.owner, 'due_by', old.due_by, 'item', old.item, 'returned_on', old.returned_on, 'returned_as', old.returned_as, 'removed_at', old.removed_at), json_object('id', new.id, 'committee', new.committee, 'text', new.text, 'asked_on', new.asked_on, 'asked_in', new.asked_in, 'kind', new.kind, 'meeting', new.meeting, 'owner', new.owner, 'due_by', new.due_by, 'item', new.item, 'returned_on', new.returned_on, 'returned_as', new.returned_as, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_return_request after delete on return_request begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'return_request', old.id, json_object('id', old.id, 'committee', old.committee, 'text', old.text, 'asked_on', old.asked_on, 'asked_in', old.asked_in, 'kind', old.kind, 'meeting', old.meeting, 'owner', old.owner, 'due_by', old.due_by, 'item', old.item, 'returned_on', old.returned_on, 'returned_as', old.returned_as, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_noted_meeting after insert on noted_meeting begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_meeting', new.meeting, null, json_object('meeting', new.meeting, 'presiding', new.presiding, 'started_at', new.started_at, 'ended_at', new.ended_at, 'approved_on', new.approved_on, 'signed_by', new.signed_by, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_noted_meeting after update on noted_meeting begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_meeting', new.meeting, json_object('meeting', old.meeting, 'presiding', old.presiding, 'started_at', old.started_at, 'ended_at', old.ended_at, 'approved_on', old.approved_on, 'signed_by', old.signed_by, 'removed_at', old.removed_at), json_object('meeting', new.meeting, 'presiding', new.presiding, 'started_at', new.started_at, 'ended_at', new.ended_at, 'approved_on', new.approved_on, 'signed_by', new.signed_by, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_noted_meeting after delete on noted_meeting begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_meeting', old.meeting, json_object('meeting', old.meeting, 'presiding', old.presiding, 'started_at', old.started_at, 'ended_at', old.ended_at, 'approved_on', old.approved_on, 'signed_by', old.signed_by, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_noted_attendance after insert on noted_attendance begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_attendance', new.meeting || '/' || new.membership, null, json_object('meeting', new.meeting, 'membership', new.membership, 'attendance', new.attendance, 'substitute', new.substitute, 'reason', new.reason, 'publish_reason', new.publish_reason, 'remote', new.remote, 'arrived', new.arrived, 'gone', new.gone, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_noted_attendance after update on noted_attendance begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_attendance', new.meeting || '/' || new.membership, json_object('meeting', old.meeting, 'membership', old.membership, 'attendance', old.attendance, 'substitute', old.substitute, 'reason', old.reason, 'publish_reason', old.publish_reason, 'remote', old.remote, 'arrived', old.arrived, 'gone', old.gone, 'removed_at', old.removed_at), json_object('meeting', new.meeting, 'membership', new.membership, 'attendance', new.attendance, 'substitute', new.substitute, 'reason', new.reason, 'publish_reason', new.publish_reason, 'remote', new.remote, 'arrived', new.arrived, 'gone', new.gone, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_noted_attendance after delete on noted_attendance begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_attendance', old.meeting || '/' || old.membership, json_object('meeting', old.meeting, 'membership', old.membership, 'attendance', old.attendance, 'substitute', old.substitute, 'reason', old.reason, 'publish_reason', old.publish_reason, 'remote', old.remote, 'arrived', old.arrived, 'gone', old.gone, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_noted_attendee after insert on noted_attendee begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_attendee', new.id, null, json_object('id', new.id, 'meeting', new.meeting, 'place', new.place, 'name', new.name, 'title', new.title, 'role', new.role, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_noted_attendee after update on noted_attendee begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_attendee', new.id, json_object('id', old.id, 'meeting', old.meeting, 'place', old.place, 'name', old.name, 'title', old.title, 'role', old.role, 'removed_at', old.removed_at), json_object('id', new.id, 'meeting', new.meeting, 'place', new.place, 'name', new.name, 'title', new.title, 'role', new.role, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_noted_attendee after delete on noted_attendee begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_attendee', old.id, json_object('id', old.id, 'meeting', old.meeting, 'place', old.place, 'name', old.name, 'title', old.title, 'role', old.role, 'removed_at', old.removed_at), null);
end;
CREATE TRIGGER insert_of_noted_minute after insert on noted_minute begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_minute', new.meeting || '/' || new.item, null, json_object('meeting', new.meeting, 'item', new.item, 'text', new.text, 'highlighted', new.highlighted, 'raised', new.raised, 'resolutions', new.resolutions, 'adjournments', new.adjournments, 'interests', new.interests, 'votes', new.votes, 'closing', new.closing, 'letters_run_on', new.letters_run_on, 'withheld', new.withheld, 'removed_at', new.removed_at));
end;
CREATE TRIGGER update_of_noted_minute after update on noted_minute begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_minute', new.meeting || '/' || new.item, json_object('meeting', old.meeting, 'item', old.item, 'text', old.text, 'highlighted', old.highlighted, 'raised', old.raised, 'resolutions', old.resolutions, 'adjournments', old.adjournments, 'interests', old.interests, 'votes', old.votes, 'closing', old.closing, 'letters_run_on', old.letters_run_on, 'withheld', old.withheld, 'removed_at', old.removed_at), json_object('meeting', new.meeting, 'item', new.item, 'text', new.text, 'highlighted', new.highlighted, 'raised', new.raised, 'resolutions', new.resolutions, 'adjournments', new.adjournments, 'interests', new.interests, 'votes', new.votes, 'closing', new.closing, 'letters_run_on', new.letters_run_on, 'withheld', new.withheld, 'removed_at', new.removed_at));
end;
CREATE TRIGGER delete_of_noted_minute after delete on noted_minute begin
    insert into change (step, record, key, before, after)
    values ((select number from current_step), 'noted_minute', old.meeting || '/' || old.item, json_object('meeting', old.meeting, 'item', old.item, 'text', old.text, 'highlighted', old.highlighted, 'raised', old.raised, 'resolutions', old.resolutions, 'adjournments', old.adjournments, 'interests', old.interests, 'votes', old.votes, 'closing', old.closing, 'letters_run_on', old.letters_run_on, 'withheld', old.withheld, 'removed_at', old.removed_at), null);
end;
COMMIT;
