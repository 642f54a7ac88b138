-- Decisions of people, kept for ever: a case has one final decision at most, and one escalation.
create table case_decision (
    id                  uuid        primary key,
    case_id             uuid        not null references review_case (id),
    kind                text        not null check (kind in ('UPHOLD', 'OVERTURN', 'ESCALATE')),
    outcome             text        check (outcome in ('VIOLATES', 'SAFE', 'UNDETERMINED')),
    label               text,
    rule_ids            text[]      not null,
    reason              text        not null,
    decided_by          text        not null,
    decided_at          timestamptz not null,
    added_to_golden_set boolean     not null,
    check ((kind = 'ESCALATE') = (outcome is null))
);

create unique index case_decision_once on case_decision (case_id, (kind = 'ESCALATE'));

create trigger case_decision_append_only
    before update or delete on case_decision
    for each row execute function refuse_change();

create trigger case_decision_no_truncate
    before truncate on case_decision
    for each statement execute function refuse_change();
