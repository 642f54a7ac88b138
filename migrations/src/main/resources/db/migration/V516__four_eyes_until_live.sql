-- What a version is held against, the rules of approval and the gates, is not changed by who wrote on it, from its first
-- draft until it is live.
create function version_on_its_way(policy_slug text, person text) returns integer
    language sql stable as $$
    select max(number) from policy_version
     where slug = policy_slug and person = any (editors)
       and (status in ('DRAFT', 'IN_REVIEW')
            or status = 'APPROVED' and number > coalesce((
                   select max(to_number) from policy_alias_move move
                    where move.slug = policy_slug and alias = 'live' and alias_move_stands(move)), 0))
$$;

create function guard_yardstick() returns trigger language plpgsql as $$
declare
    written integer;
begin
    perform from policy where slug = new.slug for update;
    if tg_op = 'UPDATE' and (new.slug <> old.slug or new.revision <> old.revision + 1) then
        raise exception '% change by one revision at a time', tg_argv[0] using errcode = 'restrict_violation';
    end if;
    written := version_on_its_way(new.slug, new.changed_by);
    if written is not null then
        raise exception 'four_eyes: % wrote on version % of %, which is not live yet, and cannot change its %',
            new.changed_by, written, new.slug, tg_argv[0] using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

drop trigger approval_rules_guard on approval_rules;
drop function guard_approval_rules();
create trigger approval_rules_guard before insert or update on approval_rules
    for each row execute function guard_yardstick('rules');

drop trigger policy_gate_guard on policy_gate;
drop function guard_policy_gate();
create trigger policy_gate_guard before insert or update on policy_gate
    for each row execute function guard_yardstick('gates');
