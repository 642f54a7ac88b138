package dev.precept.registry.goldenset;

import dev.precept.registry.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SHA-256 of a golden set: over the canonical JSON (RFC 8785) of the array of its cases,
/// sorted by the hash of their normalised content. Canonical JSON of an array is that of its
/// elements joined by commas, so cases are read and hashed one by one.
@Component
class GoldenDigest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FETCH = 1_000;

    private final JdbcTemplate jdbc;

    GoldenDigest(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param sha256 in hex
    record Sealed(String sha256, int cases) {}

    Sealed of(String slug) {
        var digest = Sha256.begin();
        var cases = new int[1];
        digest.update((byte) '[');
        jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    """
                                    select content, outcome, label, rule_id, guarded
                                      from golden_case where slug = ? and retired_at is null
                                     order by content_sha256
                                    """);
                    statement.setFetchSize(FETCH);
                    statement.setString(1, slug);
                    return statement;
                },
                row -> {
                    if (cases[0]++ > 0) {
                        digest.update((byte) ',');
                    }
                    digest.update(canonical(row).getBytes(StandardCharsets.UTF_8));
                });
        digest.update((byte) ']');
        return new Sealed(HexFormat.of().formatHex(digest.digest()), cases[0]);
    }

    private static String canonical(ResultSet row) throws SQLException {
        var json = JSON.createObjectNode();
        json.set("content", JSON.readTree(row.getString("content")));
        json.put("outcome", row.getString("outcome"));
        json.put("label", row.getString("label"));
        json.put("ruleId", row.getString("rule_id"));
        json.put("protected", row.getBoolean("guarded"));
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(json)).getEncodedString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
