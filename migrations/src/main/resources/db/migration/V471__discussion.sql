-- Comments on a version, in threads anchored to a line or a rule. Nothing of it is ever altered; that a thread was
-- resolved or opened again is one more row.
create table discussion_thread (
    id        uuid        primary key,
    slug      text        not null,
    number    integer     not null,
    revision  integer     not null,
    line      integer     check (line > 0),
    rule      text,
    quote     text        not null,
    opened_by text        not null check (opened_by <> ''),
    opened_at timestamptz not null,
    foreign key (slug, number) references policy_version (slug, number)
);
create index discussion_thread_version on discussion_thread (slug, number, id);

create table discussion_comment (
    id         uuid        primary key,
    thread_id  uuid        not null references discussion_thread,
    author     text        not null check (author <> ''),
    text       text        not null check (length(text) between 1 and 4000),
    written_at timestamptz not null
);
create index discussion_comment_thread on discussion_comment (thread_id, id);

create table discussion_state (
    sequence  bigint      generated always as identity primary key,
    thread_id uuid        not null references discussion_thread,
    resolved  boolean     not null,
    set_by    text        not null check (set_by <> ''),
    set_at    timestamptz not null
);
create index discussion_state_newest on discussion_state (thread_id, sequence desc);

create trigger discussion_thread_immutable before update or delete on discussion_thread
    for each row execute function refuse_change();
create trigger discussion_thread_no_truncate before truncate on discussion_thread
    for each statement execute function refuse_change();
create trigger discussion_comment_immutable before update or delete on discussion_comment
    for each row execute function refuse_change();
create trigger discussion_comment_no_truncate before truncate on discussion_comment
    for each statement execute function refuse_change();
create trigger discussion_state_immutable before update or delete on discussion_state
    for each row execute function refuse_change();
create trigger discussion_state_no_truncate before truncate on discussion_state
    for each statement execute function refuse_change();
