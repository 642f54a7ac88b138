-- Golden sets: labelled contents that a policy must get right. One content stands once in a set,
-- whatever its spacing or case.
create table golden_case (
    id             uuid primary key,
    slug           text        not null references policy,
    content_sha256 text        not null,
    content        text        not null,
    outcome        text        not null check (outcome in ('VIOLATES', 'SAFE', 'UNDETERMINED')),
    label          text,
    rule_id        text,
    note           text,
    source         text        not null,
    added_by       text        not null,
    added_at       timestamptz not null,
    unique (slug, content_sha256)
);

create index golden_case_newest on golden_case (slug, id desc);
