package dev.precept.registry.golden;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Golden cases in the order in which they were added, a stretch at a time.
@Repository
class ExportRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExportRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param set a frozen set; null for the cases in use
    /// @param after the last one that was read
    List<Case> next(String slug, @Nullable Integer set, @Nullable UUID after, int size) {
        var from =
                set == null
                        ? "golden_case g where g.slug = :slug and g.retired_at is null"
                        : "golden_set_member m join golden_case g on g.id = m.case_id"
                                + " where m.slug = :slug and m.number = :set";
        return jdbc.sql(
                        "select g.* from "
                                + from
                                + " and (:after::uuid is null or g.id > :after) order by g.id limit :size")
                .param("slug", slug)
                .param("set", set)
                .param("after", after)
                .param("size", size)
                .query((row, _) ->
                        new Case(
                                row.getObject("id", UUID.class),
                                new GoldenLine(
                                        json.readValue(row.getString("content"), Content.class),
                                        new GoldenExpectation(
                                                Outcome.valueOf(row.getString("outcome")),
                                                row.getString("label"),
                                                row.getString("rule_id")),
                                        row.getString("note"),
                                        row.getString("source"),
                                        row.getBoolean("guarded"),
                                        null)))
                .list();
    }

    /// A case with its id.
    record Case(UUID id, GoldenLine line) {}
}
