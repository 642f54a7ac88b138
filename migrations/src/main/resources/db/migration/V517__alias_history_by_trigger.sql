-- The history of an alias is written by the move itself, as the owner of the tables: the role of the application may not
-- write into it, so that nobody can invent that a version once stood where it wants to go back to.
alter function keep_alias_move() security definer set search_path = ${flyway:defaultSchema}, pg_temp;
