-- How grave the organisation takes what the linter finds, where that differs from the product's own choice: one row, or
-- none while nobody has changed anything. Findings without which a rule, a label or a setting would get lost cannot be
-- lowered, also by whoever writes past the application.
create table lint_setting (
    one        boolean     primary key default true check (one),
    revision   integer     not null check (revision > 0),
    levels     jsonb       not null check (jsonb_typeof(levels) = 'object'),
    changed_by text        not null check (changed_by <> ''),
    changed_at timestamptz not null,
    constraint known_levels check (
        not jsonb_path_exists(levels, '$.* ? (!(@ == "OFF" || @ == "ADVICE" || @ == "WARNING" || @ == "ERROR"))')),
    constraint fixed_codes check (
        not levels ?| array[
            'front-matter-missing', 'front-matter-yaml', 'front-matter-shape', 'front-matter-key',
            'front-matter-twice', 'effort', 'threshold', 'output-format', 'replaced-form', 'replaced-rule',
            'labels-missing', 'label-name', 'label-rule', 'rule-unlabelled', 'rules-missing', 'rule-id',
            'rule-empty', 'rule-twice', 'rule-unread'])
);
