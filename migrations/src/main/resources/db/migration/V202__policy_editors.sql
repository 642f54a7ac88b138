-- Four eyes mean everyone who ever wrote on a draft, not only its author and whoever edited it last: otherwise an
-- editor could approve after one more save by somebody else.
alter table policy_version add column editors text[];
update policy_version set editors = array(select distinct unnest(array[author, last_editor]));
alter table policy_version alter column editors set not null;
alter table policy_version add constraint editors_complete check (array[author, last_editor] <@ editors);
alter table policy_version drop constraint four_eyes;
alter table policy_version add constraint four_eyes check (approved_by is null or approved_by <> all (editors));
