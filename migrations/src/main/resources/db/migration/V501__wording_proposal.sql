-- Wordings that people asked a model for. A proposal is only words: a person opens a draft with it, and the rules for
-- drafts hold for that one. The reasoning in the account may quote contents: it is as sensitive as they are.
create table wording_proposal (
    id             uuid        primary key,
    slug           text        not null,
    number         integer     not null,
    bundle_sha256  text        not null,
    cases          uuid[]      not null check (cardinality(cases) between 1 and 500),
    state          text        not null default 'WAITING'
                               check (state in ('WAITING', 'WRITING', 'PROPOSED', 'FAILED', 'CANCELLED')),
    requested_by   text        not null check (requested_by <> ''),
    requested_at   timestamptz not null,
    attempt        integer     not null default 0 check (attempt >= 0),
    worker_id      uuid,
    ended_at       timestamptz,
    change         jsonb,
    text           text,
    model          jsonb,
    account        jsonb,
    failure_code   text,
    failure_detail text,
    draft          integer,
    foreign key (slug, number) references policy_version (slug, number),
    foreign key (slug, draft) references policy_version (slug, number),
    check ((state = 'WRITING') <= (worker_id is not null)),
    check ((state in ('WAITING', 'WRITING')) = (ended_at is null)),
    check ((state = 'FAILED') = (failure_code is not null) and (failure_code is null) = (failure_detail is null)),
    constraint proposed_in_whole check (
        (state = 'PROPOSED') = (change is not null)
        and (change is null) = (text is null) and (change is null) = (model is null)
        and (change is null) = (account is null)),
    constraint drafted_if_proposed check (draft is null or state = 'PROPOSED')
);

create index wording_proposal_newest on wording_proposal (slug, id desc);
create index wording_proposal_open on wording_proposal (id) where state in ('WAITING', 'WRITING');
create unique index wording_proposal_draft on wording_proposal (slug, draft) where draft is not null;

-- What a model proposed stays as it was, so that a draft can always be held against it.
create function guard_wording_proposal() returns trigger language plpgsql as $$
begin
    if (old.id, old.slug, old.number, old.bundle_sha256, old.cases, old.requested_by, old.requested_at)
       is distinct from
       (new.id, new.slug, new.number, new.bundle_sha256, new.cases, new.requested_by, new.requested_at)
       or old.ended_at is not null
          and (old.state, old.ended_at, old.change, old.text, old.model, old.account, old.failure_code,
               old.failure_detail)
              is distinct from
              (new.state, new.ended_at, new.change, new.text, new.model, new.account, new.failure_code,
               new.failure_detail)
       or old.draft is not null and old.draft is distinct from new.draft then
        raise exception 'a proposed wording stays as it was' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger wording_proposal_guard before update on wording_proposal
    for each row execute function guard_wording_proposal();
create trigger wording_proposal_kept before delete on wording_proposal
    for each row execute function refuse_change();
create trigger wording_proposal_no_truncate before truncate on wording_proposal
    for each statement execute function refuse_change();
