-- What the rules ask for, held against whoever writes past the application: an opinion is about the text in review, an
-- approval comes from somebody whom the rules allow, once, and a version is approved by enough of them only.
create function may_approve(version policy_version, demands text[], person text) returns boolean
    language sql immutable as $$
    select not ('AUTHOR_MAY_NOT_APPROVE' = any (demands) and person = version.author
             or 'LAST_EDITOR_MAY_NOT_APPROVE' = any (demands) and person = version.last_editor
             or 'EARLIER_EDITORS_MAY_NOT_APPROVE' = any (demands) and person = any (version.editors)
                and person not in (version.author, version.last_editor))
$$;

create function guard_policy_opinion() returns trigger language plpgsql as $$
declare
    version policy_version;
begin
    perform from policy where slug = new.slug for update;
    select * into version from policy_version where slug = new.slug and number = new.number for update;
    if version.status is distinct from 'IN_REVIEW' or version.sha256 is distinct from new.sha256 then
        raise exception 'an opinion is about the text in review, by its hash' using errcode = 'restrict_violation';
    end if;
    if new.approves and not may_approve(version, (approval_rules_of(new.slug)).demands, new.reviewer) then
        raise exception 'four_eyes: % wrote on version % of %', new.reviewer, new.number, new.slug
            using errcode = 'restrict_violation';
    end if;
    new.submission := version.submission;
    return new;
end
$$;

create trigger policy_opinion_guard before insert on policy_opinion
    for each row execute function guard_policy_opinion();
create unique index policy_opinion_once on policy_opinion (slug, number, submission, reviewer)
    where approves and submission > 0;

create function guard_policy_approval() returns trigger language plpgsql as $$
declare
    rules record;
    given integer;
    share integer;
begin
    if new.status = 'IN_REVIEW' and old.status = 'DRAFT' then
        new.submission := old.submission + 1;
        new.approved_by := null;
        new.approved_at := null;
    elsif new.submission <> old.submission then
        raise exception 'only a submission counts submissions' using errcode = 'restrict_violation';
    end if;
    if new.status = 'IN_REVIEW' and old.status = 'IN_REVIEW'
       and (old.base_number, old.lineage) is distinct from (new.base_number, new.lineage) then
        raise exception 'a version in review keeps its base' using errcode = 'restrict_violation';
    end if;
    if not (new.status = 'APPROVED' and old.status = 'IN_REVIEW') then
        return new;
    end if;
    perform from policy where slug = new.slug for update;
    select * into rules from approval_rules_of(new.slug);
    select count(distinct reviewer) into given from policy_opinion
     where slug = new.slug and number = new.number and sha256 = old.sha256 and submission = old.submission
       and approves and may_approve(old, rules.demands, reviewer);
    if given < rules.approvals then
        raise exception 'four_eyes: version % of % has % of % approvals', new.number, new.slug, given, rules.approvals
            using errcode = 'restrict_violation';
    end if;
    if new.approved_by is not null and not exists (
           select from policy_opinion
            where slug = new.slug and number = new.number and sha256 = old.sha256 and submission = old.submission
              and approves and reviewer = new.approved_by) then
        raise exception 'four_eyes: % did not approve version % of %', new.approved_by, new.number, new.slug
            using errcode = 'restrict_violation';
    end if;
    for index in 1 .. cardinality(rules.groups) loop
        select count(distinct reviewer) into share from policy_opinion
         where slug = new.slug and number = new.number and sha256 = old.sha256 and submission = old.submission
           and approves and may_approve(old, rules.demands, reviewer) and rules.groups[index] = any (groups);
        if share < rules.shares[index] then
            raise exception 'four_eyes: version % of % has % of % approvals from %',
                new.number, new.slug, share, rules.shares[index], rules.groups[index]
                using errcode = 'restrict_violation';
        end if;
    end loop;
    if old.lineage < (select count(*) from policy_version
                       where slug = new.slug and status in ('APPROVED', 'RETIRED')) then
        raise exception 'version % of % must be rebased: another was approved since', new.number, new.slug
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_version_approval before update on policy_version
    for each row execute function guard_policy_approval();

alter table policy_version drop constraint four_eyes;
alter table policy_version drop constraint policy_version_check1;
alter table policy_version add constraint approved_when
    check ((status in ('APPROVED', 'RETIRED')) = (approved_at is not null));
