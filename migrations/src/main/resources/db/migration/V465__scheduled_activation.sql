-- Activations at an instant. A row is all there is of one, so it survives restarts, and whichever registry holds the row
-- when it is due does it, once.
create table scheduled_activation (
    id             uuid        primary key,
    slug           text        not null references policy,
    alias          text        not null check (alias ~ '^[a-z][a-z0-9-]{0,31}$'),
    number         integer     not null,
    at             timestamptz not null,
    zone           text        not null check (zone <> ''),
    reason         text        not null,
    state          text        not null default 'PENDING' check (state in ('PENDING', 'DONE', 'FAILED', 'CANCELLED')),
    created_by     text        not null check (created_by <> ''),
    created_at     timestamptz not null,
    ended_by       text,
    ended_at       timestamptz,
    failure_code   text,
    failure_detail text,
    foreign key (slug, number) references policy_version (slug, number),
    check (at > created_at),
    check ((state = 'PENDING') = (ended_at is null)),
    check ((state = 'FAILED') = (failure_code is not null))
);

create unique index scheduled_activation_once on scheduled_activation (slug, alias, at) where state = 'PENDING';
create index scheduled_activation_due on scheduled_activation (at) where state = 'PENDING';
create index scheduled_activation_newest on scheduled_activation (slug, id desc);

create function guard_scheduled_activation() returns trigger language plpgsql as $$
begin
    if old.state <> 'PENDING'
       or (old.id, old.slug, old.alias, old.number, old.at, old.zone, old.created_by, old.created_at)
          is distinct from
          (new.id, new.slug, new.alias, new.number, new.at, new.zone, new.created_by, new.created_at) then
        raise exception 'a scheduled activation keeps what was asked, and ends once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger scheduled_activation_guard before update on scheduled_activation
    for each row execute function guard_scheduled_activation();
create trigger scheduled_activation_kept before delete on scheduled_activation
    for each row execute function refuse_change();
create trigger scheduled_activation_no_truncate before truncate on scheduled_activation
    for each statement execute function refuse_change();
