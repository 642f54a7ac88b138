-- Verdicts: one for a job at most, written in the transaction that ends the job, and immutable.
create table verdict (
    id                uuid        primary key,
    job_id            uuid        not null unique references job (id),
    item_id           uuid        not null references item (id),
    policy_slug       text        not null,
    policy_number     int         not null,
    policy_sha256     text        not null,
    outcome           text        not null check (outcome in ('VIOLATES', 'SAFE', 'UNDETERMINED')),
    labels            text[]      not null,
    rule_ids          text[]      not null,
    confidence        float8      not null check (confidence between 0 and 1),
    confidence_source text        not null,
    rationale         text        not null,
    model_name        text        not null,
    model_digest      text        not null,
    model_runtime     text        not null,
    model_settings    jsonb       not null,
    queued_millis     bigint      not null,
    inference_millis  bigint      not null,
    total_millis      bigint      not null,
    truncated         boolean     not null,
    created_at        timestamptz not null
);

create index verdict_item on verdict (item_id);

create function refuse_verdict_change() returns trigger language plpgsql as $$
begin
    raise exception 'verdicts are immutable: % refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger verdict_immutable
    before update or delete on verdict
    for each row execute function refuse_verdict_change();
