-- Lines of a batch that were not accepted, and why; and how far a broken upload came. Two errors
-- can name one line: a line may be bad and the last one before the upload broke.
create table batch_line_error (
    batch_id  uuid   not null references batch (id),
    position  bigint generated always as identity,
    line      int    not null,
    custom_id text,
    code      text   not null,
    detail    text   not null,
    primary key (batch_id, position)
);
