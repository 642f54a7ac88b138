-- A frozen golden set has as many members as it says, all of its own policy, from the transaction on that freezes it: nothing
-- comes in later.
create function guard_frozen_members() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select frozen.slug, frozen.number, frozen.cases, count(*) as members into wrong
      from golden_set frozen
      join (select distinct slug, number from added) touched using (slug, number)
      join golden_set_member member using (slug, number)
     group by frozen.slug, frozen.number, frozen.cases
    having count(*) > frozen.cases limit 1;
    if wrong.slug is not null then
        raise exception 'golden set % of % is frozen with % cases; % are too many',
            wrong.number, wrong.slug, wrong.cases, wrong.members using errcode = 'restrict_violation';
    end if;
    if exists (select from added join golden_case on golden_case.id = added.case_id
                where golden_case.slug <> added.slug) then
        raise exception 'a golden set holds cases of its own policy' using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;

create trigger golden_set_member_whole after insert on golden_set_member
    referencing new table as added for each statement execute function guard_frozen_members();

create function guard_frozen_set() returns trigger language plpgsql as $$
begin
    if new.cases <> (select count(*) from golden_set_member where slug = new.slug and number = new.number) then
        raise exception 'golden set % of % is frozen with its % cases in one transaction',
            new.number, new.slug, new.cases using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;

create constraint trigger golden_set_whole after insert on golden_set
    deferrable initially deferred for each row execute function guard_frozen_set();
