-- Batches of lines: one row for a batch and where its upload stands. `touched_at` moves while lines
-- arrive, so that an upload whose registry died is found and closed. The key makes a repeated
-- submission find the first one.
create table batch (
    id              uuid        primary key,
    submitted_by    text        not null,
    idempotency_key text,
    created_at      timestamptz not null,
    touched_at      timestamptz not null,
    receiving       boolean     not null default true,
    received_at     timestamptz,
    cancelled_at    timestamptz,
    lines           int         not null default 0,
    rejected        int         not null default 0,
    unique (submitted_by, idempotency_key)
);

create index batch_newest on batch (submitted_by, created_at desc, id desc);
create index batch_receiving on batch (touched_at) where receiving;
