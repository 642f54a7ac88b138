-- Where the rules say so, whoever wrote on a version cannot make it live; going back to what was live before is open.
-- Deferred to the end of the transaction, when the move is in the history too, so that the application's own refusal,
-- which says more, comes first.
create function guard_activation() returns trigger language plpgsql as $$
begin
    if new.alias <> 'live' or (tg_op = 'UPDATE' and new.number = old.number) then
        return new;
    end if;
    if new.cause = 'ROLLED_BACK' and 1 < (
           select count(*) from policy_alias_move
            where slug = new.slug and alias = new.alias and to_number = new.number) then
        return new;
    end if;
    if 'WRITERS_MAY_NOT_ACTIVATE' = any ((approval_rules_of(new.slug)).demands) and exists (
           select from policy_version
            where slug = new.slug and number = new.number and new.moved_by = any (editors)) then
        raise exception 'four_eyes: % wrote on version % of % and cannot make it live',
            new.moved_by, new.number, new.slug using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create constraint trigger policy_alias_activation after insert or update on policy_alias
    deferrable initially deferred for each row execute function guard_activation();
