-- The role of the application, where it is not the owner who migrates, may read and write rows and nothing else: no table, no
-- trigger, no TRUNCATE. What a trigger refuses to change is not granted either, rows go from the few tables that are listed
-- here, numbers that the database counts are not chosen, and the history of aliases is written by its trigger alone. Runs after
-- every migration, for new tables too.
do $$
declare
    application constant text := '${application}';
    home constant text := current_schema();
    each record;
begin
    if application in ('', current_user) then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('precept application role', 0));
    if not exists (select from pg_roles where rolname = application) then
        raise exception 'there is no role %: create it before it is granted anything', application;
    end if;
    if pg_has_role(application, current_user, 'MEMBER') or has_schema_privilege(application, home, 'CREATE') then
        raise exception 'the role % is a superuser, belongs to the owner % or may create in %: it could undo what the '
            'database refuses', application, current_user, home;
    end if;

    -- A trigger looks its tables up where they are, whatever the session that fires it set or created before.
    for each in
        select oid::regprocedure as signature from pg_proc
         where pronamespace = home::regnamespace and prorettype = 'trigger'::regtype
    loop
        execute format('alter function %s set search_path = %I, pg_temp', each.signature, home);
    end loop;

    execute format('grant usage on schema %I to %I', home, application);
    for each in
        select relation.oid::regclass as name,
               concat_ws(', ', 'select',
                   case when relation.relname in ('flyway_schema_history', 'policy_alias_move') then null
                        when counted.columns is null then 'insert'
                        else format('insert (%s)', counted.columns) end,
                   case when relation.relname <> 'flyway_schema_history' and not exists (
                                 select from pg_trigger
                                   join pg_proc on pg_proc.oid = tgfoid and proname like 'refuse\_%'
                                  where tgrelid = relation.oid and tgtype::integer & 16 > 0 and tgqual is null)
                        then 'update' end,
                   case when relation.relname in ('golden_upload', 'golden_upload_line', 'golden_upload_row',
                                                  'golden_upload_problem', 'thought')
                        then 'delete' end) as privileges
          from pg_class relation
          left join lateral (
                select string_agg(quote_ident(attname), ', ') filter (where attidentity = '') as columns
                  from pg_attribute where attrelid = relation.oid and attnum > 0 and not attisdropped
                having bool_or(attidentity <> '')) counted on true
         where relnamespace = home::regnamespace and relkind in ('r', 'p', 'v')
    loop
        execute format('revoke all on table %s from %I', each.name, application);
        execute format('grant %s on table %s to %I', each.privileges, each.name, application);
    end loop;
end
$$;
