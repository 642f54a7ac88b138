-- What stable and candidate said of one item: one side is the item's answer, the other a shadow without effect. A
-- shadow's verdict is marked, so that no search and no answer of the item finds it.
alter table verdict add column shadow boolean not null default false;

create table rollout_pair (
    sequence          bigint generated always as identity primary key,
    rollout_id        uuid        not null references rollout,
    item_id           uuid        not null references item,
    stable_verdict    uuid        references verdict,
    stable_outcome    text,
    candidate_verdict uuid        references verdict,
    candidate_outcome text,
    judged_at         timestamptz not null,
    unique (rollout_id, item_id),
    check (stable_verdict is not null or candidate_verdict is not null),
    check ((stable_verdict is null) = (stable_outcome is null)),
    check ((candidate_verdict is null) = (candidate_outcome is null))
);

create index rollout_pair_newest on rollout_pair (rollout_id, sequence desc)
    include (stable_outcome, candidate_outcome);
create index rollout_pair_differs on rollout_pair (rollout_id, sequence desc)
    where stable_outcome <> candidate_outcome;
create index rollout_pair_course on rollout_pair (rollout_id, judged_at);
