-- The way back leads to what stood by the rules. A move past closed gates stands from the review on that accepts it; until
-- then, and when it was rejected, going back passes over it, also where somebody moves the alias past the application.
create function alias_move_stands(move policy_alias_move) returns boolean
    language sql stable as $$
    select move.cause <> 'BREAK_GLASS' or coalesce((
        select glass.accepted from break_glass glass
         where glass.slug = move.slug and glass.alias = move.alias and glass.to_number = move.to_number
           and glass.broken_at <= move.moved_at
         order by glass.broken_at desc limit 1), false)
$$;

create function guard_way_back() returns trigger language plpgsql as $$
begin
    if not exists (
           select from policy_alias_move move
            where move.slug = new.slug and move.alias = new.alias and move.to_number = new.number
              and move.cause <> 'ROLLED_BACK' and alias_move_stands(move)) then
        raise exception 'version % of % never stood at %: its gates were closed, and no review accepted it',
            new.number, new.slug, new.alias using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger policy_alias_way_back before update on policy_alias
    for each row when (new.cause = 'ROLLED_BACK' and new.number <> old.number) execute function guard_way_back();
