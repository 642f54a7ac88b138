-- Where a decline blocks, a version that somebody declined is not approved in that submission, also where the decline was given
-- while it did not block, or past the application, which would have sent the version back. Whoever declined may still approve.
create function standing_declines(version policy_version) returns text[]
    language sql stable as $$
    select coalesce(array_agg(distinct reviewer order by reviewer), '{}') from policy_opinion decline
     where slug = version.slug and number = version.number and sha256 = version.sha256
       and submission = version.submission and not approves
       and not exists (
           select from policy_opinion approval
            where approval.slug = decline.slug and approval.number = decline.number
              and approval.sha256 = decline.sha256 and approval.submission = decline.submission
              and approval.approves and approval.reviewer = decline.reviewer
              and approval.given_at >= decline.given_at)
$$;

create function guard_declines() returns trigger language plpgsql as $$
begin
    if 'DECLINE_BLOCKS' = any ((approval_rules_of(new.slug)).demands) and standing_declines(old) <> '{}' then
        raise exception 'version % of % was declined by %', new.number, new.slug,
            array_to_string(standing_declines(old), ', ') using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_version_declines before update on policy_version
    for each row when (new.status = 'APPROVED' and old.status = 'IN_REVIEW')
    execute function guard_declines();
