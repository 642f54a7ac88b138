-- What a version must show before it goes live, per policy.
create table policy_gate (
    slug       text        primary key references policy,
    revision   integer     not null,
    gates      jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
