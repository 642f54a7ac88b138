-- A run can be repeated: the same bundle on the same cases, of a replay the same items with the same expectations.
alter table evaluation add column repeats uuid references evaluation (id);
