package dev.precept.registry.goldenset;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseId;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.verdict.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Golden cases in the database, each content once a policy.
@Repository
class GoldenCaseRows {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    GoldenCaseRows(JdbcTemplate batches, JdbcClient jdbc, JsonMapper json) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return how many were new
    int insert(String slug, List<NewGoldenCase> cases, String source, String actor, Instant at) {
        return batches.update(
                """
                insert into golden_case (id, slug, content_sha256, content, outcome, label,
                                         rule_id, note, source, added_by, added_at, guarded)
                select uuidv7(), ?, t.sha256, t.content, t.outcome, t.label, t.rule_id, t.note,
                       ?, ?, ?, t.guarded
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::boolean[])
                       t (sha256, content, outcome, label, rule_id, note, guarded)
                on conflict (slug, content_sha256) where retired_at is null do nothing
                """,
                slug,
                source,
                actor,
                Timestamp.from(at),
                column(cases, golden -> GoldenFingerprint.of(golden.content())),
                column(
                        cases,
                        golden ->
                                json.writerFor(Content.class).writeValueAsString(golden.content())),
                column(cases, golden -> golden.expected().outcome().name()),
                column(cases, golden -> golden.expected().label()),
                column(cases, golden -> golden.expected().ruleId()),
                column(cases, NewGoldenCase::note),
                cases.stream()
                        .map(golden -> Boolean.TRUE.equals(golden.guarded()))
                        .toArray(Boolean[]::new));
    }

    /// Retires the case of this content, unless it is protected and expects this outcome.
    void retireUnprotected(String slug, NewGoldenCase golden, Instant at) {
        jdbc.sql(
                        """
                        update golden_case set retired_at = ?
                         where slug = ? and content_sha256 = ? and retired_at is null
                           and not (guarded and outcome = ?)
                        """)
                .params(
                        Timestamp.from(at),
                        slug,
                        GoldenFingerprint.of(golden.content()),
                        golden.expected().outcome().name())
                .update();
    }

    private static @Nullable String[] column(
            List<NewGoldenCase> cases, Function<NewGoldenCase, @Nullable String> value) {
        return cases.stream().map(value).toArray(String[]::new);
    }

    /// Also a case that has retired.
    Optional<Stored> find(String slug, GoldenCaseId id) {
        return jdbc.sql("select * from golden_case where slug = ? and id = ?")
                .params(slug, id.value())
                .query((row, number) ->
                        new Stored(golden(row, number), row.getTimestamp("retired_at") != null))
                .optional();
    }

    /// The case in use that has this content.
    GoldenCase inUse(String slug, Content content) {
        return jdbc.sql(
                        "select * from golden_case"
                                + " where slug = ? and content_sha256 = ? and retired_at is null")
                .params(slug, GoldenFingerprint.of(content))
                .query(this::golden)
                .single();
    }

    void retire(GoldenCaseId id, Instant at) {
        jdbc.sql("update golden_case set retired_at = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    Page<GoldenCase> page(String slug, GoldenSearch wanted, @Nullable UUID before, int size) {
        var found =
                jdbc.sql(
                                """
                                select * from golden_case
                                 where slug = :slug and retired_at is null
                                   and (:before::uuid is null or id < :before)
                                   and (:outcome::text is null or outcome = :outcome)
                                   and (:rule::text is null or rule_id = :rule)
                                   and (:language::text is null or :language =
                                        coalesce(content::jsonb ->> 'language', :none))
                                   and (:text::text is null
                                        or item_text(content::jsonb) ilike :text
                                        or note ilike :text)
                                 order by id desc limit :size
                                """)
                        .param("slug", slug)
                        .param("before", before)
                        .param("outcome", wanted.outcome() == null ? null : wanted.outcome().name())
                        .param("rule", blankToNull(wanted.ruleId()))
                        .param("language", blankToNull(wanted.language()))
                        .param("none", GoldenSearch.NO_LANGUAGE)
                        .param("text", pattern(blankToNull(wanted.text())))
                        .param("size", size + 1)
                        .query(this::golden)
                        .list();
        return Page.of(found, size, golden -> golden.id().toString());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// What is typed stands for itself, also where it is a sign of patterns.
    private static @Nullable String pattern(@Nullable String text) {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /// A case, and whether it is out of use.
    record Stored(GoldenCase golden, boolean retired) {}

    private GoldenCase golden(ResultSet row, int number) throws SQLException {
        return new GoldenCase(
                new GoldenCaseId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                json.readValue(row.getString("content"), Content.class),
                new GoldenExpectation(
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("label"),
                        row.getString("rule_id")),
                row.getString("note"),
                row.getString("source"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant(),
                row.getBoolean("guarded"),
                null);
    }
}
