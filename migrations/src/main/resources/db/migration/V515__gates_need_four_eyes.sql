-- Who has an open draft cannot loosen the gates for it, as with the rules of approval.
create function guard_policy_gate() returns trigger language plpgsql as $$
begin
    perform from policy where slug = new.slug for update;
    if tg_op = 'UPDATE' and (new.slug <> old.slug or new.revision <> old.revision + 1) then
        raise exception 'gates change by one revision at a time' using errcode = 'restrict_violation';
    end if;
    if exists (select from policy_version
                where slug = new.slug and status in ('DRAFT', 'IN_REVIEW') and new.changed_by = any (editors)) then
        raise exception 'four_eyes: % has an open draft of % and cannot change its gates', new.changed_by, new.slug
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_gate_guard before insert or update on policy_gate
    for each row execute function guard_policy_gate();
create trigger policy_gate_kept before delete on policy_gate
    for each row execute function refuse_change();
create trigger policy_gate_no_truncate before truncate on policy_gate
    for each statement execute function refuse_change();
