-- A submitter's own key for a submission: a repeat finds the first one's item. The hash tells a
-- repeat from another request under the same key.
create table idempotency_key (
    submitted_by   text        not null,
    key            text        not null,
    request_sha256 text        not null,
    item_id        uuid        not null,
    created_at     timestamptz not null,
    primary key (submitted_by, key)
);
