-- By which rules the versions of a policy are approved. A policy without a row keeps what held before: one approval by
-- somebody who never wrote on the version. Who has an open draft cannot loosen the rules for it.
create table approval_rules (
    slug       text        primary key references policy,
    revision   integer     not null check (revision > 0),
    approvals  integer     not null check (approvals between 0 and 6),
    demands    text[]      not null check (demands <@ array[
                   'AUTHOR_MAY_NOT_APPROVE', 'LAST_EDITOR_MAY_NOT_APPROVE', 'EARLIER_EDITORS_MAY_NOT_APPROVE',
                   'WRITERS_MAY_NOT_ACTIVATE', 'DECLINE_BLOCKS', 'GATES_PASSED', 'THREADS_RESOLVED']),
    groups     text[]      not null,
    shares     integer[]   not null,
    changed_by text        not null check (changed_by <> ''),
    changed_at timestamptz not null,
    check (cardinality(groups) = cardinality(shares)),
    check (approvals >= all (shares) and 1 <= all (shares))
);

create function guard_approval_rules() returns trigger language plpgsql as $$
begin
    perform from policy where slug = new.slug for update;
    if tg_op = 'UPDATE' and (new.slug <> old.slug or new.revision <> old.revision + 1) then
        raise exception 'rules change by one revision at a time' using errcode = 'restrict_violation';
    end if;
    if exists (select from policy_version
                where slug = new.slug and status in ('DRAFT', 'IN_REVIEW') and new.changed_by = any (editors)) then
        raise exception 'four_eyes: % has an open draft of % and cannot change its rules', new.changed_by, new.slug
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger approval_rules_guard before insert or update on approval_rules
    for each row execute function guard_approval_rules();
create trigger approval_rules_kept before delete on approval_rules
    for each row execute function refuse_change();
create trigger approval_rules_no_truncate before truncate on approval_rules
    for each statement execute function refuse_change();

create function approval_rules_of(policy_slug text, out approvals integer, out demands text[],
                                  out groups text[], out shares integer[])
    language sql stable as $$
    select rules.approvals, rules.demands, rules.groups, rules.shares from approval_rules rules where slug = policy_slug
    union all
    select 1, array['AUTHOR_MAY_NOT_APPROVE', 'LAST_EDITOR_MAY_NOT_APPROVE', 'EARLIER_EDITORS_MAY_NOT_APPROVE',
                    'DECLINE_BLOCKS'], '{}', '{}'
     where not exists (select from approval_rules where slug = policy_slug)
$$;
