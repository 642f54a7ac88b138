package dev.precept.registry.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps payloads as canonical JSON (RFC 8785) text, byte for byte what was written.
@Repository
class JdbcLedger implements Ledger {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcLedger(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Event> events) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "insert into ledger_entry (recorded_at, actor, type, subject, payload)"
                        + " values (?, ?, ?, ?, ?)",
                events,
                500,
                (statement, event) -> {
                    statement.setTimestamp(1, now);
                    statement.setString(2, event.actor());
                    statement.setString(3, event.type());
                    statement.setString(4, event.subject());
                    statement.setString(5, canonical(event));
                });
    }

    private String canonical(Event event) {
        try {
            var canonical = new JsonCanonicalizer(json.writeValueAsString(event.payload()));
            return new String(canonical.getEncodedUTF8(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
