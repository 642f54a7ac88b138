-- A heartbeat moves `lease_until` only: without an index on it the update stays within its page and
-- touches no index at all. Few jobs are leased at a time, so that the ones that ran out are found
-- by looking at all of them.
drop index job_leased;
