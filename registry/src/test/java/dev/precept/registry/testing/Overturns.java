package dev.precept.registry.testing;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.NewDecision;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
    /// @return their cases, in the order of the texts
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
        var cases = Stream.of(texts).map(text -> caseOf(slug, text)).toList();
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

    private CaseId caseOf(String slug, String text) {
        return jdbc.query(
                        """
                        select c.id
                          from review_case c
                          join verdict v on v.id = c.verdict_id
                          join item i on i.id = v.item_id
                         where c.policy_slug = ? and i.content ->> 'text' = ?
                        """,
                        (row, _) -> new CaseId(row.getObject("id", UUID.class)),
                        slug,
                        text)
                .getFirst();
    }
}
