-- Cases: verdicts that a person must look at, one case for a verdict at most. `pressing` orders the
-- queue, smallest first: escalated, undetermined, low confidence (the least sure first), samples.
-- A claim that has expired is free again without anybody touching the row.
create table review_case (
    id               uuid        primary key,
    verdict_id       uuid        not null unique references verdict (id),
    policy_slug      text        not null,
    reason           text        not null
                     check (reason in ('LOW_CONFIDENCE', 'UNDETERMINED', 'QUALITY_SAMPLE')),
    confidence       float8      not null,
    state            text        not null default 'OPEN'
                     check (state in ('OPEN', 'CLAIMED', 'ESCALATED', 'DECIDED')),
    revision         int         not null default 0,
    opened_at        timestamptz not null,
    escalated        boolean     not null default false,
    claimed_by       text,
    claim_expires_at timestamptz,
    pressing         float8      not null generated always as (
                         case when escalated then -1
                              when reason = 'UNDETERMINED' then 0
                              when reason = 'LOW_CONFIDENCE' then 1 + confidence
                              else 3 end) stored,
    check ((state = 'CLAIMED') = (claimed_by is not null)),
    check ((claimed_by is null) = (claim_expires_at is null))
);

create index review_case_pressing on review_case (pressing, opened_at, id) where state <> 'DECIDED';
create index review_case_policy on review_case (policy_slug, pressing, opened_at, id)
    where state <> 'DECIDED';
create index review_case_claimed on review_case (claimed_by) where state = 'CLAIMED';
