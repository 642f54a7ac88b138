-- A bundle is what its hash says, of the version that it names, and a version is submitted under a bundle of its own text: what
-- approvers read is what models get, also by direct SQL.
alter table policy_bundle add constraint hash_of_its_bytes
    check (sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex'));
alter table policy_bundle add constraint names_its_version
    check (canonical::jsonb ->> 'slug' = slug and (canonical::jsonb ->> 'number')::integer = number);

-- A text without the mark of its encoding and with one kind of line end, as bundles have it.
create function text_as_sealed(text text) returns text
    language sql immutable strict parallel safe
    return replace(replace(case when left(text, 1) = U&'\FEFF' then substr(text, 2) else text end,
                           e'\r\n', e'\n'), e'\r', e'\n');

create function guard_sealed_text() returns trigger language plpgsql as $$
begin
    if not exists (select from policy_bundle
                    where sha256 = new.sha256 and canonical::jsonb ->> 'text' = text_as_sealed(new.text)) then
        raise exception 'version % of % is submitted under a bundle of its own text', new.number, new.slug
            using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;

create trigger policy_version_sealed after update on policy_version
    for each row when (new.sha256 is not null and new.sha256 is distinct from old.sha256)
    execute function guard_sealed_text();
