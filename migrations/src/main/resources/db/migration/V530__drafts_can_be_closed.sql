-- A draft that goes nowhere is closed, and can be opened again; its text stays as private as it was.
alter table policy_version drop constraint policy_version_status_check;
alter table policy_version add constraint policy_version_status_check
    check (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED', 'CLOSED'));
alter table policy_version drop constraint policy_version_check;
alter table policy_version add constraint sealed_when
    check ((status in ('DRAFT', 'CLOSED')) = (sha256 is null));

create or replace function guard_policy_version() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'DRAFT' then
            raise exception 'a version starts as a draft' using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if old.status <> 'DRAFT' and new.text is distinct from old.text then
        raise exception 'the text of a version changes only while it is a draft' using errcode = 'restrict_violation';
    end if;
    if (old.id, old.slug, old.number, old.author, old.created_at)
       is distinct from (new.id, new.slug, new.number, new.author, new.created_at) then
        raise exception 'a version keeps its name and author' using errcode = 'restrict_violation';
    end if;
    if not old.editors <@ new.editors then
        raise exception 'a version keeps its editors' using errcode = 'restrict_violation';
    end if;
    if old.status <> new.status
       and (old.status, new.status) not in
           (('DRAFT', 'IN_REVIEW'), ('IN_REVIEW', 'APPROVED'), ('IN_REVIEW', 'DRAFT'), ('APPROVED', 'RETIRED'),
            ('DRAFT', 'CLOSED'), ('CLOSED', 'DRAFT')) then
        raise exception 'a version does not go from % to %', old.status, new.status
            using errcode = 'restrict_violation';
    end if;
    if old.sha256 is not null and new.status <> 'DRAFT' and new.sha256 is distinct from old.sha256 then
        raise exception 'the hash of a submitted version never changes' using errcode = 'restrict_violation';
    end if;
    if old.approved_by is not null
       and (old.approved_by, old.approved_at) is distinct from (new.approved_by, new.approved_at) then
        raise exception 'an approval never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
