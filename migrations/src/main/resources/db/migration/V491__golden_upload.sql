-- Files of golden cases on their way: lines as they came, and rows as they are read under a mapping. Lines and rows hold
-- contents; they go when the upload is imported, discarded or forgotten, and what was imported by whom stays.
create table golden_upload (
    id          uuid        primary key,
    slug        text        not null references policy,
    format      text        not null check (format in ('CSV', 'JSONL')),
    source      text        not null check (source <> ''),
    state       text        not null check (state in ('CHECKING', 'READY', 'IMPORTED')),
    revision    integer     not null default 1,
    columns     jsonb       not null,
    mapping     jsonb       not null,
    lines       integer     not null check (lines > 0),
    checked     integer     not null default 0 check (checked between 0 and lines),
    added       integer     not null default 0,
    known       integer     not null default 0,
    changed     integer     not null default 0,
    repeated    integer     not null default 0,
    wrong       integer     not null default 0,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    expires_at  timestamptz not null,
    check (state <> 'IMPORTED' or wrong = 0)
);

create index golden_upload_newest on golden_upload (slug, id desc);
create index golden_upload_checking on golden_upload (id) where state = 'CHECKING';
create index golden_upload_waiting on golden_upload (expires_at) where state <> 'IMPORTED';

-- A line with a fault could not be read, whatever the mapping.
create table golden_upload_line (
    upload_id uuid    not null references golden_upload on delete cascade deferrable,
    position  integer not null,
    line      integer not null,
    cells     jsonb   not null,
    fault     text,
    primary key (upload_id, position)
);

create table golden_upload_row (
    upload_id      uuid    not null references golden_upload on delete cascade,
    position       integer not null,
    content_sha256 text    not null,
    content        text    not null,
    outcome        text    not null,
    label          text,
    rule_id        text,
    note           text,
    source         text    not null,
    guarded        boolean,
    primary key (upload_id, position)
);

create index golden_upload_row_content on golden_upload_row (upload_id, content_sha256, position);

create table golden_upload_problem (
    upload_id   uuid    not null references golden_upload on delete cascade,
    position    integer not null,
    column_name text    not null default '',
    message     text    not null,
    primary key (upload_id, position, column_name)
);
