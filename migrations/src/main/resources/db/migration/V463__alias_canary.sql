-- The canary of an alias stands in the alias's own row, so that a lease finds both versions where it looked anyway. The
-- database copies it from the rollout; a share without a running canary is refused, and a moved alias has none.
alter table policy_alias add column canary_share integer not null default 0 check (canary_share between 0 and 100);
alter table policy_alias add column canary_number integer;
alter table policy_alias add column canary_sha256 text references policy_bundle;
alter table policy_alias add foreign key (slug, canary_number) references policy_version (slug, number);
alter table policy_alias add check ((canary_share > 0) = (canary_number is not null));
alter table policy_alias add check ((canary_number is null) = (canary_sha256 is null));

-- Where an item falls among 10,000: the first 32 bits of an MD5, so that anybody can compute it. An item that is in at
-- one percent is in at five, and each alias draws other items.
create function rollout_bucket(item uuid, slug text, alias text) returns integer
    language sql immutable strict parallel safe
    return (('x' || substr(md5(slug || '@' || alias || ':' || item::text), 1, 8))::bit(32)::bigint % 10000)::integer;

create or replace function guard_policy_alias() returns trigger language plpgsql as $$
begin
    select version.sha256 into new.sha256
      from policy_version version
     where version.slug = new.slug and version.number = new.number and version.status = 'APPROVED'
       for share;
    if new.sha256 is null then
        raise exception 'an alias points at approved versions only' using errcode = 'restrict_violation';
    end if;
    if tg_op = 'INSERT' or new.number <> old.number then
        new.canary_share := 0;
        new.canary_number := null;
        new.canary_sha256 := null;
    end if;
    if new.canary_share > 0 and not exists (
           select from rollout
            where slug = new.slug and alias = new.alias and kind = 'CANARY' and state = 'RUNNING'
              and stable_number = new.number and share = new.canary_share
              and candidate_number = new.canary_number and candidate_sha256 = new.canary_sha256) then
        raise exception 'a share of an alias belongs to a running canary' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create function carry_canary() returns trigger language plpgsql as $$
begin
    if new.state = 'RUNNING' then
        update policy_alias
           set canary_share = new.share, canary_number = new.candidate_number,
               canary_sha256 = new.candidate_sha256
         where slug = new.slug and alias = new.alias;
    else
        update policy_alias set canary_share = 0, canary_number = null, canary_sha256 = null
         where slug = new.slug and alias = new.alias and canary_share > 0;
    end if;
    return null;
end
$$;

create trigger rollout_started_carries after insert on rollout
    for each row when (new.kind = 'CANARY') execute function carry_canary();
create trigger rollout_carries after update on rollout
    for each row when (new.kind = 'CANARY' and (old.state, old.share) is distinct from (new.state, new.share))
    execute function carry_canary();

-- What traffic uses stays approved.
create function guard_version_in_use() returns trigger language plpgsql as $$
begin
    if exists (select from policy_alias where slug = new.slug and number = new.number)
       or exists (select from rollout
                   where slug = new.slug and candidate_number = new.number and ended_at is null) then
        raise exception 'version % of % is in use: move its alias or end its rollout first', new.number, new.slug
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_version_in_use before update on policy_version
    for each row when (old.status = 'APPROVED' and new.status <> 'APPROVED')
    execute function guard_version_in_use();
