-- Golden sets frozen: what an evaluation measured stays as it was, whatever is added later. A frozen set is its number,
-- its hash and its members; cases that are protected must never be judged wrong by what goes live.
alter table golden_case add column guarded boolean not null default false;

create table golden_set (
    slug      text        not null references policy,
    number    integer     not null check (number > 0),
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    cases     integer     not null check (cases > 0),
    frozen_by text        not null check (frozen_by <> ''),
    frozen_at timestamptz not null,
    primary key (slug, number),
    unique (slug, sha256)
);

create table golden_set_member (
    slug    text    not null,
    number  integer not null,
    case_id uuid    not null references golden_case,
    primary key (slug, number, case_id),
    foreign key (slug, number) references golden_set
);

create trigger golden_set_immutable before update or delete on golden_set
    for each row execute function refuse_change();
create trigger golden_set_no_truncate before truncate on golden_set
    for each statement execute function refuse_change();
create trigger golden_set_member_immutable before update or delete on golden_set_member
    for each row execute function refuse_change();
create trigger golden_set_member_no_truncate before truncate on golden_set_member
    for each statement execute function refuse_change();
