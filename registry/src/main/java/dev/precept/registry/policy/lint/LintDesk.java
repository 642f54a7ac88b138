package dev.precept.registry.policy.lint;

import dev.precept.contracts.policy.LintLevel;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintSettings;
import dev.precept.contracts.policy.LintSettingsEdit;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.document.LintCode;
import dev.precept.registry.policy.document.PolicyDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The linter as the organisation has set it. A change holds for every text that is looked over
/// afterwards.
@Service
@Transactional
public class LintDesk {

    private static final TypeReference<Map<String, LintLevel>> LEVELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ledger ledger;
    private final Clock clock;

    LintDesk(JdbcClient jdbc, JsonMapper json, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Stored(
            int revision,
            Map<String, LintLevel> levels,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    @Transactional(readOnly = true)
    public LintReport lint(PolicyDocument document) {
        return PolicyLinter.lint(document, levels(stored()));
    }

    @Transactional(readOnly = true)
    public LintSettings get() {
        return settings(stored());
    }

    public LintSettings set(Actor actor, int basedOn, LintSettingsEdit edit) {
        edit.levels().keySet().forEach(LintDesk::requireChangeable);
        var levels = json.writeValueAsString(new TreeMap<>(edit.levels()));
        if (write(basedOn, levels, actor.name()) == 0) {
            int revision = stored().revision();
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The settings are at revision %d, your change is based on %d. Load them again."
                            .formatted(revision, basedOn),
                    Map.of("basedOn", basedOn, "revision", revision));
        }
        ledger.append(
                actor.name(),
                "lint.settings.changed",
                "lint-settings",
                Map.of("revision", basedOn + 1, "levels", new TreeMap<>(edit.levels())));
        return settings(stored());
    }

    private int write(int basedOn, String levels, String actor) {
        var now = Timestamp.from(clock.instant());
        return basedOn == 0
                ? jdbc.sql(
                                """
                                insert into lint_setting (revision, levels, changed_by, changed_at)
                                values (1, ?::jsonb, ?, ?) on conflict (one) do nothing
                                """)
                        .params(levels, actor, now)
                        .update()
                : jdbc.sql(
                                """
                                update lint_setting
                                   set revision = revision + 1, levels = ?::jsonb, changed_by = ?,
                                       changed_at = ?
                                 where revision = ?
                                """)
                        .params(levels, actor, now, basedOn)
                        .update();
    }

    private static void requireChangeable(String wireName) {
        var code =
                LintCode.of(wireName)
                        .orElseThrow(() ->
                                new PreceptException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "The linter has no code of one of these names;"
                                                + " GET /v1/lint-settings lists them."));
        if (code.fixed()) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "%s is always an error: %s".formatted(wireName, code.why()));
        }
    }

    private Stored stored() {
        return jdbc.sql("select revision, levels, changed_by, changed_at from lint_setting")
                .query(this::stored)
                .optional()
                .orElse(new Stored(0, Map.of(), null, null));
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getInt("revision"),
                json.readValue(row.getString("levels"), LEVELS),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    /// A code that the linter no longer has is passed over.
    private static LintLevels levels(Stored stored) {
        var levels = new EnumMap<LintCode, LintLevel>(LintCode.class);
        stored.levels()
                .forEach((name, level) ->
                        LintCode.of(name).ifPresent(code -> levels.put(code, level)));
        return new LintLevels(levels);
    }

    private static LintSettings settings(Stored stored) {
        var levels = levels(stored);
        return new LintSettings(
                stored.revision(),
                Arrays.stream(LintCode.values())
                        .map(code ->
                                new LintSettings.Code(
                                        code.wireName(),
                                        levels.of(code),
                                        LintLevels.usual(code),
                                        code.fixed(),
                                        code.why()))
                        .toList(),
                stored.changedBy(),
                stored.changedAt());
    }
}
