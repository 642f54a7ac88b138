-- A version on its way: how often it was submitted (approvals belong to one submission), what it was written from, how
-- many approved versions there were then (one more now, and it must be rebased), and who else may read the draft.
alter table policy_version add column submission integer not null default 0;
alter table policy_version add column base_number integer;
alter table policy_version add column lineage integer not null default 0;
alter table policy_version add column invited text[] not null default '{}';

update policy_version version
   set submission = case when version.status = 'DRAFT' then 0 else 1 end,
       lineage = (select count(*) from policy_version other
                   where other.slug = version.slug and other.status in ('APPROVED', 'RETIRED')),
       base_number = (select max(number) from policy_version other
                       where other.slug = version.slug and other.number < version.number
                         and other.status in ('APPROVED', 'RETIRED'));

alter table policy_version add foreign key (slug, base_number) references policy_version (slug, number);
alter table policy_opinion add column groups text[] not null default '{}';
alter table policy_opinion add column submission integer not null default 0;
