-- Row triggers do not see TRUNCATE; what must not be deleted must not be emptied either.
create trigger policy_bundle_no_truncate before truncate on policy_bundle
    for each statement execute function refuse_change();
create trigger policy_opinion_no_truncate before truncate on policy_opinion
    for each statement execute function refuse_change();
create trigger policy_version_no_truncate before truncate on policy_version
    for each statement execute function refuse_change();
