-- What the search over items reads: newest first without the playground, and the words of a content
-- without its JSON. There is deliberately no index on the words: it would cost every insertion.
create index item_newest on item (submitted_at desc, id desc) where not playground;

create function item_text(content jsonb) returns text
    language sql immutable parallel safe
    return case when content ->> 'kind' = 'chat'
                then (select string_agg(turn ->> 'text', e'\n')
                        from jsonb_array_elements(content -> 'turns') as turn)
                else content ->> 'text' end;
