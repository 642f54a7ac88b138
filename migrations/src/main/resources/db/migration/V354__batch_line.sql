-- Accepted lines of a batch by their number: what keeps results in order, and custom_id unique.
create table batch_line (
    batch_id  uuid not null references batch (id),
    line      int  not null,
    custom_id text not null,
    item_id   uuid not null,
    primary key (batch_id, line)
);
