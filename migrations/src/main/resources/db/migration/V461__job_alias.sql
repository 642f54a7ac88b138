-- The alias that a job was asked with, if it was one: its version is then settled when the job is leased, and a moved
-- alias holds for every job that nobody has in hand.
alter table job add column policy_alias text;
