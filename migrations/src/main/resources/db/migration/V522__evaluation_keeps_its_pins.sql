-- A run stays what it measured: its bundle and set by number and hash, its cases and what was expected of them, and what was
-- judged. It is complete when no case is open, and ends once.
alter table golden_set add unique (slug, number, sha256);
alter table evaluation add foreign key (slug, golden_number, golden_sha256) references golden_set (slug, number, sha256);
alter table evaluation add foreign key (policy_sha256, slug, policy_number) references policy_bundle (sha256, slug, number);
alter table evaluation add constraint pinned_by_hash check ((golden_number is null) = (golden_sha256 is null));

create function guard_evaluation() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'PREPARING' then
            raise exception 'an evaluation starts with preparing' using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if (to_jsonb(old) - array['state', 'finished_at']) <> (to_jsonb(new) - array['state', 'finished_at']) then
        raise exception 'an evaluation keeps what it is bound to' using errcode = 'restrict_violation';
    end if;
    if (old.state, new.state) not in
           (('PREPARING', 'PREPARING'), ('PREPARING', 'RUNNING'), ('PREPARING', 'CANCELLED'), ('RUNNING', 'RUNNING'),
            ('RUNNING', 'COMPLETED'), ('RUNNING', 'CANCELLED')) then
        raise exception 'an evaluation does not go from % to %', old.state, new.state
            using errcode = 'restrict_violation';
    end if;
    if new.state = 'COMPLETED' and exists (
           select from evaluation_case
            where evaluation_id = new.id and state in ('WAITING', 'QUEUED')) then
        raise exception 'an evaluation with open cases is not complete' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger evaluation_guard before insert or update on evaluation
    for each row execute function guard_evaluation();

create function guard_evaluation_case() returns trigger language plpgsql as $$
begin
    if (old.evaluation_id, old.position, old.origin, old.expected_outcome, old.expected_label, old.guarded, old.language)
       is distinct from
       (new.evaluation_id, new.position, new.origin, new.expected_outcome, new.expected_label, new.guarded, new.language)
       or old.state <> 'WAITING' and old.expected_rule is distinct from new.expected_rule then
        raise exception 'a case of an evaluation keeps what is expected of it' using errcode = 'restrict_violation';
    end if;
    if old.state in ('JUDGED', 'FAILED') and old is distinct from new then
        raise exception 'a case of an evaluation is judged once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger evaluation_case_guard before update on evaluation_case
    for each row execute function guard_evaluation_case();

create function guard_gathered_cases() returns trigger language plpgsql as $$
begin
    if exists (select from evaluation
                where id in (select evaluation_id from added) and state <> 'PREPARING') then
        raise exception 'the cases of an evaluation are gathered once' using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;

create trigger evaluation_case_gathered after insert on evaluation_case
    referencing new table as added for each statement execute function guard_gathered_cases();
