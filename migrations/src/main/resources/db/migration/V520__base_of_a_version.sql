-- What a version was written from decides whether it must be merged before it is submitted. It is an older version, and changes
-- only while the version is a draft, to the version that was approved last.
create function guard_base() returns trigger language plpgsql as $$
declare
    approved integer;
    latest integer;
begin
    perform from policy where slug = new.slug for update;
    select count(*) into approved from policy_version
     where slug = new.slug and status in ('APPROVED', 'RETIRED');
    if tg_op = 'INSERT' then
        if new.base_number >= new.number or new.lineage > approved then
            raise exception 'a version is written from an older one, after at most % approved ones', approved
                using errcode = 'restrict_violation';
        end if;
        return null;
    end if;
    select number into latest from policy_version
     where slug = new.slug and status = 'APPROVED' order by approved_at desc, number desc limit 1;
    if (old.status, new.status) <> ('DRAFT', 'DRAFT')
       or (new.base_number, new.lineage) is distinct from (latest, approved) then
        raise exception 'the base of version % of % moves while it is a draft, to the version that was approved last',
            new.number, new.slug using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;

create trigger policy_version_base after insert on policy_version
    for each row execute function guard_base();
create trigger policy_version_base_kept after update on policy_version
    for each row when ((new.base_number, new.lineage) is distinct from (old.base_number, old.lineage))
    execute function guard_base();
