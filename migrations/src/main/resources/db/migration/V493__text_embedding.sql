-- Contents of overturned cases, rules and examples as vectors, made by workers. A vector says much of its text: it is as
-- sensitive as the text is.
create table text_embedding (
    model    text        not null check (model ~ '^[0-9a-f]{64}$'),
    key      text        not null,
    vector   real[]      not null check (cardinality(vector) between 1 and 4096),
    made_by  text        not null,
    made_at  timestamptz not null,
    primary key (model, key)
);

create index case_decision_overturned on case_decision (case_id) where kind = 'OVERTURN';
