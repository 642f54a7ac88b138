-- Content items: what was submitted, as it was submitted, and never changed. `uuidv7` ids sort by
-- time, so newest first is the primary key read backwards.
create table item (
    id           uuid        primary key,
    content      jsonb       not null,
    external_id  text,
    metadata     jsonb       not null default '{}',
    submitted_by text        not null,
    submitted_at timestamptz not null,
    playground   boolean     not null default false
);

create index item_external on item (external_id) where external_id is not null;
