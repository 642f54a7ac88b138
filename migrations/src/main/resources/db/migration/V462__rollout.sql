-- Rollouts: a candidate takes a share of an alias's traffic (canary), or judges a share beside it without effect (shadow).
-- One of each kind is open at an alias at most, both versions are approved, and the arrows of its life stand here too.
create table rollout (
    id                 uuid        primary key,
    slug               text        not null,
    alias              text        not null,
    kind               text        not null check (kind in ('CANARY', 'SHADOW')),
    stable_number      integer     not null,
    stable_sha256      text        not null references policy_bundle,
    candidate_number   integer     not null,
    candidate_sha256   text        not null references policy_bundle,
    share              integer     not null check (share between 1 and 100),
    steps              integer[]   not null,
    step_minutes       integer     check (step_minutes > 0),
    next_step_at       timestamptz,
    disagreement_limit float8      not null check (disagreement_limit between 0 and 1),
    undetermined_limit float8      not null check (undetermined_limit between 0 and 1),
    minimum            integer     not null check (minimum > 0),
    counted_after      bigint      not null default 0,
    state              text        not null default 'RUNNING'
                       check (state in ('RUNNING', 'HALTED', 'PROMOTED', 'ABORTED', 'ENDED')),
    revision           integer     not null default 1,
    started_by         text        not null check (started_by <> ''),
    started_at         timestamptz not null,
    ended_at           timestamptz,
    swept              boolean     not null default false,
    foreign key (slug, alias) references policy_alias (slug, alias),
    foreign key (slug, stable_number) references policy_version (slug, number),
    foreign key (slug, candidate_number) references policy_version (slug, number),
    check (candidate_number <> stable_number),
    check ((state in ('RUNNING', 'HALTED')) = (ended_at is null))
);

create unique index rollout_open on rollout (slug, alias, kind) where ended_at is null;
create index rollout_newest on rollout (slug, id desc);
create index rollout_running on rollout (id) where state = 'RUNNING';
create index rollout_unswept on rollout (id) where ended_at is not null and not swept;

create function guard_rollout() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'RUNNING' then
            raise exception 'a rollout starts running' using errcode = 'restrict_violation';
        end if;
        perform from policy_version
          where slug = new.slug and number = new.candidate_number and sha256 = new.candidate_sha256
            and status = 'APPROVED' for share;
        if not found then
            raise exception 'a candidate is an approved version' using errcode = 'restrict_violation';
        end if;
        if not exists (select from policy_alias
                        where slug = new.slug and alias = new.alias
                          and number = new.stable_number and sha256 = new.stable_sha256) then
            raise exception 'a rollout starts from where its alias points' using errcode = 'restrict_violation';
        end if;
        if new.kind = 'CANARY' and new.alias = 'live'
           and 'WRITERS_MAY_NOT_ACTIVATE' = any ((approval_rules_of(new.slug)).demands) and exists (
               select from policy_version
                where slug = new.slug and number = new.candidate_number and new.started_by = any (editors)) then
            raise exception 'four_eyes: % wrote on version % of % and cannot give it a share of live',
                new.started_by, new.candidate_number, new.slug using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if (old.id, old.slug, old.alias, old.kind, old.stable_number, old.stable_sha256, old.candidate_number,
        old.candidate_sha256, old.steps, old.disagreement_limit, old.undetermined_limit, old.minimum,
        old.started_by, old.started_at)
       is distinct from
       (new.id, new.slug, new.alias, new.kind, new.stable_number, new.stable_sha256, new.candidate_number,
        new.candidate_sha256, new.steps, new.disagreement_limit, new.undetermined_limit, new.minimum,
        new.started_by, new.started_at) then
        raise exception 'a rollout keeps its versions and limits' using errcode = 'restrict_violation';
    end if;
    if old.ended_at is not null
       and (old.state, old.share, old.revision, old.ended_at)
           is distinct from (new.state, new.share, new.revision, new.ended_at) then
        raise exception 'an ended rollout never changes' using errcode = 'restrict_violation';
    end if;
    if old.state = 'HALTED' and new.state = 'PROMOTED' then
        raise exception 'a halted rollout is resumed before it is promoted' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger rollout_guard before insert or update on rollout
    for each row execute function guard_rollout();
create trigger rollout_kept before delete on rollout
    for each row execute function refuse_change();
create trigger rollout_no_truncate before truncate on rollout
    for each statement execute function refuse_change();

create table rollout_event (
    sequence   bigint generated always as identity primary key,
    rollout_id uuid        not null references rollout,
    action     text        not null
               check (action in ('STARTED', 'STEPPED', 'HALTED', 'RESUMED', 'PROMOTED', 'ABORTED',
                                 'ROLLED_BACK', 'SUPERSEDED')),
    share      integer     not null,
    actor      text        not null check (actor <> ''),
    reason     text        not null,
    at         timestamptz not null
);

create index rollout_event_newest on rollout_event (rollout_id, sequence desc);
create trigger rollout_event_append_only before update or delete on rollout_event
    for each row execute function refuse_change();
create trigger rollout_event_no_truncate before truncate on rollout_event
    for each statement execute function refuse_change();
