package dev.precept.registry.ledger;

import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.contracts.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the ledger page by page, newest first.
@Repository
class LedgerReader {

    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LedgerReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<LedgerEntry> page(
            @Nullable String subject,
            @Nullable String actor,
            @Nullable String type,
            long before,
            int size) {
        List<LedgerEntry> found =
                jdbc.sql(
                                """
                                select sequence, recorded_at, actor, type, subject, payload
                                  from ledger_entry
                                 where sequence < :before
                                   and (:subject::text is null or subject = :subject)
                                   and (:actor::text is null or actor = :actor)
                                   and (:type::text is null or type = :type
                                        or starts_with(type, :type || '.'))
                                 order by sequence desc
                                 limit :size
                                """)
                        .param("before", before)
                        .param("subject", subject)
                        .param("actor", actor)
                        .param("type", type)
                        .param("size", size + 1)
                        .query(this::entry)
                        .list();
        return Page.of(found, size, entry -> Long.toString(entry.sequence()));
    }

    private LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("sequence"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor"),
                row.getString("type"),
                row.getString("subject"),
                json.readValue(row.getString("payload"), PAYLOAD));
    }
}
