-- The fleet: each run of a worker process, what it runs, and when it was last heard of.
create table worker (
    id            uuid        primary key,
    name          text        not null,
    engine        text        not null,
    model         jsonb       not null,
    capacity      int         not null check (capacity > 0),
    version       text        not null,
    registered_at timestamptz not null,
    last_seen_at  timestamptz not null,
    draining      boolean     not null default false,
    stopped_at    timestamptz,
    completed     bigint      not null default 0
);

create index worker_seen on worker (last_seen_at desc);
create index job_leased_by on job (leased_by) where status = 'LEASED';
