-- The append-only ledger: one row for every change of state, written in that change's transaction.
-- Payloads are canonical JSON (RFC 8785) kept as text, so that their bytes stay what they were.
create table ledger_entry (
    sequence    bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    actor       text        not null check (actor <> ''),
    type        text        not null check (type <> ''),
    subject     text        not null check (subject <> ''),
    payload     text        not null
);

create index ledger_entry_subject on ledger_entry (subject, sequence desc);
create index ledger_entry_actor on ledger_entry (actor, sequence desc);
create index ledger_entry_type on ledger_entry (type text_pattern_ops, sequence desc);

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger ledger_entry_append_only
    before update or delete on ledger_entry
    for each row execute function refuse_ledger_change();

create trigger ledger_entry_no_truncate
    before truncate on ledger_entry
    for each statement execute function refuse_ledger_change();
