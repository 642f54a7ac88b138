-- A golden case never changes, because frozen sets are hashed over it. One whose expectation was wrong retires, and another
-- takes its place: a content stands once among the cases that are in use.
alter table golden_case add column retired_at timestamptz;
alter table golden_case drop constraint golden_case_slug_content_sha256_key;
create unique index golden_case_in_use on golden_case (slug, content_sha256) where retired_at is null;

create function golden_case_keeps() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'golden_case rows are kept: retire the case instead' using errcode = 'check_violation';
    end if;
    if old.retired_at is not null
       or (new.id, new.slug, new.content_sha256, new.content, new.outcome, new.source, new.added_by, new.added_at, new.guarded)
          is distinct from
          (old.id, old.slug, old.content_sha256, old.content, old.outcome, old.source, old.added_by, old.added_at, old.guarded)
       or (new.label, new.rule_id, new.note) is distinct from (old.label, old.rule_id, old.note) then
        raise exception 'golden_case rows do not change: retire the case and add another' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger golden_case_keeps before update or delete on golden_case
    for each row execute function golden_case_keeps();
create trigger golden_case_no_truncate before truncate on golden_case
    for each statement execute function refuse_change();
