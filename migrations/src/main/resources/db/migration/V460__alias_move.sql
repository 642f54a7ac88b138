-- Every move of an alias is kept, also one made past the application: the database writes the history itself. The
-- alias carries the hash of its version, so that leasing a job finds both in one small row.
create table policy_alias_move (
    sequence    bigint generated always as identity primary key,
    slug        text        not null,
    alias       text        not null,
    from_number integer,
    to_number   integer     not null,
    cause       text        not null check (cause in ('POINTED', 'ROLLED_BACK', 'PROMOTED', 'SCHEDULED')),
    reason      text        not null,
    moved_by    text        not null check (moved_by <> ''),
    moved_at    timestamptz not null,
    foreign key (slug, to_number) references policy_version (slug, number)
);

create index policy_alias_move_newest on policy_alias_move (slug, alias, sequence desc);

create trigger policy_alias_move_append_only before update or delete on policy_alias_move
    for each row execute function refuse_change();
create trigger policy_alias_move_no_truncate before truncate on policy_alias_move
    for each statement execute function refuse_change();

alter table policy_alias add column cause text not null default 'POINTED';
alter table policy_alias add column reason text not null default '';
alter table policy_alias add column sha256 text references policy_bundle;

insert into policy_alias_move (slug, alias, from_number, to_number, cause, reason, moved_by, moved_at)
select slug, alias, null, number, 'POINTED', '', moved_by, moved_at from policy_alias order by moved_at;

update policy_alias set sha256 = version.sha256
  from policy_version version
 where version.slug = policy_alias.slug and version.number = policy_alias.number;
alter table policy_alias alter column sha256 set not null;

create or replace function guard_policy_alias() returns trigger language plpgsql as $$
begin
    select version.sha256 into new.sha256
      from policy_version version
     where version.slug = new.slug and version.number = new.number and version.status = 'APPROVED';
    if new.sha256 is null then
        raise exception 'an alias points at approved versions only' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create function keep_alias_move() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into policy_alias_move (slug, alias, to_number, cause, reason, moved_by, moved_at)
        values (new.slug, new.alias, new.number, new.cause, new.reason, new.moved_by, new.moved_at);
    elsif old.number <> new.number then
        insert into policy_alias_move
               (slug, alias, from_number, to_number, cause, reason, moved_by, moved_at)
        values (new.slug, new.alias, old.number, new.number, new.cause, new.reason, new.moved_by, new.moved_at);
    end if;
    return null;
end
$$;

create trigger policy_alias_kept after insert or update on policy_alias
    for each row execute function keep_alias_move();
create trigger policy_alias_stays before delete on policy_alias
    for each row execute function refuse_change();
