package dev.precept.registry.testing;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;

/// Contents that a verdict holds against a policy and rita allows.
public final class Overturns {

    private final ApiClients clients;
    private final JdbcTemplate jdbc;

    public Overturns(ApiClients clients, JdbcTemplate jdbc) {
        this.clients = clients;
        this.jdbc = jdbc;
    }

    /// Sends messages, judges them as violations in doubt, and overturns the cases.
    ///
    /// @return all cases of the policy, the newest last
    public List<CaseId> of(String slug, String... texts) {
        for (var text : texts) {
            clients.as("shop", Role.SUBMITTER)
                    .post()
                    .uri("/v1/classifications")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(
                            """
                            {"policies": ["%s@live"], "content": {"kind": "message", "text": "%s"}}
                            """
                                    .formatted(slug, text))
                    .retrieve()
                    .toBodilessEntity();
        }
        new Judge(clients).all(texts.length, slug, Outcome.VIOLATES, 0.1);
        var reviewer = clients.api(CaseApi.class, "rita", Role.REVIEWER);
        var cases =
                jdbc.query(
                        "select id from review_case where policy_slug = ? order by id",
                        (row, _) -> new CaseId(row.getObject(1, UUID.class)),
                        slug);
        for (var each : cases) {
            var claimed = reviewer.claim(each);
            reviewer.decide(
                    each,
                    new NewDecision(
                            claimed.reviewCase().revision(),
                            DecisionKind.OVERTURN,
                            Outcome.SAFE,
                            null,
                            List.of(),
                            "it is music by day",
                            true));
        }
        return cases;
    }
}
