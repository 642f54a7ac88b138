-- Where the rules ask for it, a version with an open thread is not approved.
create function open_threads(policy_slug text, version_number integer) returns integer
    language sql stable as $$
    select count(*)::integer from discussion_thread thread
     where slug = policy_slug and number = version_number
       and not coalesce((select resolved from discussion_state state
                          where state.thread_id = thread.id order by sequence desc limit 1), false)
$$;

create function guard_threads_resolved() returns trigger language plpgsql as $$
begin
    if 'THREADS_RESOLVED' = any ((approval_rules_of(new.slug)).demands)
       and open_threads(new.slug, new.number) > 0 then
        raise exception 'version % of % has % open threads', new.number, new.slug, open_threads(new.slug, new.number)
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_version_threads before update on policy_version
    for each row when (new.status = 'APPROVED' and old.status = 'IN_REVIEW')
    execute function guard_threads_resolved();
