-- Jobs: one item under one policy version. `attempt` is the fencing token: it counts leases, and
-- whatever is said of a job must carry the current one.
create table job (
    id             uuid        primary key,
    item_id        uuid        not null references item (id),
    batch_id       uuid,
    policy_slug    text        not null,
    policy_number  int         not null,
    policy_sha256  text        not null,
    purpose        text        not null check (purpose in ('LIVE', 'PLAYGROUND')),
    lane           text        not null check (lane in ('INTERACTIVE', 'BULK')),
    status         text        not null default 'QUEUED'
                   check (status in ('QUEUED', 'LEASED', 'DONE', 'DEAD', 'CANCELLED')),
    attempt        int         not null default 0,
    created_at     timestamptz not null,
    available_at   timestamptz not null,
    leased_at      timestamptz,
    lease_until    timestamptz,
    leased_by      uuid,
    failure_code   text,
    failure_detail text,
    ended_at       timestamptz
);

create index job_item on job (item_id);
create index job_batch on job (batch_id, status) where batch_id is not null;
create index job_waiting on job (available_at) where status = 'QUEUED';
create index job_leased on job (lease_until) where status = 'LEASED';
