-- How an engine that writes came to its verdict: its reasoning, what is doubtful about it, and
-- where tokens and time went. Null from an engine that writes nothing.
alter table verdict add column account jsonb;
