-- A review that is owed, or that rejected, binds: nobody goes past the gates of an alias again before the last time was
-- reviewed, nor to a version that a review sent back.
create function guard_new_break_glass() returns trigger language plpgsql as $$
begin
    perform from policy where slug = new.slug for update;
    if exists (select from break_glass
                where slug = new.slug and alias = new.alias and reviewed_by is null) then
        raise exception 'a review of the glass broken at % of % is owed', new.alias, new.slug
            using errcode = 'restrict_violation';
    end if;
    if exists (select from break_glass
                where slug = new.slug and alias = new.alias and to_number = new.to_number and not accepted) then
        raise exception 'a review rejected version % of % past its gates', new.to_number, new.slug
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger break_glass_review_binds before insert on break_glass
    for each row execute function guard_new_break_glass();
