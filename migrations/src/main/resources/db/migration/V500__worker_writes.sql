-- Whether a worker proposes wordings of policies.
alter table worker add column writes boolean not null default false;
