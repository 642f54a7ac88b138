-- What a model has written so far on a job that somebody watches. It lives for seconds and may be
-- lost in a crash, so it is kept out of the write-ahead log.
create unlogged table thought (
    job_id uuid primary key,
    text   text not null
);
