-- Activations past closed gates: with a reason, until an instant, and looked at afterwards by somebody else. An alias that
-- is moved as break-glass needs such a row, whoever moves it.
create table break_glass (
    id          uuid        primary key,
    slug        text        not null,
    alias       text        not null,
    from_number integer     not null,
    to_number   integer     not null,
    reason      text        not null check (length(btrim(reason)) >= 10),
    closed      text        not null check (closed <> ''),
    broken_by   text        not null check (broken_by <> ''),
    broken_at   timestamptz not null,
    expires_at  timestamptz not null,
    ended       text        check (ended in ('ACCEPTED', 'REJECTED', 'EXPIRED', 'LEFT')),
    ended_at    timestamptz,
    accepted    boolean,
    reviewed_by text,
    reviewed_at timestamptz,
    review_note text,
    foreign key (slug, from_number) references policy_version (slug, number),
    foreign key (slug, to_number) references policy_version (slug, number),
    check (expires_at > broken_at and expires_at <= broken_at + interval '7 days'),
    check ((ended is null) = (ended_at is null)),
    check ((reviewed_by is null) = (accepted is null) and (reviewed_by is null) = (reviewed_at is null)),
    constraint reviewed_by_another check (reviewed_by <> broken_by),
    constraint accepted_by_review check (ended is distinct from 'ACCEPTED' or coalesce(accepted, false))
);

create unique index break_glass_open on break_glass (slug, alias) where ended is null;
create index break_glass_newest on break_glass (slug, id desc);

create function guard_break_glass() returns trigger language plpgsql as $$
begin
    if (old.id, old.slug, old.alias, old.from_number, old.to_number, old.reason, old.closed, old.broken_by,
        old.broken_at, old.expires_at)
       is distinct from
       (new.id, new.slug, new.alias, new.from_number, new.to_number, new.reason, new.closed, new.broken_by,
        new.broken_at, new.expires_at) then
        raise exception 'what was broken stays as it was' using errcode = 'restrict_violation';
    end if;
    if old.ended is not null and (old.ended, old.ended_at) is distinct from (new.ended, new.ended_at) then
        raise exception 'a break-glass ends once' using errcode = 'restrict_violation';
    end if;
    if old.reviewed_by is not null
       and (old.reviewed_by, old.reviewed_at, old.accepted, old.review_note)
           is distinct from (new.reviewed_by, new.reviewed_at, new.accepted, new.review_note) then
        raise exception 'a review never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger break_glass_guard before update on break_glass
    for each row execute function guard_break_glass();
create trigger break_glass_kept before delete on break_glass
    for each row execute function refuse_change();
create trigger break_glass_no_truncate before truncate on break_glass
    for each statement execute function refuse_change();

alter table policy_alias_move drop constraint policy_alias_move_cause_check;
alter table policy_alias_move add constraint policy_alias_move_cause_check
    check (cause in ('POINTED', 'ROLLED_BACK', 'PROMOTED', 'SCHEDULED', 'BREAK_GLASS'));

create function guard_broken_glass() returns trigger language plpgsql as $$
begin
    if (tg_op = 'INSERT' or new.number <> old.number) and not exists (
           select from break_glass
            where slug = new.slug and alias = new.alias and to_number = new.number
              and broken_by = new.moved_by and ended is null and expires_at > new.moved_at) then
        raise exception 'an alias moves past its gates with an open break-glass only'
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_alias_broken_glass before insert or update on policy_alias
    for each row when (new.cause = 'BREAK_GLASS') execute function guard_broken_glass();
