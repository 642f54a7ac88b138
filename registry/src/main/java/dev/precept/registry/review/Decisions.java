package dev.precept.registry.review;

import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.Decision;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.verdict.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Decisions as they were taken; rows are added and never changed.
@Repository
class Decisions {

    private final JdbcTemplate jdbc;

    Decisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseId id, Decision decision) {
        var outcome = decision.outcome();
        jdbc.update(
                """
                insert into case_decision (id, case_id, kind, outcome, label, rule_ids, reason,
                                           decided_by, decided_at, added_to_golden_set)
                values (uuidv7(), ?, ?, ?, ?, ?::text[], ?, ?, ?, ?)
                """,
                id.value(),
                decision.kind().name(),
                outcome == null ? null : outcome.name(),
                decision.label(),
                decision.ruleIds().toArray(String[]::new),
                decision.reason(),
                decision.decidedBy(),
                Timestamp.from(decision.decidedAt()),
                decision.addedToGoldenSet());
    }

    /// The final decision of each case or, before there is one, its escalation.
    Map<CaseId, Decision> latest(Collection<CaseId> ids) {
        var latest = new HashMap<CaseId, Decision>();
        jdbc.query(
                "select * from case_decision where case_id = any (?)"
                        + " order by (kind = 'ESCALATE') desc",
                row -> {
                    latest.put(new CaseId(row.getObject("case_id", UUID.class)), decision(row));
                },
                (Object) ids.stream().map(CaseId::value).toArray(UUID[]::new));
        return latest;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Decision(
                DecisionKind.valueOf(row.getString("kind")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("label"),
                List.of((String[]) row.getArray("rule_ids").getArray()),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                row.getBoolean("added_to_golden_set"));
    }
}
