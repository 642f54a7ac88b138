-- Policies, their versions and aliases. What SQL can hold of four eyes and immutability stands here as
-- constraints and triggers, so that it also holds for whoever writes past the application.
create table policy (
    slug        text primary key check (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
    name        text        not null check (name <> ''),
    description text        not null,
    owning_team text        not null,
    created_by  text        not null,
    created_at  timestamptz not null
);

create table policy_bundle (
    sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    slug       text        not null references policy,
    number     integer     not null,
    canonical  text        not null,
    created_at timestamptz not null
);

create table policy_version (
    id           uuid primary key,
    slug         text        not null references policy,
    number       integer     not null check (number > 0),
    status       text        not null check (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED')),
    revision     integer     not null,
    text         text        not null,
    author       text        not null,
    last_editor  text        not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    submitted_at timestamptz,
    sha256       text references policy_bundle,
    approved_by  text,
    approved_at  timestamptz,
    unique (slug, number),
    check ((status = 'DRAFT') = (sha256 is null)),
    check ((status in ('APPROVED', 'RETIRED')) = (approved_by is not null)),
    constraint four_eyes check (approved_by is null or approved_by not in (author, last_editor))
);

create index policy_version_status on policy_version (status);

create table policy_alias (
    slug     text        not null,
    alias    text        not null check (alias ~ '^[a-z][a-z0-9-]{0,31}$'),
    number   integer     not null,
    moved_by text        not null,
    moved_at timestamptz not null,
    primary key (slug, alias),
    foreign key (slug, number) references policy_version (slug, number)
);

create table policy_opinion (
    id       uuid primary key,
    slug     text        not null,
    number   integer     not null,
    sha256   text        not null references policy_bundle,
    reviewer text        not null,
    approves boolean     not null,
    comment  text        not null,
    given_at timestamptz not null,
    foreign key (slug, number) references policy_version (slug, number)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger policy_bundle_immutable before update or delete on policy_bundle
    for each row execute function refuse_change();
create trigger policy_opinion_immutable before update or delete on policy_opinion
    for each row execute function refuse_change();

create function guard_policy_version() returns trigger language plpgsql as $$
begin
    if old.status <> 'DRAFT' and new.text is distinct from old.text then
        raise exception 'the text of a submitted version never changes' using errcode = 'restrict_violation';
    end if;
    if (old.slug, old.number, old.author) is distinct from (new.slug, new.number, new.author) then
        raise exception 'a version keeps its name and author' using errcode = 'restrict_violation';
    end if;
    if old.status in ('APPROVED', 'RETIRED') and new.status in ('DRAFT', 'IN_REVIEW') then
        raise exception 'an approved version does not go back' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_version_guard before update on policy_version
    for each row execute function guard_policy_version();
create trigger policy_version_kept before delete on policy_version
    for each row execute function refuse_change();

create function guard_policy_alias() returns trigger language plpgsql as $$
begin
    if not exists (select from policy_version
                    where slug = new.slug and number = new.number and status = 'APPROVED') then
        raise exception 'an alias points at approved versions only' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_alias_guard before insert or update on policy_alias
    for each row execute function guard_policy_alias();
