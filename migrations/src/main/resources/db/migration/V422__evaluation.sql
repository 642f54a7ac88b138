-- Evaluations: one version of a policy on a frozen golden set, or on a sample of past items. Each case is a row with
-- what was expected and, once judged, what was said; a case is judged once, so a run survives any restart.
create table evaluation (
    id            uuid        primary key,
    slug          text        not null references policy,
    policy_number integer     not null,
    policy_sha256 text        not null references policy_bundle,
    kind          text        not null check (kind in ('GOLDEN', 'REPLAY')),
    golden_number integer,
    golden_sha256 text,
    replay_count  integer,
    replay_since  timestamptz,
    state         text        not null default 'PREPARING'
                  check (state in ('PREPARING', 'RUNNING', 'COMPLETED', 'CANCELLED')),
    started_by    text        not null,
    created_at    timestamptz not null,
    finished_at   timestamptz,
    foreign key (slug, golden_number) references golden_set (slug, number),
    check ((kind = 'GOLDEN') = (golden_number is not null)),
    check ((kind = 'REPLAY') = (replay_count is not null)),
    check ((state in ('COMPLETED', 'CANCELLED')) = (finished_at is not null))
);

create index evaluation_newest on evaluation (slug, id desc);
create index evaluation_open on evaluation (id) where state in ('PREPARING', 'RUNNING');

-- The content of a case as an item that no search shows, kept once however often it is evaluated.
create table evaluation_item (
    origin  uuid primary key,
    item_id uuid not null references item (id)
);

create table evaluation_case (
    evaluation_id    uuid    not null references evaluation (id),
    position         integer not null,
    origin           uuid    not null,
    expected_outcome text    not null,
    expected_label   text,
    expected_rule    text,
    guarded          boolean not null,
    language         text,
    state            text    not null default 'WAITING'
                     check (state in ('WAITING', 'QUEUED', 'JUDGED', 'FAILED')),
    item_id          uuid,
    verdict_id       uuid unique references verdict (id),
    outcome          text,
    labels           text[],
    rule_ids         text[],
    rationale_length integer,
    tokens           integer,
    millis           bigint,
    primary key (evaluation_id, position),
    unique (evaluation_id, origin),
    check ((state = 'JUDGED') = (verdict_id is not null)),
    check ((state = 'WAITING') = (item_id is null))
);

create index evaluation_case_open on evaluation_case (evaluation_id, state, position)
    where state in ('WAITING', 'QUEUED');
