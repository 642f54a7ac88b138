-- After a failure that may pass, the next attempt waits.
alter table wording_proposal add column not_before timestamptz;
