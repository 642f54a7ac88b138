-- Leasing in order: `rank_at` is when a job became available, less a head start for interactive
-- jobs. Smaller goes first, so every job ages past those that come later, whatever its lane.
-- `excused` counts leases that cost no attempt (work given back unbegun, a requeued dead letter);
-- `attempt` itself never goes down, since it is the fencing token.
alter table job add column rank_at timestamptz;
update job set rank_at = available_at;
alter table job alter column rank_at set not null;
alter table job add column excused int not null default 0;

drop index job_waiting;
create index job_waiting on job (rank_at) where status = 'QUEUED';
create index job_waiting_policy on job (policy_sha256, rank_at) where status = 'QUEUED';
create index job_dead on job (ended_at desc, id desc) where status = 'DEAD';
