package dev.precept.registry.review;

import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.verdict.Verdict;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Writes new cases, however many, in one statement.
@Repository
class NewCases {

    private final JdbcTemplate jdbc;

    NewCases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<NewCase> cases, Instant at) {
        jdbc.update(
                """
                insert into review_case (opened_at, id, verdict_id, policy_slug, reason, confidence)
                select ?, t.*
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::float8[]) t
                """,
                Timestamp.from(at),
                cases.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                cases.stream().map(one -> one.verdict().id().value()).toArray(UUID[]::new),
                cases.stream()
                        .map(one -> one.verdict().policyVersion().slug())
                        .toArray(String[]::new),
                cases.stream().map(one -> one.reason().name()).toArray(String[]::new),
                cases.stream().mapToDouble(one -> one.verdict().confidence().value()).toArray());
    }

    /// A verdict and why a person must look at it.
    record NewCase(CaseId id, CaseReason reason, Verdict verdict) {}
}
